import type { SampleCase } from '../case.js';
import { OUTSIDE } from '../oracle/paddings.js';
import { pointsOf } from '../oracle/points.js';
import { pixelsOf } from '../oracle/sample.js';
import { type AxisCandidates, candidatesAt } from './candidates.js';
import { eachPlace } from './each-place.js';
import { type Accepted, type Interval, times } from './interval.js';
import { MODE_TRAITS } from './mode-traits.js';
import type { Precision } from './precision.js';
import { bend } from './rounding.js';

/** What an axis's candidates, or all axes together, give one pixel. */
interface PixelWeight extends Interval {
  readonly pixel: number;
  /** Taps that fall on it. */
  readonly taps: number;
  /** The sum of their magnitudes. */
  readonly mass: number;
}

const WHOLE_AXIS: readonly PixelWeight[] = [{ pixel: 0, lo: 1, hi: 1, taps: 1, mass: 1 }];

/**
 * What every element of an image gradient may be: the sum, over the outputs that may read the pixel, of the weights
 * that rounded coordinates lead to, times dy, with 8 roundings for each weight and one for each term of the sum.
 */
export function acceptImageGradient(c: SampleCase, precision: Precision): Accepted[] {
  const points = pointsOf(c);
  const { unit, weightRoundings = 8 } = precision;
  const { picksOnePixel, largestSums } = MODE_TRAITS[c.options.mode];
  const channels = c.image.shape[c.image.shape.length - 1];
  const pixels = pixelsOf(c);
  const [{ size: width }, { size: height }] = points.axes;
  const length = c.image.data.length;
  const lo = new Float64Array(length);
  const hi = new Float64Array(length);
  /** Sum of the terms' magnitudes, and how many there are. */
  const mass = new Float64Array(length);
  const terms = new Float64Array(length);

  /** Adds an output's share to all channels of a pixel. */
  const add = (pixel: number, weight: PixelWeight, dyStart: number, slack: number): void => {
    for (let channel = 0; channel < channels; channel++) {
      const element = pixel * channels + channel;
      const dy = c.dy.data[dyStart + channel];
      const size = Math.abs(dy);
      lo[element] += Math.min(weight.lo * dy, weight.hi * dy) - slack * size;
      hi[element] += Math.max(weight.lo * dy, weight.hi * dy) + slack * size;
      mass[element] += weight.mass * size;
      terms[element] += weight.taps;
    }
  };

  eachPlace(points, precision, (n, s, point) => {
    if (!point) return;
    const start = points.imageOf(n) * pixels;
    const dyStart = (n * points.perCrop + s) * channels;
    const candidates = candidatesAt(point, n, s, points, precision);
    if (!candidates) {
      const bound = largestSums.weights ** points.axes.length;
      const anything = { pixel: 0, lo: -bound, hi: bound, taps: 1, mass: bound };
      for (let pixel = 0; pixel < pixels; pixel++) add(start + pixel, anything, dyStart, 0);
      return;
    }
    const slack = (picksOnePixel ? 0 : weightRoundings * unit) + bend(c, candidates);
    const [xs, ys, zs = WHOLE_AXIS] = candidates.map(pixelWeights);
    for (const z of zs) {
      for (const y of ys) {
        const row = product(z, y, z.pixel * height + y.pixel);
        for (const x of xs) {
          const weight = product(row, x, row.pixel * width + x.pixel);
          add(start + weight.pixel, weight, dyStart, slack);
        }
      }
    }
  });
  return Array.from({ length }, (_, element) => {
    const summing = terms[element] * unit * mass[element];
    return [{ lo: lo[element] - summing, hi: hi[element] + summing }];
  });
}

function pixelWeights({ pixels, weights, taps, masses }: AxisCandidates): PixelWeight[] {
  const found: PixelWeight[] = [];
  for (const [slot, pixel] of pixels.entries()) {
    if (pixel === OUTSIDE) continue;
    let lo = Number.POSITIVE_INFINITY;
    let hi = Number.NEGATIVE_INFINITY;
    for (const candidate of weights) {
      lo = Math.min(lo, candidate[slot]);
      hi = Math.max(hi, candidate[slot]);
    }
    found.push({ pixel, lo, hi, taps: taps[slot], mass: masses[slot] });
  }
  return found;
}

function product(a: PixelWeight, b: PixelWeight, pixel: number): PixelWeight {
  const { lo, hi } = times(a, b);
  return { pixel, lo, hi, taps: a.taps * b.taps, mass: a.mass * b.mass };
}
