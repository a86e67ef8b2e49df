/** Writes generated/*.md: the parts of pages that are made from what was measured, or from what is written elsewhere. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { tutorialSource } from '../site.js';
import { backendTimes } from './backend-times.js';
import { benchmarks } from './benchmarks.js';
import { compatibility } from './compatibility.js';
import { readConformance } from './conformance-reports.js';
import { gpujsTimes } from './gpujs-times.js';
import { readRuns } from './runs.js';
import { readRuntimes, runtimesTable } from './runtimes.js';
import { readSizes, sizesTable } from './sizes.js';
import { tutorial } from './tutorial.js';
import { readSamplers, whoSamplesRight } from './who-samples-right.js';

const root = new URL('../../../', import.meta.url);
const folder = new URL('../generated/', import.meta.url);
await mkdir(folder, { recursive: true });
const runs = await readRuns(new URL('bench/results/', root));
const readme = await readFile(new URL(tutorialSource, root), 'utf8');
const page = await benchmarks(runs);
const files = {
  ...page.files,
  'compatibility.md': compatibility(await readConformance()),
  'benchmarks.md': page.text,
  'who-samples-right.md': whoSamplesRight(await readSamplers()),
  'add-a-backend.md': tutorial(readme, tutorialSource),
  'backend-times.md': backendTimes(runs.workloads),
  'runtimes.md': runtimesTable(await readRuntimes()),
  'sizes.md': sizesTable(await readSizes()),
  'gpujs-times.md': runs.gpujs ? gpujsTimes(runs.gpujs) : '',
};
for (const [name, content] of Object.entries(files)) await writeFile(new URL(name, folder), content);
