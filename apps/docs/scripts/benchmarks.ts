import { ratioChart, sweepChart } from '../../../bench/src/report/chart.js';
import { toMarkdown } from '../../../bench/src/report/markdown.js';
import type { Run } from './runs.js';

/** What pages say where a measurement belongs and there is none. */
export const NO_RESULTS = 'No results are committed yet. `npx -y pnpm bench` on a clone measures on your machine.';

/** The benchmark page below its introduction: the report of every run, the last one first; and its charts, by file name. */
export async function benchmarks(runs: readonly Run[]): Promise<{ text: string; charts: Record<string, string> }> {
  const charts: Record<string, string> = {};
  const sections: string[] = [];
  for (const { name, results } of [...runs].reverse()) {
    const images = [`![How many times faster than ${results.baseline} each peer is](./generated/${name}-ratios.svg)`];
    charts[`${name}-ratios.svg`] = await ratioChart(results);
    if (results.sweeps.length > 0) {
      images.push(`![Time by the size and by the number of crops](./generated/${name}-sweep.svg)`);
      charts[`${name}-sweep.svg`] = await sweepChart(results);
    }
    // The report is a page of its own; here it is a section, so its title goes, and its headings go down by one.
    const report = toMarkdown(results)
      .replace(/^# .*\n/, '')
      .replace(/^#/gm, '##');
    sections.push([`## ${name}`, ...images, report].join('\n\n'));
  }
  return { text: sections.length > 0 ? sections.join('\n') : `${NO_RESULTS}\n`, charts };
}
