import { describe, expect, it } from 'vitest';
import { onGpuOnly } from '../../../bench/src/gpujs/report/on-gpu-only.js';
import type { GpujsResults } from '../../../bench/src/gpujs/report/results.js';
import type { Cell, Results } from '../../../bench/src/results.js';
import type { SweptCell } from '../../../bench/src/sweep/results.js';
import { backendTimes } from '../scripts/backend-times.js';
import { benchmarks, NO_RESULTS } from '../scripts/benchmarks.js';
import { compatibility } from '../scripts/compatibility.js';
import type { ConformanceReport, ReportedCell } from '../scripts/conformance-reports.js';
import { glance } from '../scripts/glance.js';
import { gpujsTimes } from '../scripts/gpujs-times.js';
import { readRuns } from '../scripts/runs.js';
import { tutorial } from '../scripts/tutorial.js';
import { workloadWords } from '../scripts/workload-words.js';

const measured = (peer: string, ms: number): Cell => ({ peer, ms, agreement: [] });
const RESULTS: Results = {
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

describe('measured pages', () => {
  const results = RESULTS;

  it('say so when there are no results', async () => {
    const none = { workloads: undefined, sweeps: [], gpujs: undefined };
    expect((await benchmarks(none)).text.trim()).toBe(NO_RESULTS);
    expect(backendTimes(undefined).trim()).toBe(NO_RESULTS);
  });

  it('show our backends alone where a backend is chosen, and no number for what was not measured', () => {
    expect(htmlRows(backendTimes(results))).toEqual([
      ['ms', 'cpu', 'wasm'],
      ['1 image of 4 × 4 × 1 → 1 crop of 2 × 2'],
      ['forward', '140', ''],
    ]);
  });

  it('say in words of their own what a workload is', () => {
    const turned = { name: 'turned', title: 'as one, turned', images: 8, channels: 2, crops: 9, degrees: 30 };
    const words = workloadWords({ ...turned, imageSize: [3, 4, 5], size: [6, 7, 8] });
    expect(plain(words)).toBe('8 volumes of 3 × 4 × 5 × 2 → 9 crops of 6 × 7 × 8, turned by 30°');
  });

  describe('of gpujs', () => {
    const turn = { upload: 1, kernel: 20, download: 3 };
    const lap = { workload: 'one', task: 'forward' as const, first: turn, agreement: [] };
    const { machine, seed, pace, workloads } = results;
    const onRenderer = (renderer: string): GpujsResults => {
      const laps = [
        { ...lap, contender: 'cropgrad cpu', rounds: [{ upload: 0, kernel: 5, download: 0 }] },
        { ...lap, contender: 'gpujs webgl2', rounds: [turn] },
      ];
      const node = { laps: [{ ...lap, contender: 'gpujs headlessgl', rounds: [turn] }], curve: [], absent: [] };
      const chromium = { laps, curve: [], absent: [], renderer, version: '1' };
      return onGpuOnly({ machine, seed, pace, workloads, node, chromium });
    };

    it('show what a GPU takes with its copies, and which one', () => {
      const text = gpujsTimes(onRenderer('a GPU'));
      expect(htmlRows(text)).toEqual([
        ['ms', 'cpu', 'webgl2'],
        ['1 image of 4 × 4 × 1 → 1 crop of 2 × 2'],
        ['forward', '5.0', '24'],
      ]);
      expect(text).toContain('WebGL ran on a GPU.');
    });

    it('show nothing that a program computed in place of a GPU', async () => {
      const gpujs = onRenderer('ANGLE (Google, Vulkan (SwiftShader Device))');
      expect(gpujsTimes(gpujs)).toBe('It has not been measured on a GPU yet.\n');
      const { text } = await benchmarks({ workloads: undefined, sweeps: [], gpujs });
      expect(text).toContain('## Backends for GPUs');
      expect(text).toContain('No GPU has been timed yet');
      expect(text).not.toMatch(/SwiftShader|webgl2|headlessgl/);
    });
  });

  it('of all that is committed show no software renderer, and every cell of the sweeps', async () => {
    const runs = await readRuns(new URL('../../../bench/results/', import.meta.url));
    const { text, files } = await benchmarks(runs);
    expect(text).not.toMatch(/swiftshader|llvmpipe|lavapipe/i);
    expect(Object.values(files).join()).not.toMatch(/swiftshader|llvmpipe|lavapipe|Chromium/i);
    for (const { backend, cells } of runs.sweeps) {
      const [line] = text.match(new RegExp(`\\*\\*backend-${backend}: (\\d+) of ${cells.length} below 1`)) ?? [];
      expect(line, backend).toBeDefined();
    }
  });

  it('show the worst cells before all peers, each with its charts for a wide and a narrow page', async () => {
    const ratio = (median: number) => ({ median, low: median, high: median });
    const cells = [0.5, 2].map(
      (median, k): SweptCell => ({
        ...{ name: `cell ${k}`, dimensions: 2, channels: 3, dataFormat: 'NHWC', mode: 'nearest', op: 'gridSample' },
        paddingMode: k === 0 ? 'zeros' : 'border',
        ...{ baselineMs: 1, baselineLayout: 'contiguous', ours: { ms: 1 / median, ratio: ratio(median) } },
      }),
    );
    const { machine, seed } = results;
    const again = { ratios: 9, half: 0.03, nineInTen: 0.1, all: 0.4 };
    const sweep = { machine, seed, versions: { torch: '2.13.0' }, backend: 'wasm', rounds: 5, cells, again };
    const rows = [{ ...results.rows[0], cells: [{ ...measured('PyTorch', 1), ratio: ratio(1) }] }];
    const workloads = { ...results, rows, again: { kernel: again } };
    const { text, files } = await benchmarks({ workloads, sweeps: [sweep], gpujs: undefined });
    const second = 'half of 9 ratios agree within 3 %, nine in ten within 10 %, all within 40 %.';
    expect(text).toContain('**backend-wasm: 1 of 2 below 1, median 1.25 ×.**');
    expect(text).toContain(`Swept a second time, ${second}`);
    expect(text).toContain(`Kernels alone, measured a second time on one thread: ${second}`);
    const lines = text.split('\n').map(entriesOf);
    const [worst, next] = lines.filter(([name]) => name?.startsWith('cell '));
    expect([worst[0], worst[1], next[1]]).toEqual(['cell 0', '**0.50**', '**2.0**']);
    expect(text.indexOf('cell 0')).toBeLessThan(text.indexOf('## All peers'));
    expect(text.indexOf('cell 0')).toBeLessThan(text.indexOf('::: details'));
    const names = ['ratios', 'sweep-wasm'].flatMap((name) => [`${name}-narrow.svg`, `${name}-wide.svg`]);
    expect(Object.keys(files).sort()).toEqual(names);
    for (const name of names) expect(text).toContain(`"./generated/${name}"`);
  });
});

describe('the glance', () => {
  const report = (tfBackend: string, failed: number, where = 'Node 20'): ConformanceReport => ({
    ...{ package: `@cropgrad/backend-${tfBackend}`, version: '1.2.3', where, tfBackend, runs: 1, seed: 1 },
    ...{ passed: 5, failed, cells: [], checks: {} },
    capabilities: {
      ...{ sampling: [], dataFormats: ['NHWC'], imageDtypes: ['float32'] },
      ...{ precision: 'f32', syncReads: true, order: 1 },
    },
  });
  const ratio = { median: 1.25, low: 1, high: 2 };

  it('has the fastest first, says what fails, and no time of a program in place of a GPU', () => {
    const rows = [
      {
        ...{ workload: 'one', layer: 'operation' as const, mode: 'forward' as const, threads: 1 },
        cells: [
          { peer: 'cropgrad wasm', ms: 4, ratio, agreement: [] },
          { peer: 'PyTorch', ms: 5, agreement: [] },
        ],
      },
    ];
    const runs = { workloads: { ...RESULTS, rows }, sweeps: [], gpujs: undefined };
    const text = glance(runs, [report('webgl', 2, 'Chromium 1, on SwiftShader'), report('wasm', 0)]);
    expect(text.split('\n').map(entriesOf).slice(2, 4)).toEqual([
      ['**wasm**', '**1.3 ×** PyTorch', 'nothing, of 5', 'CPU'],
      ['**webgl**', 'no time yet: no GPU', '**2**, of 7', 'software in place of a GPU'],
    ]);
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

  const rowsOf = (one: ConformanceReport): string[][] => compatibility([one]).split('\n').map(entriesOf);

  it('shows an error only where all cells of a row pass', () => {
    expect(rowsOf(report)).toContainEqual(['bilinear, zeros, 2-D', '**fail**']);
    expect(rowsOf(report)).toContainEqual(['bilinear, zeros, 3-D', '**not declared**']);
    const passing = { ...report, cells: cells.map((one) => ({ ...one, status: 'pass' })) };
    expect(rowsOf(passing)).toContainEqual(['bilinear, zeros, 2-D', '5e-1']);
  });

  it('begins with what fails, then the largest errors, outside of folds', () => {
    const large = { ...cell, mode: 'bicubic', alignCorners: false, status: 'pass', error: 0.25 };
    const text = compatibility([{ ...report, cells: [large, ...cells] }]);
    const [worst, next] = text
      .split('\n')
      .map(entriesOf)
      .filter(([title]) => title?.startsWith('`crop`'));
    expect(worst).toEqual(['`crop`, bilinear, zeros, 2-D', '**fail**']);
    expect(next).toEqual(['`crop`, bicubic, zeros, 2-D', '3e-1']);
    expect(text.indexOf('bicubic, zeros, 2-D')).toBeLessThan(text.indexOf('::: details'));
    expect(text).toContain('::: details crop: 3 combinations, 1 fail');
  });

  it('has a line for each product of what a backend declares', () => {
    const rows = rowsOf(report);
    expect(rows).toContainEqual(['modes', 'bilinear, nearest<br>bicubic']);
    expect(rows).toContainEqual(['paddings', 'zeros, wrap<br>zeros']);
    expect(rows).toContainEqual(['dimensions', '2-D, 3-D<br>2-D']);
    expect(rows).toContainEqual(['points', 'grid<br>grid, affine']);
    expect(rows).toContainEqual(['synchronous reads', 'no']);
  });

  it('counts laws and edges among what is declared', () => {
    const rows = rowsOf(report);
    expect(rows).toContainEqual(['`law/linearity`', '**1/2**']);
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
