import { describe, expect, it } from 'vitest';
import type { Cell, Results } from '../../../bench/src/results.js';
import { backendTimes } from '../scripts/backend-times.js';
import { benchmarks, NO_RESULTS } from '../scripts/benchmarks.js';
import { compatibility } from '../scripts/compatibility.js';
import type { ConformanceReport, ReportedCell } from '../scripts/conformance-reports.js';
import { gpujsTimes } from '../scripts/gpujs-times.js';
import { tutorial } from '../scripts/tutorial.js';
import { workloadWords } from '../scripts/workload-words.js';

describe('measured pages', () => {
  const measured = (peer: string, ms: number): Cell => ({ peer, ms, agreement: [] });
  const results: Results = {
    machine: { cpu: 'a CPU', cores: 2, memoryGB: 4, platform: 'linux x64', node: '20.20.2' },
    peers: ['cropgrad cpu', 'cropgrad wasm', 'tfjs'].map((name) => ({ name, threaded: false })),
    baseline: 'PyTorch',
    seed: 1,
    pace: { rounds: 1, settleMs: 0, calls: 1, budgetMs: 1, warmUpCalls: 1, warmUpMs: 1, slowMs: 1 },
    workloads: [{ name: 'one', title: 'one crop', images: 1, channels: 1, imageSize: [4, 4], crops: 1, size: [2, 2] }],
    rows: [
      {
        ...{ workload: 'one', layer: 'operation', mode: 'forward', threads: 1 },
        cells: [measured('cropgrad cpu', 138.2), { peer: 'cropgrad wasm', absent: 'why' }, measured('tfjs', 7)],
      },
    ],
    sweeps: [],
    memory: [],
  };

  it('say so when there are no results', async () => {
    expect((await benchmarks([])).text.trim()).toBe(NO_RESULTS);
    expect(backendTimes([]).trim()).toBe(NO_RESULTS);
  });

  it('show our backends alone where a backend is chosen, and no number for what was not measured', () => {
    expect(htmlRows(backendTimes([{ name: 'run-1', results }]))).toEqual([
      ['ms', 'cpu', 'wasm'],
      ['1 image of 4 × 4 × 1 → 1 crop of 2 × 2'],
      ['forward', '140', ''],
    ]);
  });

  it('show each row from the newest run that has it', () => {
    const [row] = results.rows;
    const older = { ...results, rows: [row, { ...row, mode: 'gridSample' as const }] };
    const newer = {
      ...results,
      rows: [{ ...row, cells: [measured('cropgrad cpu', 1), measured('cropgrad wasm', 2)] }],
    };
    const runs = [
      { name: 'run-1', results: older },
      { name: 'run-2', results: newer },
    ];
    expect(htmlRows(backendTimes(runs)).slice(2)).toEqual([
      ['forward', '1.0', '2.0'],
      ['gridSample', '140', ''],
    ]);
  });

  it('say in words of their own what a workload is', () => {
    const turned = { name: 'turned', title: 'as one, turned', images: 8, channels: 2, crops: 9, degrees: 30 };
    const words = workloadWords({ ...turned, imageSize: [3, 4, 5], size: [6, 7, 8] });
    expect(plain(words)).toBe('8 volumes of 3 × 4 × 5 × 2 → 9 crops of 6 × 7 × 8, turned by 30°');
  });

  it('show what gpujs takes with its copies, and on what it ran', () => {
    const turn = { upload: 1, kernel: 20, download: 3 };
    const lap = { workload: 'one', task: 'forward' as const, first: turn, agreement: [] };
    const place = { curve: [], absent: [], renderer: 'a GPU', version: '1' };
    const { machine, seed, pace, workloads } = results;
    const laps = [
      { ...lap, contender: 'cropgrad cpu', rounds: [{ upload: 0, kernel: 5, download: 0 }] },
      { ...lap, contender: 'gpujs webgl2', rounds: [turn] },
    ];
    const textOn = (renderer: string) => {
      const node = { ...place, laps: [] };
      return gpujsTimes({ machine, seed, pace, workloads, node, chromium: { ...place, laps, renderer } });
    };
    const text = textOn('a GPU');
    expect(htmlRows(text)).toEqual([
      ['ms', 'cpu', 'webgl2'],
      ['1 image of 4 × 4 × 1 → 1 crop of 2 × 2'],
      ['forward', '5.0', '24'],
    ]);
    expect(text).toContain('WebGL ran on a GPU.');
    expect(textOn('ANGLE (Google, Vulkan (SwiftShader Device))')).toMatch(/^No GPU .* WebGL ran on SwiftShader, which/);
  });

  it('show the newest run, with its chart for a wide and a narrow page, and fold the one before', async () => {
    const ratio = (median: number) => ({ ratio: { median, low: median, high: median } });
    const run = (name: string, median: number) => {
      const cells = [
        { ...measured('cropgrad cpu', median), ...ratio(median) },
        { ...measured('PyTorch', 1), ...ratio(1) },
      ];
      const peers = cells.map(({ peer }) => ({ name: peer, threaded: false }));
      return { name, results: { ...results, peers, rows: [{ ...results.rows[0], cells }] } };
    };
    const { text, files } = await benchmarks([run('run-1', 2), run('run-2', 3)]);
    const rows = text.split('\n').map(entriesOf);
    expect(rows.filter(([peer]) => peer === 'cropgrad cpu')).toEqual([
      ['cropgrad cpu', '**3.0 ×** 3.00 ms'],
      ['cropgrad cpu', '**2.0 ×** 2.00 ms'],
      ['cropgrad cpu', 'always one', '', ''],
    ]);
    expect(rows).toContainEqual(['Whole operations', '1', '50 %', '50 %', '50 %']);
    expect(text.indexOf('2.00 ms')).toBeGreaterThan(text.indexOf('::: details'));
    expect(text.replace(/\[.*?\]\(.*?\)/g, '')).not.toMatch(/run-\d/);
    expect(Object.keys(files).sort()).toEqual(['ratios-narrow.svg', 'ratios-wide.svg']);
    for (const name of Object.keys(files)) expect(text).toContain(`"./generated/${name}"`);
  });
});

