import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { curveChart } from '../src/gpujs/report/curve-chart.js';
import { curveLines } from '../src/gpujs/report/curve-lines.js';
import { toMarkdown as gpujsToMarkdown } from '../src/gpujs/report/markdown.js';
import type { GpujsResults } from '../src/gpujs/report/results.js';
import { toMarkdown } from '../src/report/markdown.js';
import { ratioChart } from '../src/report/ratio-chart.js';
import { sweepChart } from '../src/report/sweep-chart.js';
import type { Results } from '../src/results.js';

const folder = new URL('../results/', import.meta.url);
const runs = readdirSync(folder).filter((name) => name.startsWith('run-'));

/** What is committed of a run; `test committed -u` makes it again from its results.json. */
function fileOf(run: string, name: string): string {
  return new URL(`${run}/${name}`, folder).pathname;
}

describe.each(runs)('%s', (run) => {
  const results: Results = JSON.parse(readFileSync(fileOf(run, 'results.json'), 'utf8'));

  test('its page and charts are those of its results.json', async () => {
    await expect(toMarkdown(results)).toMatchFileSnapshot(fileOf(run, 'results.md'));
    await expect(await ratioChart(results)).toMatchFileSnapshot(fileOf(run, 'ratios.svg'));
    await expect(await sweepChart(results.sweeps)).toMatchFileSnapshot(fileOf(run, 'sweep.svg'));
  });
});

test('the page and the chart of gpujs are those of its results.json', async () => {
  const results: GpujsResults = JSON.parse(readFileSync(fileOf('gpujs', 'results.json'), 'utf8'));
  const lines = curveLines(results);
  await expect(gpujsToMarkdown(results, lines)).toMatchFileSnapshot(fileOf('gpujs', 'results.md'));
  await expect(await curveChart(lines)).toMatchFileSnapshot(fileOf('gpujs', 'gradient-curve.svg'));
});
