import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Results } from '../results.js';
import { resultsJson, rounded } from '../results-json.js';
import { toMarkdown } from './markdown.js';
import { ratioChart } from './ratio-chart.js';
import { sweepChart } from './sweep-chart.js';

/** Writes results.json, results.md, ratios.svg and, if there was a sweep, sweep.svg. */
export async function writeReport(measured: Results, folder: string): Promise<void> {
  const results = rounded(measured);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'results.json'), resultsJson(results));
  await writeFile(join(folder, 'results.md'), toMarkdown(results));
  await writeFile(join(folder, 'ratios.svg'), await ratioChart(results));
  if (results.sweeps.length > 0) await writeFile(join(folder, 'sweep.svg'), await sweepChart(results.sweeps));
}
