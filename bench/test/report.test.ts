import { expect, test } from 'vitest';
import { significant } from '../src/report/significant.js';
import { takeaway } from '../src/report/takeaway.js';
import { timeTables } from '../src/report/time-tables.js';
import type { Cell, ResultRow, Results } from '../src/results.js';
import { IMAGES, PACE, VOLUMES } from './tiny.js';

test.each([
  [9.4, '9.40'],
  [1158.2, '1160'],
  [0.00421, '0.00421'],
  [74, '74.0'],
])('%d with three digits is %s', (value, text) => {
  expect(significant(value, 3)).toBe(text);
});

const took = (peer: string, ms: number, ratio: number): Cell => ({
  ...{ peer, ms, agreement: [] },
  ratio: { median: ratio, low: ratio, high: ratio },
});
const row = (workload: string, mode: ResultRow['mode'], cells: Cell[]): ResultRow => ({
  ...{ workload, layer: 'operation', mode, threads: 1 },
  cells,
});
const results: Results = {
  machine: { cpu: 'a CPU', cores: 2, memoryGB: 4, platform: 'linux x64', node: '20.20.2' },
  peers: ['cropgrad wasm', 'PyTorch', 'OpenCV'].map((name) => ({ name, threaded: false })),
  ...{ baseline: 'PyTorch', seed: 1, pace: PACE, workloads: [IMAGES, VOLUMES], sweeps: [], memory: [] },
  rows: [
    row('images', 'forward', [took('cropgrad wasm', 2, 1.5), took('PyTorch', 3, 1), took('OpenCV', 1, 3)]),
    row('images', 'gridSample', [
      took('cropgrad wasm', 9, 0.5),
      took('PyTorch', 4.5, 1),
      { peer: 'OpenCV', absent: 'no grid' },
    ]),
    row('volumes', 'forward', [took('cropgrad wasm', 1, 2.5), { peer: 'OpenCV', absent: 'no volumes' }]),
  ],
};

test('a table has the peers with a number in it, and a dash where one has none', () => {
  const [images, volumes] = timeTables(results, 'operation', 1).split('**volumes**');
  expect(images).toMatch(/\| OpenCV +\| \*\*3.0 ×\*\* 1.00 ms \| +– \|/);
  expect(volumes).toContain('| cropgrad wasm |');
  expect(volumes).not.toContain('OpenCV');
});

test('the takeaway counts the rows that both have', () => {
  const lines = takeaway(results).split('\n').slice(4);
  expect(lines).toHaveLength(1);
  const entries = lines[0].split('|').map((entry) => entry.trim());
  expect(entries.slice(1, 4)).toEqual(['cropgrad wasm beside PyTorch', '**1.0 ×** 0.50 to 1.5; 1 of 2', '–']);
});
