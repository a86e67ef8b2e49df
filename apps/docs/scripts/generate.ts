/** Writes generated/*.md: the parts of pages that are made from what was measured, or from what is written elsewhere. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { backendTimes } from './backend-times.js';
import { benchmarks, gpujsBenchmarks } from './benchmarks.js';
import { compatibility } from './compatibility.js';
import { readConformance } from './conformance-reports.js';
import { readRuns } from './runs.js';
import { tutorial } from './tutorial.js';

const root = new URL('../../../', import.meta.url);
const folder = new URL('../generated/', import.meta.url);
await mkdir(folder, { recursive: true });
const runs = await readRuns(new URL('bench/results/', root));
const example = 'examples/custom-backend';
const readme = await readFile(new URL(`${example}/README.md`, root), 'utf8');
const { text, charts } = await benchmarks(runs);
const gpujs = await gpujsBenchmarks(new URL('bench/results/gpujs/', root));
const files = {
  ...charts,
  ...gpujs.charts,
  'compatibility.md': compatibility(await readConformance()),
  'benchmarks.md': `${text}\n${gpujs.text}`,
  'add-a-backend.md': tutorial(readme, example),
  'backend-times.md': backendTimes(runs.at(-1)?.results),
};
for (const [name, content] of Object.entries(files)) await writeFile(new URL(name, folder), content);
