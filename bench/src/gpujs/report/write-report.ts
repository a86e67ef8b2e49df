import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { resultsJson, rounded } from '../../results-json.js';
import { curveChart } from './curve-chart.js';
import { curveLines } from './curve-lines.js';
import { toMarkdown } from './markdown.js';
import type { GpujsResults } from './results.js';

/** Writes results.json, results.md and gradient-curve.svg. */
export async function writeGpujsReport(measured: GpujsResults, folder: string): Promise<void> {
  const results = rounded(measured);
  const lines = curveLines(results);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'results.json'), resultsJson(results));
  await writeFile(join(folder, 'results.md'), toMarkdown(results, lines));
  await writeFile(join(folder, 'gradient-curve.svg'), await curveChart(lines));
}
