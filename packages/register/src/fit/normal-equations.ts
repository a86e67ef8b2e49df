import type { Matrix } from '../algebra/matrix.js';
import type { Polynomial } from '../algebra/velocity.js';
import type { Metric } from '../metric.js';
import type { Moments } from './moments.js';

/** What one evaluation says of a map, and which way is better. */
export interface NormalEquations {
  /** Half of the second derivatives of the loss, by the generators: [K,K]. */
  readonly hessian: Matrix;
  /** What the step times the Hessian should be: [K]. */
  readonly gradient: Float64Array;
  /** What is to grow: the correlation, or 1 minus the loss. */
  readonly quality: number;
  /** Zero-mean normalised cross-correlation. */
  readonly score: number;
  /** The mean of the squares of what differs, in units that belong to the Hessian. */
  readonly noise: number;
  /** The same, in units of the fixed image. */
  readonly difference: number;
  /** The Hessian before gain and offset are eliminated: the sums of products of both generators' slopes. */
  readonly products: Matrix;
  /** How many pixels were looked at. */
  readonly pixels: number;
  /** How many units of the moving image a unit of the fixed one is. */
  readonly gain: number;
}

/** The equations of Gauss and Newton for the mean of both images' slopes: efficient second-order minimisation. */
export function normalEquations(
  moments: Moments,
  velocities: readonly (readonly Polynomial[])[],
  metric: Metric,
): NormalEquations {
  const dimensions = velocities[0].length;
  const [image, target, one] = [dimensions, dimensions + 1, dimensions + 2];
  const weight = Math.max(moments.at(one, one)[0], 1e-9);
  const mean = (p: number, q: number): number => moments.at(p, q)[0] / weight;
  const meanImage = mean(image, one);
  const meanTarget = mean(target, one);
  const deviation = (p: number, about: number): number =>
    Math.sqrt(Math.max(mean(p, p) - about * about, 1e-8 * mean(p, p), 1e-12));
  const ofImage = deviation(image, meanImage);
  const ofTarget = deviation(target, meanTarget);
  const score = (mean(image, target) - meanImage * meanTarget) / (ofImage * ofTarget);
  const squares = mean(target, target) - 2 * mean(target, image) + mean(image, image);

  const jacobian = velocities.map((axes) => along(axes, moments));
  const withAxes = velocities.map((axes) => across(axes, velocities, moments));
  const products = Float64Array.from(withAxes.flat());
  const count = velocities.length;
  if (metric !== 'zncc') {
    const quality = metric === 'mse' ? 1 - squares / 2 : 1 - moments.loss / Math.max(moments.pixels, 1);
    const gradient = Float64Array.from(jacobian, (j) => j[target] - j[image]);
    const { pixels } = moments;
    const same = { hessian: products, products, noise: squares, difference: squares };
    return { ...same, gradient, quality, score, pixels, gain: 1 };
  }
  // Of both images with zero mean and unit variance; gain and offset of the moving one are eliminated.
  const byOne = jacobian.map((j) => j[one] / ofImage);
  const byImage = jacobian.map((j) => (j[image] - meanImage * j[one]) / ofImage ** 2);
  const byTarget = jacobian.map((j) => (j[target] - meanTarget * j[one]) / (ofImage * ofTarget));
  const scaled = products.map((product) => product / ofImage ** 2);
  const hessian = scaled.map((product, at) => {
    const [k, l] = [Math.floor(at / count), at % count];
    return product - (byImage[k] * byImage[l] + byOne[k] * byOne[l]) / weight;
  });
  return {
    hessian,
    gradient: Float64Array.from(byTarget, (byT, k) => byT - score * byImage[k]),
    quality: score,
    score,
    noise: 1 - score * score,
    difference: (1 - score * score) * ofTarget ** 2,
    products: scaled,
    pixels: moments.pixels,
    gain: ofImage / ofTarget,
  };
}

/** The sums of one generator's slopes times each factor, by factor. */
function along(axes: readonly Polynomial[], moments: Moments): number[] {
  const factors = axes.length + 3;
  return Array.from({ length: factors }, (_, factor) => {
    if (factor < axes.length) return 0;
    let sum = 0;
    axes.forEach((polynomial, axis) => {
      const table = moments.at(axis, factor);
      for (const { code, coefficient } of polynomial) sum += coefficient * table[code];
    });
    return sum;
  });
}

/** The sums of one generator's slopes times those of each generator. */
function across(
  axes: readonly Polynomial[],
  velocities: readonly (readonly Polynomial[])[],
  moments: Moments,
): number[] {
  return velocities.map((others) => {
    let sum = 0;
    axes.forEach((polynomial, axis) => {
      others.forEach((other, otherAxis) => {
        const table = moments.at(axis, otherAxis);
        for (const a of polynomial) {
          for (const b of other) sum += a.coefficient * b.coefficient * table[a.code + b.code];
        }
      });
    });
    return sum;
  });
}
