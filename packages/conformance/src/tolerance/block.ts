import type { SampleCase } from '../case.js';
import { OUTSIDE } from '../oracle/paddings.js';
import type { Points } from '../oracle/points.js';
import { pixelsOf } from '../oracle/sample.js';
import type { AxisCandidates } from './candidates.js';

/** What lies under a point's candidates in one image, [z,y,x,C], and the largest magnitude of each channel in it. */
export interface Block {
  readonly values: Float64Array;
  readonly peaks: Float64Array;
}

const WHOLE_AXIS: readonly number[] = [0];

/** Reads the block; fillValue stands wherever one of the axes is outside. */
export function blockUnder(candidates: readonly AxisCandidates[], points: Points, c: SampleCase, image: number): Block {
  const { shape, data } = c.image;
  const channels = shape[shape.length - 1];
  const fillValue = c.options.fillValue ?? 0;
  const [{ size: width }, { size: height }] = points.axes;
  const [xs, ys, zs = WHOLE_AXIS] = candidates.map(({ pixels }) => pixels);
  const start = image * pixelsOf(c);
  const values = new Float64Array(zs.length * ys.length * xs.length * channels);
  const peaks = new Float64Array(channels);
  let i = 0;
  for (const z of zs) {
    for (const y of ys) {
      for (const x of xs) {
        const isOutside = x === OUTSIDE || y === OUTSIDE || z === OUTSIDE;
        const pixel = start + (z * height + y) * width + x;
        for (let channel = 0; channel < channels; channel++) {
          const value = isOutside ? fillValue : data[pixel * channels + channel];
          values[i++] = value;
          peaks[channel] = Math.max(peaks[channel], Math.abs(value));
        }
      }
    }
  }
  return { values, peaks };
}

/**
 * Every value that a block blends to when one candidate is chosen per axis, [choice,C]: the axes are summed out one
 * after the other, x first. Weights of 0 are left out, so that what they would multiply cannot matter.
 */
export function blends(
  values: Float64Array,
  channels: number,
  weightsPerAxis: readonly (readonly (readonly number[])[])[],
): Float64Array {
  let blended = values;
  let inner = channels;
  for (const candidates of weightsPerAxis) {
    const length = candidates[0].length;
    const outer = blended.length / (length * inner);
    const next = new Float64Array(outer * candidates.length * inner);
    for (let o = 0; o < outer; o++) {
      for (let candidate = 0; candidate < candidates.length; candidate++) {
        const to = (o * candidates.length + candidate) * inner;
        for (let k = 0; k < length; k++) {
          const weight = candidates[candidate][k];
          if (weight === 0) continue;
          const from = (o * length + k) * inner;
          for (let i = 0; i < inner; i++) next[to + i] += weight * blended[from + i];
        }
      }
    }
    blended = next;
    inner *= candidates.length;
  }
  return blended;
}
