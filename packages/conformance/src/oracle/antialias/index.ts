import type { Quantity } from '../../case.js';
import { coordinateError } from '../coordinate-error.js';
import { OUTSIDE } from '../paddings.js';
import { type Points, pointsOf } from '../points.js';
import { blend, eachPoint, FLOAT32_UNIT, gradBoxes, pixelsOf, readsOf } from '../sample.js';
import { outsideWeight, pixelsPerUnit } from '../taps.js';
import type { AntialiasedCase } from './filtering.js';
import { footprintsAt } from './footprint.js';
import { type FilteredTap, filteredTaps } from './taps.js';
import { type PointGradient, thetaGradient } from './theta.js';

/** What the oracle goes by; each broken backend of the suite's own tests changes one rule. */
export interface AntialiasRules {
  readonly footprints: typeof footprintsAt;
  readonly taps: typeof filteredTaps;
  /** How far outside, in pixels, an output pixel may lie and still read no fill that is not finite. */
  readonly grazing: typeof coordinateError;
  readonly theta: typeof thetaGradient;
}

/** The right rules. */
export const ANTIALIAS_RULES: AntialiasRules = {
  footprints: footprintsAt,
  taps: filteredTaps,
  grazing: coordinateError,
  theta: thetaGradient,
};

/** The exact answer of an antialiased case in float64, one axis at a time. */
export function antialiasOracle(
  c: AntialiasedCase,
  quantity: Quantity,
  rules: AntialiasRules = ANTIALIAS_RULES,
): Float64Array {
  if (quantity === 'output') return output(c, rules);
  if (quantity === 'dImage') return gradImage(c, rules);
  const points = pointsOf(c);
  const dtheta = rules.theta(gradPoints(c, points, rules), points);
  return c.op === 'crop' ? gradBoxes(dtheta, c.boxes) : dtheta;
}

/**
 * The taps of output pixel s of crop n along every axis. Where fillValue is not finite, what is outside by no more than
 * rounding may move is left out, so that inside is inside.
 */
function tapsAt(
  point: readonly number[],
  n: number,
  s: number,
  points: Points,
  c: AntialiasedCase,
  rules: AntialiasRules,
): readonly (readonly FilteredTap[])[] {
  const { axes, filtering } = points;
  if (!filtering) throw new TypeError('these points are not antialiased');
  const footprints = rules.footprints(n, s, points);
  const taps = point.map((x, k) => rules.taps(x, axes[k], footprints[k].length, filtering));
  if (Number.isFinite(c.options.fillValue ?? 0)) return taps;
  return taps.map((axis, k) => {
    const grazing = rules.grazing(point[k], n, s, k, points, FLOAT32_UNIT);
    return outsideWeight(axis) * footprints[k].length <= grazing ? axis.filter(({ index }) => index !== OUTSIDE) : axis;
  });
}

function output(c: AntialiasedCase, rules: AntialiasRules): Float64Array {
  const points = pointsOf(c);
  const channels = c.image.shape[c.image.shape.length - 1];
  const values = new Float64Array(points.crops * points.perCrop * channels).fill(c.options.fillValue ?? 0);
  eachPoint(points, (n, s, point) => {
    if (!point) return;
    const taps = tapsAt(point, n, s, points, c, rules);
    values.set(blend(readsOf(taps, points), c, points.imageOf(n)), (n * points.perCrop + s) * channels);
  });
  return values;
}

function gradImage(c: AntialiasedCase, rules: AntialiasRules): Float64Array {
  const points = pointsOf(c);
  const channels = c.image.shape[c.image.shape.length - 1];
  const dImage = new Float64Array(c.image.data.length);
  eachPoint(points, (n, s, point) => {
    if (!point) return;
    const start = points.imageOf(n) * pixelsOf(c);
    const { pixels, weights } = readsOf(tapsAt(point, n, s, points, c, rules), points);
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

/** The gradient of every point by its normalised coordinates and by the length of its output pixel along each axis. */
function gradPoints(c: AntialiasedCase, points: Points, rules: AntialiasRules): PointGradient[] {
  const channels = c.image.shape[c.image.shape.length - 1];
  const gradients: PointGradient[] = [];
  eachPoint(points, (n, s, point) => {
    if (!point) return;
    const taps = tapsAt(point, n, s, points, c, rules);
    const start = (n * points.perCrop + s) * channels;
    const along = (axes: readonly (readonly FilteredTap[])[], k: number): number =>
      blend(readsOf(axes, points, k), c, points.imageOf(n)).reduce(
        (sum, slope, channel) => sum + c.dy.data[start + channel] * slope,
        0,
      );
    gradients.push({
      n,
      s,
      footprints: rules.footprints(n, s, points),
      byPoint: points.axes.map((axis, k) => along(taps, k) * pixelsPerUnit(axis.size, axis.alignCorners)),
      byLength: points.axes.map((_, k) => along(taps.map(stretched), k)),
    });
  });
  return gradients;
}

/** The same taps, whose slope is that by the length of the output pixel. */
function stretched(taps: readonly FilteredTap[]): FilteredTap[] {
  return taps.map((tap) => ({ ...tap, slope: tap.stretch }));
}
