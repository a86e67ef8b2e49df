import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { curveChart } from '../src/gpujs/report/curve-chart.js';
import { curveLines } from '../src/gpujs/report/curve-lines.js';
import { toMarkdown as gpujsToMarkdown } from '../src/gpujs/report/markdown.js';
import { onGpuOnly } from '../src/gpujs/report/on-gpu-only.js';
import type { GpujsResults } from '../src/gpujs/report/results.js';
import { toMarkdown as registerToMarkdown } from '../src/register/markdown.js';
import type { RegisterResults } from '../src/register/results.js';
import { toMarkdown } from '../src/report/markdown.js';
import { ratioChart } from '../src/report/ratio-chart.js';
import { sweepChart } from '../src/report/sweep-chart.js';
import type { Results } from '../src/results.js';
import { resultsJson, rounded } from '../src/results-json.js';
import { sweepCells } from '../src/sweep/cells.js';
import { heatMap } from '../src/sweep/heat-map.js';
import { toMarkdown as sweepToMarkdown } from '../src/sweep/markdown.js';
import type { SweepResults } from '../src/sweep/results.js';

const folder = new URL('../results/', import.meta.url);
/** What is committed of a run; `test committed -u` makes it again from its results.json. */
function fileOf(run: string, name: string): string {
  return new URL(`${run}/${name}`, folder).pathname;
}

function readResults<T>(run: string): T {
  return JSON.parse(readFileSync(fileOf(run, 'results.json'), 'utf8'));
}

test.each(['workloads', 'sweep-wasm', 'gpujs', 'register'])('%s has no more digits and lines than are read', (run) => {
  const text = readFileSync(fileOf(run, 'results.json'), 'utf8');
  expect(resultsJson(rounded(JSON.parse(text)))).toBe(text);
});

test('no time in them is of a program that stands in for a GPU', () => {
  const gpujs = readResults<GpujsResults>('gpujs');
  expect(rounded(onGpuOnly(gpujs))).toEqual(gpujs);
});

test('the page and the charts of the workloads are those of their results.json', async () => {
  const results = readResults<Results>('workloads');
  await expect(toMarkdown(results)).toMatchFileSnapshot(fileOf('workloads', 'results.md'));
  await expect(await ratioChart(results)).toMatchFileSnapshot(fileOf('workloads', 'ratios.svg'));
  await expect(await sweepChart(results.sweeps)).toMatchFileSnapshot(fileOf('workloads', 'sweep.svg'));
});

const sweeps = readdirSync(folder).filter((name) => name.startsWith('sweep-'));
test.each(sweeps)(
  'the page and the heat map of %s are those of its results.json, which has every cell',
  async (sweep) => {
    const results = readResults<SweepResults>(sweep);
    expect(results.cells.map(({ name }) => name).sort()).toEqual(
      sweepCells()
        .map(({ name }) => name)
        .sort(),
    );
    await expect(sweepToMarkdown(results)).toMatchFileSnapshot(fileOf(sweep, 'results.md'));
    await expect(await heatMap(results.cells)).toMatchFileSnapshot(fileOf(sweep, 'heat-map.svg'));
  },
);

test('the page and the chart of gpujs are those of its results.json', async () => {
  const results = readResults<GpujsResults>('gpujs');
  const lines = curveLines(results);
  await expect(gpujsToMarkdown(results, lines)).toMatchFileSnapshot(fileOf('gpujs', 'results.md'));
  await expect(await curveChart(lines)).toMatchFileSnapshot(fileOf('gpujs', 'gradient-curve.svg'));
});

test('the page of register is that of its results.json, where every target of accuracy is met', async () => {
  const results = readResults<RegisterResults>('register');
  await expect(registerToMarkdown(results)).toMatchFileSnapshot(fileOf('register', 'results.md'));
  for (const { target, corners, rms } of results.rows) {
    if (!target) continue;
    expect(corners.ours).toBeGreaterThanOrEqual(target.corners);
    expect(rms.ours).toBeGreaterThanOrEqual(target.rms ?? 0);
  }
  expect(results.foundWrong / results.found).toBeLessThanOrEqual(0.01);
});
