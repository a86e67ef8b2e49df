import type { AffineSampleCase, PerspectiveSampleCase } from '../case.js';
import { coordinateError } from '../oracle/coordinate-error.js';
import { pointsOf } from '../oracle/points.js';
import { eachPoint } from '../oracle/sample.js';
import { pixelsPerUnit } from '../oracle/taps.js';
import { MODE_TRAITS } from './mode-traits.js';
import type { Precision } from './precision.js';
import { largestPixel } from './rounding.js';

/** A bound on how far weights, slopes and curvatures of one axis move per pixel, of their own sums. */
const SENSITIVITY = 3;

/** What rounding may do to a second derivative along a tangent of thetas of at most 1. */
export interface ThetaSecondDerivativeRounding {
  /** By one entry of theta. */
  readonly theta: number;
  /** By all of dy together, or of the image, along directions of at most 1. */
  readonly dy: number;
  readonly image: number;
}

/**
 * Of every point the largest terms there can be, times what rounding may take of each: of a few operations and of the sum,
 * and through the point's coordinates. A theta's entries move a point by at most (1 + |x|)/W, and a tangent by the sum of them.
 */
export function thetaSecondDerivativeRounding(
  c: AffineSampleCase | PerspectiveSampleCase,
  { unit }: Precision,
): ThetaSecondDerivativeRounding {
  const points = pointsOf(c);
  const { roundings, largestSums } = MODE_TRAITS[c.options.mode];
  const { weights, slopes, curvatures } = largestSums;
  const channels = c.dy.shape[c.dy.shape.length - 1];
  const scales = points.axes.map(({ size }) => pixelsPerUnit(size, c.options.alignCorners));
  const [peak, total] = [largestPixel(c), points.crops * points.perCrop];
  const sum = { theta: 0, dy: 0, image: 0 };
  eachPoint(points, (n, s, point) => {
    if (!point) return;
    const depth = points.views ? Math.abs(points.views[n].depth(s)) : 1;
    const moves = point.map((x, k) => {
      const normalised = scales[k] === 0 ? 0 : Math.abs((x - (points.axes[k].size - 1) / 2) / scales[k]);
      return (scales[k] * (points.views ? 1 + normalised : 1)) / depth;
    });
    const along = (c.theta.shape[2] + (points.views ? 3 : 0)) * moves.reduce((a, b) => a + b, 0);
    const flowing = Array.from({ length: channels }, (_, channel) =>
      Math.abs(c.dy.data[(n * points.perCrop + s) * channels + channel]),
    ).reduce((a, b) => a + b, 0);
    const error = point.reduce((most, x, k) => most + coordinateError(x, n, s, k, points, unit), 0);
    const share = unit * (roundings + total + 8) + SENSITIVITY * error;
    const first = slopes * weights ** (c.dimensions - 1) * along;
    const second =
      Math.max(slopes ** 2, curvatures * weights) * weights ** (c.dimensions - 2) * along * Math.max(...moves);
    sum.dy += channels * peak * first * share;
    sum.image += flowing * first * share;
    // The map bends by itself, too, where it is perspective.
    sum.theta += flowing * peak * (second + (points.views ? (2 * first) / depth : 0)) * share;
  });
  return sum;
}
