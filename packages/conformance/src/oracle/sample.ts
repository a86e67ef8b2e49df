import type { NdArray, SampleCase } from '../case.js';
import { affineGridGradTheta } from './affine-grid.js';
import { coordinateError } from './coordinate-error.js';
import { OUTSIDE } from './paddings.js';
import { type Points, pointsOf } from './points.js';
import { outsideWeight, pixelsPerUnit, type Tap, tapsAt } from './taps.js';
import { viewGradient } from './view.js';

/** The taps of a point: per axis, in x, y(, z) order. */
export type PointTaps = readonly (readonly Tap[])[];

/** What a point reads: pixels by their number in row-major order, or {@link OUTSIDE}, and their weights. */
interface Reads {
  readonly pixels: readonly number[];
  readonly weights: readonly number[];
}

/** The unit roundoff of float32. */
export const FLOAT32_UNIT: number = 2 ** -24;

const WHOLE_AXIS: readonly Tap[] = [{ index: 0, weight: 1, slope: 0 }];

/**
 * Every pixel that a point reads, with the product of its axes' weights; where `along` names an axis, its slope takes
 * the place of its weight. Products of 0 are left out, so that what they would multiply cannot matter.
 */
export function readsOf(taps: PointTaps, { axes }: Points, along?: number): Reads {
  const [xTaps, yTaps, zTaps = WHOLE_AXIS] = taps;
  const [{ size: width }, { size: height }] = axes;
  const pixels: number[] = [];
  const weights: number[] = [];
  for (const z of zTaps) {
    for (const y of yTaps) {
      for (const x of xTaps) {
        const wx = along === 0 ? x.slope : x.weight;
        const wy = along === 1 ? y.slope : y.weight;
        const wz = along === 2 ? z.slope : z.weight;
        const weight = wx * wy * wz;
        if (weight === 0) continue;
        const isOutside = x.index === OUTSIDE || y.index === OUTSIDE || z.index === OUTSIDE;
        pixels.push(isOutside ? OUTSIDE : (z.index * height + y.index) * width + x.index);
        weights.push(weight);
      }
    }
  }
  return { pixels, weights };
}

/** The sum of what is read in one image, channel by channel. */
export function blend({ pixels, weights }: Reads, c: SampleCase, image: number): Float64Array {
  const { shape, data } = c.image;
  const channels = shape[shape.length - 1];
  const start = image * pixelsOf(c);
  const fillValue = c.options.fillValue ?? 0;
  const sums = new Float64Array(channels);
  for (let i = 0; i < pixels.length; i++) {
    for (let channel = 0; channel < channels; channel++) {
      const value = pixels[i] === OUTSIDE ? fillValue : data[(start + pixels[i]) * channels + channel];
      sums[channel] += weights[i] * value;
    }
  }
  return sums;
}

/** Pixels per image. */
export function pixelsOf(c: SampleCase): number {
  const { shape } = c.image;
  return shape[1] * shape[2] * (shape.length === 5 ? shape[3] : 1);
}

/** The taps of a point in pixels. */
export function tapsOf(point: readonly number[], points: Points): PointTaps {
  return point.map((x, k) => tapsAt(x, points.axes[k]));
}

/**
 * The taps that a point of crop n reads, which are all but one kind: where fillValue is not finite, taps outside whose
 * weight is no more than what rounding may move are left out on their axis, so that inside is inside.
 */
function tapsRead(point: readonly number[], n: number, s: number, points: Points, c: SampleCase): PointTaps {
  const taps = tapsOf(point, points);
  if (Number.isFinite(c.options.fillValue ?? 0)) return taps;
  return taps.map((axis, k) => {
    const isGrazing = outsideWeight(axis) <= coordinateError(point[k], n, s, k, points, FLOAT32_UNIT);
    return isGrazing ? axis.filter(({ index }) => index !== OUTSIDE) : axis;
  });
}

