import { curveChart } from '../../../bench/src/gpujs/report/curve-chart.js';
import { curveLines } from '../../../bench/src/gpujs/report/curve-lines.js';
import { toMarkdown } from '../../../bench/src/gpujs/report/markdown.js';
import type { GpujsResults } from '../../../bench/src/gpujs/report/results.js';
import { type Chart, chart } from './chart.js';

/** The report on gpujs as a section of the benchmark page: its headings one level down, its last part folded. */
export async function gpujsBenchmarks(results: GpujsResults): Promise<Chart> {
  const lines = curveLines(results);
  const alt = 'Time of the gradient of an image by the samples of all crops that share it';
  const { text, files } = await chart('gradient-curve', alt, (frame) => curveChart(lines, frame));
  const report = toMarkdown(results, lines)
    .replace(/!\[.*\]\(gradient-curve\.svg\)/, text)
    .replace(/^#/gm, '##')
    .replace(/^### Agreement\n([\s\S]*)/m, (_, agreement) => `::: details Agreement\n${agreement}\n:::`);
  return { text: report, files };
}
