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
    const images = [chart(`How many times faster than ${results.baseline} each peer is`, `${name}-ratios.svg`)];
    charts[`${name}-ratios.svg`] = await ratioChart(results);
    if (results.sweeps.length > 0) {
      images.push(chart('Time by the size and by the number of crops', `${name}-sweep.svg`));
      charts[`${name}-sweep.svg`] = await sweepChart(results);
    }
    // The report is a page of its own; here it is a section, so its title goes.
    const report = folded(lowered(toMarkdown(results).replace(/^# .*\n/, '')));
    const workloads = results.workloads.map((workload) => workload.name).join(', ');
    sections.push([`## ${name}: ${workloads}`, ...images, report].join('\n\n'));
  }
  return { text: sections.length > 0 ? sections.join('\n') : `${NO_RESULTS}\n`, charts };
}

/** The report on gpujs in `bench/results/gpujs`, as it was written; nothing when the folder is not there. */
export async function gpujsBenchmarks(folder: URL): Promise<Section> {
  if (!existsSync(folder)) return { text: '', charts: {} };
  const [report, curves] = await Promise.all(
    ['results.md', 'gradient-curve.svg'].map((name) => readFile(new URL(name, folder), 'utf8')),
  );
  const text = folded(lowered(report)).replace(/!\[(.*)\]\((gradient-curve\.svg)\)/, (_, alt, name) =>
    chart(alt, name),
  );
  return { text, charts: { 'gradient-curve.svg': curves } };
}

/** A picture that scrolls where it would be too small to read; what scrolls must be reachable by keyboard. */
function chart(alt: string, name: string): string {
  return `<div class="chart" role="region" aria-label="Chart: ${alt}" tabindex="0">\n\n![${alt}](./generated/${name})\n\n</div>`;
}

/** What a report says from "Agreement" on is long and for few: it opens on a click, and the outline leaves it out. */
function folded(report: string): string {
  const [times, ...rest] = report.split(/^(?=### Agreement$)/m);
  if (rest.length === 0) return report;
  const proof = rest.join('').trim().replace(/^###/gm, '####');
  return `${times}::: details Agreement, versions, and what is absent\n\n${proof}\n\n:::\n`;
}

/** Headings one level down. */
function lowered(markdown: string): string {
  return markdown.replace(/^#/gm, '##');
}