/** Calls back for every output pixel: crop n, its number s within the crop, and its point, if it has one. */
export function eachPoint(
  points: Points,
  visit: (n: number, s: number, point: readonly number[] | undefined) => void,
): void {
  for (let n = 0; n < points.crops; n++) {
    for (let s = 0; s < points.perCrop; s++) visit(n, s, points.at(n, s));
  }
}

/** The crops, [N,h,w,C] or [N,d,h,w,C], flat. */
export function sample(c: SampleCase): Float64Array {
  const points = pointsOf(c);
  const channels = c.image.shape[c.image.shape.length - 1];
  const output = new Float64Array(points.crops * points.perCrop * channels).fill(c.options.fillValue ?? 0);
  eachPoint(points, (n, s, point) => {
    if (!point) return;
    const values = blend(readsOf(tapsRead(point, n, s, points, c), points), c, points.imageOf(n));
    output.set(values, (n * points.perCrop + s) * channels);
  });
  return output;
}

/** The gradient of the image: every pixel collects weight times dy from every output that reads it. */
export function sampleGradImage(c: SampleCase): Float64Array {
  const points = pointsOf(c);
  const channels = c.image.shape[c.image.shape.length - 1];
  const dImage = new Float64Array(c.image.data.length);
  eachPoint(points, (n, s, point) => {
    if (!point) return;
    const start = points.imageOf(n) * pixelsOf(c);
    const { pixels, weights } = readsOf(tapsOf(point, points), points);
    pixels.forEach((pixel, i) => {
      if (pixel === OUTSIDE) return;
      for (let channel = 0; channel < channels; channel++) {
        const dy = c.dy.data[(n * points.perCrop + s) * channels + channel];
        dImage[(start + pixel) * channels + channel] += weights[i] * dy;
      }
    });
  });
  return dImage;
}

/** The gradient of the normalised coordinates, [N,h,w,2] or [N,d,h,w,3], flat, however the case samples. */
export function sampleGradGrid(c: SampleCase): Float64Array {
  const points = pointsOf(c);
  const channels = c.image.shape[c.image.shape.length - 1];
  const { axes } = points;
  const dgrid = new Float64Array(points.crops * points.perCrop * axes.length);
  eachPoint(points, (n, s, point) => {
    if (!point) return;
    const taps = tapsRead(point, n, s, points, c);
    axes.forEach(({ size, alignCorners }, along) => {
      const slopes = blend(readsOf(taps, points, along), c, points.imageOf(n));
      const start = (n * points.perCrop + s) * channels;
      const sum = slopes.reduce((total, slope, channel) => total + c.dy.data[start + channel] * slope, 0);
      dgrid[(n * points.perCrop + s) * axes.length + along] = sum * pixelsPerUnit(size, alignCorners);
    });
  });
  return dgrid;
}

/** The gradient of theta, [N,2,3], [N,3,4] or [N,3,3], flat, of a case that samples through theta or boxes. */
export function sampleGradTheta(c: Exclude<SampleCase, { op: 'gridSample' }>): Float64Array {
  if (c.op === 'perspectiveSample') return viewGradient(sampleGradGrid(c), pointsOf(c).views ?? []);
  return affineGridGradTheta(sampleGradGrid(c), c.dy.shape[0], c.size, c.options.alignCorners);
}

/** The gradient of boxes, from that of their thetas [N,2,3] or [N,3,4]. */
export function gradBoxes(dtheta: ArrayLike<number>, boxes: NdArray): Float64Array {
  const [crops, corners] = boxes.shape;
  const rows = corners / 2;
  const dBoxes = new Float64Array(crops * corners);
  for (let n = 0; n < crops; n++) {
    for (let k = 0; k < rows; k++) {
      const start = (n * rows + k) * (rows + 1);
      dBoxes[n * corners + k] = (-dtheta[start + k] + dtheta[start + rows]) / 2;
      dBoxes[n * corners + rows + k] = (dtheta[start + k] + dtheta[start + rows]) / 2;
    }
  }
  return dBoxes;
}
