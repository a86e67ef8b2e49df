import type { Averages, Pairs, UprightAxis } from './upright-axis.js';

/** Where an image of bytes starts, and how far apart its rows, its pixels and their channels are. */
export interface ImageBytes {
  values: Uint8Array;
  at: number;
  rowStride: number;
  pixelStride: number;
  channelStride: number;
}

/** Sums of rows. `once` is the sum of all. `again` sums up `once` after each row: a row counts one more time for each row after it. */
export interface RowSums {
  once: Float64Array;
  again: Float64Array;
}

/**
 * Reads row i of an image along x and adds it up: `channels` numbers for each output inside, in the order of the crop, each of
 * them as often as {@link weightsOf} says. A colour's three channels, where they lie next to each other, are read together.
 */
export function addRow(
  sums: RowSums,
  image: ImageBytes,
  i: number,
  { count, step, read }: UprightAxis,
  channels: number,
): void {
  const start = step === 1 ? 0 : (count - 1) * channels;
  for (let c = 0; c < channels; ) {
    const from = image.at + i * image.rowStride + c * image.channelStride;
    if (c + 3 <= channels && image.channelStride === 1) {
      if (read.kind === 'averages') averageThree(sums, start + c, step * channels, image, from, read);
      else blendThree(sums, start + c, step * channels, image, from, read);
      c += 3;
    } else {
      if (read.kind === 'averages') averageOne(sums, start + c, step * channels, image, from, read);
      else blendOne(sums, start + c, step * channels, image, from, read);
      c++;
    }
  }
}

/** What the numbers that {@link addRow} adds have to be multiplied by. */
export function weightsOf({ count, step, read }: UprightAxis, channels: number): Float64Array {
  const weights = new Float64Array(count * channels).fill(1);
  if (read.kind === 'pairs') return weights;
  return weights.map((_, e) => {
    const j = Math.floor(e / channels);
    return read.norm[step === 1 ? j : count - 1 - j];
  });
}

/**
 * Over a run of bytes v it sums up s = Σ v and f = Σ v · (pixels to the end of the run), in int32. So each byte is added twice,
 * and multiplied by nothing. What falls to the output before the run is f + beyond · s, and the rest of pitch · s rises to the
 * one behind it.
 */
function averageOne(
  { once, again }: RowSums,
  to: number,
  step: number,
  { values, pixelStride }: ImageBytes,
  from: number,
  { pitch, bounds, beyond }: Averages,
): void {
  let rising = 0;
  let p = (from + bounds[0] * pixelStride) | 0;
  for (let k = 0; k < beyond.length; k++) {
    const end = (from + bounds[k + 1] * pixelStride) | 0;
    let s = 0;
    let f = 0;
    for (; p < end; p = (p + pixelStride) | 0) {
      s = (s + values[p]) | 0;
      f = (f + s) | 0;
    }
    const falling = f + beyond[k] * s;
    if (k > 0) {
      const sum = once[to] + (rising + falling);
      once[to] = sum;
      again[to] += sum;
      to += step;
    }
    rising = pitch * s - falling;
  }
}

function averageThree(
  { once, again }: RowSums,
  to: number,
  step: number,
  { values, pixelStride }: ImageBytes,
  from: number,
  { pitch, bounds, beyond }: Averages,
): void {
  let rising0 = 0;
  let rising1 = 0;
  let rising2 = 0;
  let p = (from + bounds[0] * pixelStride) | 0;
  for (let k = 0; k < beyond.length; k++) {
    const end = (from + bounds[k + 1] * pixelStride) | 0;
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let f0 = 0;
    let f1 = 0;
    let f2 = 0;
    for (; p < end; p = (p + pixelStride) | 0) {
      s0 = (s0 + values[p]) | 0;
      s1 = (s1 + values[p + 1]) | 0;
      s2 = (s2 + values[p + 2]) | 0;
      f0 = (f0 + s0) | 0;
      f1 = (f1 + s1) | 0;
      f2 = (f2 + s2) | 0;
    }
    const rest = beyond[k];
    const falling0 = f0 + rest * s0;
    const falling1 = f1 + rest * s1;
    const falling2 = f2 + rest * s2;
    if (k > 0) {
      const sum0 = once[to] + (rising0 + falling0);
      const sum1 = once[to + 1] + (rising1 + falling1);
      const sum2 = once[to + 2] + (rising2 + falling2);
      once[to] = sum0;
      once[to + 1] = sum1;
      once[to + 2] = sum2;
      again[to] += sum0;
      again[to + 1] += sum1;
      again[to + 2] += sum2;
      to += step;
    }
    rising0 = pitch * s0 - falling0;
    rising1 = pitch * s1 - falling1;
    rising2 = pitch * s2 - falling2;
  }
}

function blendOne(
  { once, again }: RowSums,
  to: number,
  step: number,
  { values, pixelStride }: ImageBytes,
  from: number,
  { before, behind, part }: Pairs,
): void {
  for (let k = 0; k < part.length; k++, to += step) {
    const a = values[from + before[k] * pixelStride];
    const b = values[from + behind[k] * pixelStride];
    once[to] += a + part[k] * (b - a);
    again[to] += once[to];
  }
}

function blendThree(
  { once, again }: RowSums,
  to: number,
  step: number,
  { values, pixelStride }: ImageBytes,
  from: number,
  { before, behind, part }: Pairs,
): void {
  for (let k = 0; k < part.length; k++, to += step) {
    const a = from + before[k] * pixelStride;
    const b = from + behind[k] * pixelStride;
    const t = part[k];
    once[to] += values[a] + t * (values[b] - values[a]);
    once[to + 1] += values[a + 1] + t * (values[b + 1] - values[a + 1]);
    once[to + 2] += values[a + 2] + t * (values[b + 2] - values[a + 2]);
    again[to] += once[to];
    again[to + 1] += once[to + 1];
    again[to + 2] += once[to + 2];
  }
}
