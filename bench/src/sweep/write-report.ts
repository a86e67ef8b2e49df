import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { heatMap } from './heat-map.js';
import { toMarkdown } from './markdown.js';
import type { SweepResults } from './results.js';

/** Writes results.json, results.md and heat-map.svg. */
export async function writeSweepReport(results: SweepResults, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'results.json'), `${JSON.stringify(results, null, 1)}\n`);
  await writeFile(join(folder, 'results.md'), toMarkdown(results));
  await writeFile(join(folder, 'heat-map.svg'), await heatMap(results.cells));
}
