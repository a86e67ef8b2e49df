import type { SampleCase } from '../case.js';
import { pointsOf } from '../oracle/points.js';
import { pixelsPerUnit } from '../oracle/taps.js';
import { blends, blockUnder } from './block.js';
import { candidatesAt } from './candidates.js';
import { eachPlace } from './each-place.js';
import { mayReadNonFiniteFill, readingOfFill } from './fill.js';
import { ANYTHING, around, type Interval } from './interval.js';
import { MODE_TRAITS } from './mode-traits.js';
import type { Precision } from './precision.js';
import { largestPixel, rounding } from './rounding.js';

/**
 * What the gradient of every normalised coordinate may be, (x, y(, z)) of each output pixel in turn: the hull over
 * rounded coordinates, which takes in both sides of a kink within reach, widened by the rounding of its terms. Anything
 * where a fill may be read that is not finite, but 0 for nearest.
 */
export function gridGradientIntervals(c: SampleCase, precision: Precision): Interval[] {
  const points = pointsOf(c);
  const { axes, perCrop } = points;
  const { mode, alignCorners, fillValue = 0 } = c.options;
  const hasFiniteFill = Number.isFinite(fillValue);
  const filled: SampleCase = hasFiniteFill ? c : { ...c, options: { ...c.options, fillValue: 0 } };
  const channels = c.image.shape[c.image.shape.length - 1];
  const scales = axes.map(({ size }) => pixelsPerUnit(size, alignCorners));
  const { picksOnePixel, largestSums: sums } = MODE_TRAITS[mode];
  const bound = sums.slopes * sums.weights ** (axes.length - 1) * largestPixel(filled);
  const intervals: Interval[] = [];
  eachPlace(points, precision, (n, s, point) => {
    const start = (n * perCrop + s) * channels;
    const dy = Array.from({ length: channels }, (_, channel) => c.dy.data[start + channel]);
    let candidates = point && candidatesAt(point, n, s, points, precision);
    if (candidates && !hasFiniteFill && !picksOnePixel) {
      const { inside, mayRead } = readingOfFill(candidates);
      if (mayRead || !inside) {
        for (let along = 0; along < axes.length; along++) intervals.push(ANYTHING);
        return;
      }
      candidates = inside;
    }
    if (!candidates) {
      const total = point ? dy.reduce((sum, value) => sum + Math.abs(value), 0) : 0;
      const isFree = point && mayReadNonFiniteFill(c) && !picksOnePixel;
      for (const scale of scales) intervals.push(isFree ? ANYTHING : around(0, scale * bound * total));
      return;
    }
    const { values, peaks } = blockUnder(candidates, points, filled, points.imageOf(n));
    const weighted = sumOverChannels(values, dy);
    const reach = dy.reduce((sum, value, channel) => sum + Math.abs(value) * peaks[channel], 0);
    for (const [along, scale] of scales.entries()) {
      const slopes = blends(
        weighted,
        1,
        candidates.map((axis, k) => (k === along ? axis.slopes : axis.weights)),
      );
      const slack = picksOnePixel ? 0 : rounding(c, candidates, precision) * scale * reach;
      intervals.push({ lo: scale * Math.min(...slopes) - slack, hi: scale * Math.max(...slopes) + slack });
    }
  });
  return intervals;
}

/** Every pixel of a block, as the sum of its channels times dy. */
export function sumOverChannels(values: Float64Array, dy: readonly number[]): Float64Array {
  const channels = dy.length;
  const sums = new Float64Array(values.length / channels);
  for (let pixel = 0; pixel < sums.length; pixel++) {
    for (let channel = 0; channel < channels; channel++)
      sums[pixel] += dy[channel] * values[pixel * channels + channel];
  }
  return sums;
}
