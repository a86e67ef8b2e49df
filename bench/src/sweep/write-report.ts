import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { resultsJson, rounded } from '../results-json.js';
import { heatMap } from './heat-map.js';
import { toMarkdown } from './markdown.js';
import type { SweepResults } from './results.js';

/** Writes results.json, results.md and heat-map.svg. */
export async function writeSweepReport(measured: SweepResults, folder: string): Promise<void> {
  const results = rounded(measured);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'results.json'), resultsJson(results));
  await writeFile(join(folder, 'results.md'), toMarkdown(results));
  await writeFile(join(folder, 'heat-map.svg'), await heatMap(results.cells));
}