describe('the compatibility table', () => {
  const cell = { op: 'crop', mode: 'bilinear', paddingMode: 'zeros', dimensions: 2 };
  const cells: ReportedCell[] = [
    { ...cell, alignCorners: false, status: 'pass', error: 1.2e-6 },
    { ...cell, alignCorners: true, status: 'fail', error: 0.5 },
    { ...cell, dimensions: 3, alignCorners: false, status: 'not declared' },
  ];
  const report: ConformanceReport = {
    ...{ package: '@cropgrad/backend-x', version: '1.2.3', where: 'Node 20', tfBackend: 'x', runs: 1, seed: 1 },
    ...{ passed: 2, failed: 1, cells },
    capabilities: {
      sampling: [
        { modes: ['bilinear', 'nearest'], paddingModes: ['zeros', 'wrap'], dimensions: [2, 3], points: ['grid'] },
        { modes: ['bicubic'], paddingModes: ['zeros'], dimensions: [2], points: ['grid', 'affine'] },
      ],
      dataFormats: ['NHWC'],
      imageDtypes: ['float32'],
      precision: 'f32',
      syncReads: false,
      order: 1,
    },
    checks: { 'law/linearity/crop': 'pass', 'law/linearity/gridSample': 'fail', 'edge/empty/crop': 'not declared' },
  };

  it('shows an error only where the cell passes', () => {
    const row = compatibility([report])
      .split('\n')
      .map(entriesOf)
      .find(([options]) => options === 'bilinear, zeros');
    expect(row).toEqual(['bilinear, zeros', '1e-6', '**fail**', '**not declared**', '']);
  });

  it('has a line for each product of what a backend declares', () => {
    const rows = compatibility([report]).split('\n').map(entriesOf);
    expect(rows).toContainEqual(['modes', 'bilinear, nearest<br>bicubic']);
    expect(rows).toContainEqual(['paddings', 'zeros, wrap<br>zeros']);
    expect(rows).toContainEqual(['dimensions', '2-D, 3-D<br>2-D']);
    expect(rows).toContainEqual(['points', 'grid<br>grid, affine']);
    expect(rows).toContainEqual(['synchronous reads', 'no']);
  });

  it('counts laws and edges among what is declared', () => {
    const rows = compatibility([report]).split('\n').map(entriesOf);
    expect(rows).toContainEqual(['`law/linearity`', '1/2']);
    expect(rows).toContainEqual(['`edge/empty`', 'not declared']);
  });
});

it('the tutorial links to the files of the repository, and says which file a block is from', () => {
  const text = tutorial(
    '[core](../../packages/core/src)\n\n```ts src/taps.ts\nx\n```\n',
    'examples/custom-backend/README.md',
  );
  expect(text).toMatch(/^\[core\]\(https:\/\/[^)]*\/blob\/main\/packages\/core\/src\)/);
  expect(text).toMatch(/<p class="file-name"><a href="[^"]*\/src\/taps\.ts">src\/taps\.ts<\/a><\/p>\n\n```ts\nx/);
});

/** The entries of each row of an HTML table. */
function htmlRows(html: string): string[][] {
  const rows = [...html.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row]) => row);
  return rows.map((row) => [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, entry]) => plain(entry)));
}

/** With spaces where lines may not be broken as spaces like all others. */
function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

/** The entries of a line of a Markdown table. */
function entriesOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((entry) => entry.trim());
}
