import type { Averages, Pairs, UprightAxis } from './upright-axis.js';
import { addRow, type ImageBytes, type RowSums, weightsOf } from './upright-row.js';

/** Takes one row of a crop after the other: which of its rows it is, and its numbers. */
export type TakeRow = (i: number, row: Float64Array) => void;

/**
 * Samples an upright box, from the image's top to its bottom: each row of the image along x first, and these along y second.
 * Gives the rows inside, of `channels` numbers for each column inside; the array is one and the same for all.
 */
export function cropUpright(image: ImageBytes, x: UprightAxis, y: UprightAxis, channels: number, take: TakeRow): void {
  if (x.count === 0 || y.count === 0) return;
  const takeNext: TakeRow = (k, row) => take(y.first + k * y.step, row);
  if (y.read.kind === 'averages') averageRows(image, x, y.read, channels, takeNext);
  else blendRows(image, x, y.read, channels, takeNext);
}

/** Averages whole rows, as the pixels of one row are averaged. */
function averageRows(
  image: ImageBytes,
  x: UprightAxis,
  { pitch, bounds, beyond, norm }: Averages,
  channels: number,
  take: TakeRow,
): void {
  const weights = weightsOf(x, channels);
  const sums = roomFor(weights);
  const { once, again } = sums;
  const rising = new Float64Array(weights.length);
  const result = new Float64Array(weights.length);
  for (let k = 0; k < beyond.length; k++) {
    once.fill(0);
    again.fill(0);
    for (let i = bounds[k]; i < bounds[k + 1]; i++) addRow(sums, image, i, x, channels);
    const rest = beyond[k];
    const one = k > 0 ? norm[k - 1] : 0;
    for (let e = 0; e < weights.length; e++) {
      const falling = again[e] + rest * once[e];
      result[e] = (rising[e] + falling) * (one * weights[e]);
      rising[e] = pitch * once[e] - falling;
    }
    if (k > 0) take(k - 1, result);
  }
}

/** Rows of the image that are read for one output are kept for the next. */
function blendRows(
  image: ImageBytes,
  x: UprightAxis,
  { before, behind, part }: Pairs,
  channels: number,
  take: TakeRow,
): void {
  const weights = weightsOf(x, channels);
  let above = { sums: roomFor(weights), at: -1 };
  let below = { sums: roomFor(weights), at: -1 };
  const result = new Float64Array(weights.length);
  const turnTo = (row: typeof above, i: number): void => {
    if (row.at === i) return;
    row.at = i;
    row.sums.once.fill(0);
    addRow(row.sums, image, i, x, channels);
  };
  for (let k = 0; k < part.length; k++) {
    if (before[k] === below.at) [above, below] = [below, above];
    turnTo(above, before[k]);
    turnTo(below, behind[k]);
    const t = part[k];
    const [a, b] = [above.sums.once, below.sums.once];
    for (let e = 0; e < weights.length; e++) result[e] = (a[e] + t * (b[e] - a[e])) * weights[e];
    take(k, result);
  }
}

function roomFor({ length }: Float64Array): RowSums {
  return { once: new Float64Array(length), again: new Float64Array(length) };
}
