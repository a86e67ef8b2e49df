/**
 * Writes generated/*.md: the parts of pages that are made from what was measured, or from what is written elsewhere; and what
 * programming assistants read, public/llms.txt and public/skill.txt.
 */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import config from '../.vitepress/config.js';
import { tutorialSource } from '../site.js';
import { backendTimes } from './backend-times.js';
import { benchmarks } from './benchmarks.js';
import { compatibility } from './compatibility.js';
import { readConformance } from './conformance-reports.js';
import { glance } from './glance.js';
import { gpujsTimes } from './gpujs-times.js';
import { llmsText } from './llms.js';
import { readRuns } from './runs.js';
import { readRuntimes, runtimesTable } from './runtimes.js';
import { readSizes, sizesTable } from './sizes.js';
import { skillFile } from './skill-parts.js';
import { tutorial } from './tutorial.js';
import { readSamplers, whoIsWrong, whoSamplesRight } from './who-samples-right.js';

const root = new URL('../../../', import.meta.url);
const folder = new URL('../generated/', import.meta.url);
await mkdir(folder, { recursive: true });
const runs = await readRuns(new URL('bench/results/', root));
const readme = await readFile(new URL(tutorialSource, root), 'utf8');
const reports = await readConformance();
const samplers = await readSamplers();
const page = await benchmarks(runs);
const files = {
  ...page.files,
  'glance.md': `${glance(runs, reports)}\n`,
  'compatibility.md': compatibility(reports),
  'benchmarks.md': page.text,
  'who-is-wrong.md': `${whoIsWrong(samplers)}\n`,
  'who-samples-right.md': whoSamplesRight(samplers),
  'add-a-backend.md': tutorial(readme, tutorialSource),
  'backend-times.md': backendTimes(runs.workloads),
  'runtimes.md': runtimesTable(await readRuntimes()),
  'sizes.md': sizesTable(await readSizes()),
  'gpujs-times.md': runs.gpujs ? gpujsTimes(runs.gpujs) : '',
};
for (const [name, content] of Object.entries(files)) await writeFile(new URL(name, folder), content);

// The first sentences of pages, so it comes after those.
const { description = '', themeConfig } = config;
const groups = Object.entries(themeConfig?.sidebar ?? {}).flatMap(([path, own]) => (path === '/' ? own : []));
await writeFile(new URL('../public/llms.txt', import.meta.url), llmsText(description, groups));
await copyFile(skillFile, new URL('../public/skill.txt', import.meta.url));
