import { heatMap } from '../../../bench/src/sweep/heat-map.js';
import { optionTable, sweepLine, WORST, withWrap, worstTable } from '../../../bench/src/sweep/markdown.js';
import type { SweepResults } from '../../../bench/src/sweep/results.js';
import { slowestFirst } from '../../../bench/src/sweep/summary.js';
import { type Chart, chart } from './chart.js';
import { fold } from './fold.js';

/** So many cells stand outside of the folds. */
const AT_ONCE = 5;

const EVERY_MODE =
  'One crop each of four images (one of 64 channels), 2-D from 112² to 64² and 3-D from 28³ to 16³, with 1 to 64 channels, in each mode and padding that PyTorch has, in both layouts. A ratio below 1 is slower than PyTorch.';

/** Every mode, padding, layout and number of channels beside PyTorch, a part per backend: the worst cells, and all of them. */
export async function sweeps(results: readonly SweepResults[]): Promise<Chart> {
  const parts = await Promise.all(results.map(sweepPart));
  return {
    text: ['## The worst cells of every mode', EVERY_MODE, ...parts.map(({ text }) => text)].join('\n\n'),
    files: Object.assign({}, ...parts.map(({ files }) => files)),
  };
}

async function sweepPart(results: SweepResults): Promise<Chart> {
  const { backend, cells } = results;
  const alt = `How many times as fast as PyTorch backend-${backend} is, in each of ${cells.length} cells`;
  const map = await chart(`sweep-${backend}`, alt, (frame) => heatMap(cells, frame));
  const worst = slowestFirst(cells).slice(0, WORST);
  const [wrapTitle, ...wrapText] = withWrap(cells).map((text) => text.replace(/^## /, ''));
  const text = [
    sweepLine(results),
    worstTable(worst.slice(0, AT_ONCE)),
    ...(worst.length > AT_ONCE ? [fold(`The next ${worst.length - AT_ONCE}`, worstTable(worst.slice(AT_ONCE)))] : []),
    fold(
      'By op, mode and padding: how many are slower, the median, and the least',
      `In a cell: how many are below 1, of how many; their median; and the least.\n\n${optionTable(cells)}`,
    ),
    fold(`All ${cells.length} cells, as a picture`, map.text),
    ...(wrapTitle ? [fold(wrapTitle, wrapText.join('\n\n'))] : []),
  ].join('\n\n');
  return { text, files: map.files };
}
