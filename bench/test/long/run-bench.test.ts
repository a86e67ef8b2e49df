import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { PEERS } from '../../src/peers/all-peers.js';
import { ROW_NAMES } from '../../src/protocol.js';
import { writeReport } from '../../src/report/write-report.js';
import type { Cell, Results } from '../../src/results.js';
import { rounded } from '../../src/results-json.js';
import { runBench } from '../../src/run-bench.js';
import { IMAGES, offBy, peersNamed, SHARED, TURNED, tinyPlan, VOLUMES } from '../tiny.js';

vi.stubEnv('CROPGRAD_PYTHON', undefined);

describe('a run without Python', () => {
  let results: Results;
  beforeAll(async () => {
    const sweeps = { size: [IMAGES, { ...IMAGES, size: [12, 12] }, { ...IMAGES, size: [16, 16] }] };
    results = await runBench(tinyPlan({ peers: PEERS, workloads: [IMAGES, VOLUMES], sweeps }));
  });

  const cell = (workload: string, row: string, peer: string): Cell | undefined =>
    results.rows
      .find((found) => found.workload === workload && `${found.layer}/${found.mode}` === row)
      ?.cells.find((found) => found.peer === peer);

  test('has every workload, layer and mode', () => {
    const names = results.rows.map(({ workload, layer, mode }) => `${workload} ${layer}/${mode}`);
    expect(names).toEqual(['images', 'volumes'].flatMap((w) => ROW_NAMES.map((row) => `${w} ${row}`)));
  });

  test.each(['cropgrad cpu', 'cropgrad wasm'])('%s has a time and an agreement in every row', (peer) => {
    for (const { workload, layer, mode } of results.rows) {
      expect(cell(workload, `${layer}/${mode}`, peer), `${workload} ${layer}/${mode}`).toMatchObject({
        ms: expect.any(Number),
        agreement: expect.arrayContaining([expect.objectContaining({ output: 'crops' })]),
      });
    }
    const gradients = cell('images', 'operation/forward+both', peer);
    const compared = gradients?.absent === undefined && gradients?.agreement.map(({ output }) => output);
    expect(compared).toEqual(['crops', 'dimage', 'dboxes']);
  });

  test('peers agree on images, and are absent where they have no such operation', () => {
    for (const peer of ['tfjs cropAndResize, cpu', 'tfjs cropAndResize, wasm']) {
      expect(cell('images', 'operation/forward', peer)).toHaveProperty('ms');
      expect(cell('images', 'operation/forward+box', peer)).toHaveProperty('absent');
      expect(cell('volumes', 'operation/forward', peer)).toMatchObject({ absent: expect.stringContaining('volumes') });
    }
    expect(cell('volumes', 'operation/forward', 'tfjs composition, cpu')).toHaveProperty('ms');
  });

  test('what is not installed is absent, with the reason and without a number', () => {
    for (const peer of ['PyTorch', 'OpenCV']) {
      expect(results.peers).toContainEqual(
        expect.objectContaining({ name: peer, absent: 'CROPGRAD_PYTHON names no Python' }),
      );
      for (const { cells } of results.rows) {
        const found = cells.find((c) => c.peer === peer);
        expect(found).toEqual({ peer, absent: 'CROPGRAD_PYTHON names no Python' });
      }
    }
    expect(cell('images', 'operation/forward', 'cropgrad cpu')).not.toHaveProperty('ratio');
  });

  test('the sweep has a line through each peer’s points', () => {
    const found = results.sweeps.find(({ peer, mode }) => peer === 'cropgrad cpu' && mode === 'forward');
    expect(found?.points.map(({ outputs }) => outputs)).toEqual([192, 576, 1024]);
    expect(found?.line.slope).toEqual(expect.any(Number));
  });

  test('the report has the tables and the charts, and no path of this machine', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cropgrad-report-'));
    try {
      await writeReport(results, folder);
      const read = (name: string): Promise<string> => readFile(join(folder, name), 'utf8');
      const page = await read('results.md');
      expect(page).toContain('absent: CROPGRAD_PYTHON names no Python');
      expect(page).toMatch(/\*\*images\*\*.*\n\n.*\| +forward \|.*\n.*\n\| cropgrad cpu +\| +[\d.]+ ms/);
      for (const text of [page, await read('results.json')]) {
        expect(text).not.toContain(process.cwd());
        expect(text).not.toContain(tmpdir());
      }
      for (const chart of ['ratios.svg', 'sweep.svg']) expect(await read(chart)).toMatch(/^<svg[\s\S]*cropgrad cpu/);
      expect(JSON.parse(await read('results.json'))).toEqual(rounded(results));
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

test.each([SHARED, TURNED])('cropgrad and the composition agree on $title', async (workload) => {
  const peers = peersNamed('cropgrad cpu', 'cropgrad wasm', 'tfjs composition, cpu');
  const { rows } = await runBench(tinyPlan({ peers, workloads: [workload] }));
  expect(rows[0].cells).toMatchObject(peers.map(({ name }) => ({ peer: name, ms: expect.any(Number) })));
});

test('a peer that is too slow for a workload is absent there', async () => {
  const [peer] = peersNamed('tfjs composition, cpu');
  const slow = { ...peer, tooSlowFor: [IMAGES.name] };
  const { rows } = await runBench(tinyPlan({ peers: [...peersNamed('cropgrad cpu'), slow] }));
  expect(rows[0].cells[1]).toEqual({ peer: peer.name, absent: 'left out: a call takes many seconds' });
});

describe('agreement', () => {
  const peers = peersNamed('cropgrad cpu');

  test.each(['0.001', 'NaN'])('a peer that is off by %s is refused before anything is timed', async (amount) => {
    const run = runBench(tinyPlan({ peers: [...peers, offBy(amount)] }));
    await expect(run).rejects.toThrow(
      `off by ${amount} on images, operation/forward: crops differs from the reference`,
    );
  });

  test('a peer within the tolerance is not', async () => {
    const run = runBench(tinyPlan({ peers: [...peers, offBy('0')] }));
    await expect(run).rejects.toThrow('timed, although it is wrong');
  });
});
