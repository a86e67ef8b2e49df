import { heatMap } from '../../../bench/src/sweep/heat-map.js';
import { sweepLine, sweepSections } from '../../../bench/src/sweep/markdown.js';
import type { SweepResults } from '../../../bench/src/sweep/results.js';
import { type Chart, chart } from './chart.js';

/** Every mode, padding, layout and number of channels beside PyTorch, a part per backend: how many are slower, the worst, all. */
export async function sweeps(results: readonly SweepResults[]): Promise<Chart> {
  const parts = await Promise.all(results.map(sweepPart));
  return {
    text: parts.map(({ text }) => text).join('\n\n'),
    files: Object.assign({}, ...parts.map(({ files }) => files)),
  };
}

async function sweepPart(results: SweepResults): Promise<Chart> {
  const { backend, cells } = results;
  const alt = `How many times as fast as PyTorch backend-${backend} is, in each of ${cells.length} cells`;
  const map = await chart(`sweep-${backend}`, alt, (frame) => heatMap(cells, frame));
  const sections = sweepSections(results).replace(/^##/gm, '####');
  return { text: [`### backend-${backend}`, sweepLine(results), sections, map.text].join('\n\n'), files: map.files };
}
