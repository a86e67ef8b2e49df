import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { ratioChart, sweepChart } from '../../../bench/src/report/chart.js';
import { toMarkdown } from '../../../bench/src/report/markdown.js';
import type { Run } from './runs.js';

/** What pages say where a measurement belongs and there is none. */
export const NO_RESULTS = 'No results are committed yet. `npx -y pnpm bench` on a clone measures on your machine.';

/** A part of the page: its text, and its charts by file name. */
interface Section {
  text: string;
  charts: Record<string, string>;
}

/** The benchmark page below its introduction: the report of every run, the last one first. */
export async function benchmarks(runs: readonly Run[]): Promise<Section> {
  const charts: Record<string, string> = {};
  const sections: string[] = [];
  for (const { name, results } of [...runs].reverse()) {
    const images = [`![How many times faster than ${results.baseline} each peer is](./generated/${name}-ratios.svg)`];
    charts[`${name}-ratios.svg`] = await ratioChart(results);
    if (results.sweeps.length > 0) {
      images.push(`![Time by the size and by the number of crops](./generated/${name}-sweep.svg)`);
      charts[`${name}-sweep.svg`] = await sweepChart(results);
    }
    // The report is a page of its own; here it is a section, so its title goes.
    sections.push([`## ${name}`, ...images, lowered(toMarkdown(results).replace(/^# .*\n/, ''))].join('\n\n'));
  }
  return { text: sections.length > 0 ? sections.join('\n') : `${NO_RESULTS}\n`, charts };
}

/** The report on gpujs in `bench/results/gpujs`, as it was written; nothing when the folder is not there. */
export async function gpujsBenchmarks(folder: URL): Promise<Section> {
  if (!existsSync(folder)) return { text: '', charts: {} };
  const [report, chart] = await Promise.all(
    ['results.md', 'gradient-curve.svg'].map((name) => readFile(new URL(name, folder), 'utf8')),
  );
  const text = lowered(report).replace('](gradient-curve.svg)', '](./generated/gradient-curve.svg)');
  return { text, charts: { 'gradient-curve.svg': chart } };
}

/** Headings one level down. */
function lowered(markdown: string): string {
  return markdown.replace(/^#/gm, '##');
}
