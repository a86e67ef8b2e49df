import { generators } from '../algebra/generators.js';
import { exponential, type Matrix, multiply, sideOf } from '../algebra/matrix.js';
import { type Polynomial, polynomialAt, velocity } from '../algebra/velocity.js';
import type { Model } from '../model.js';

/** How maps of a model move the points of a fixed image of one size. */
export class Motion {
  private readonly generators: readonly Matrix[];
  /** By generator and axis: how fast points move, in normalised coordinates. */
  private readonly velocities: readonly (readonly Polynomial[])[];
  /** The same, times what makes sums of both images' neighbour differences the mean of their slopes. */
  readonly slopes: readonly (readonly Polynomial[])[];
  /** The highest power of a coordinate in products of two velocities. */
  readonly degree: number;
  private readonly corners: readonly (readonly number[])[];
  private readonly size: readonly number[];

  constructor(model: Model, size: readonly number[]) {
    this.size = size;
    this.generators = generators(model, size);
    this.velocities = this.generators.map(velocity);
    this.slopes = this.velocities.map((axes) =>
      axes.map((polynomial, axis) =>
        polynomial.map(({ code, coefficient }) => ({ code, coefficient: (coefficient * this.length(axis)) / 8 })),
      ),
    );
    this.degree = { translation: 0, homography: 4, box: 2, rigid: 2, similarity: 2, affine: 2 }[model];
    this.corners = cornersOf(size.length);
  }

  /** The map after a step along the generators. */
  moved(map: Matrix, step: ArrayLike<number>): Matrix {
    const total = new Float64Array(map.length);
    this.generators.forEach((generator, k) => {
      for (let i = 0; i < total.length; i++) total[i] += step[k] * generator[i];
    });
    const next = multiply(map, exponential(total));
    const last = next[next.length - 1];
    return next.map((entry) => entry / last);
  }

  /** How far the corner moves that moves farthest, in pixels of the fixed image. */
  farthest(step: ArrayLike<number>): number {
    return Math.max(
      ...this.corners.map((corner) => {
        const moves = this.size.map((_, axis) => {
          const along = this.velocities.map((axes, k) => step[k] * polynomialAt(axes[axis], corner));
          return (along.reduce((sum, one) => sum + one, 0) * this.length(axis)) / 2;
        });
        return Math.hypot(...moves);
      }),
    );
  }

  /** One standard deviation of where a point lies, in pixels of the fixed image, given the covariance of the generators. */
  deviation(covariance: Matrix, point: readonly number[]): number {
    const count = sideOf(covariance);
    const variances = this.size.map((_, axis) => {
      const pixels = this.velocities.map((axes) => (polynomialAt(axes[axis], point) * this.length(axis)) / 2);
      let sum = 0;
      for (let k = 0; k < count; k++) {
        for (let l = 0; l < count; l++) sum += pixels[k] * covariance[k * count + l] * pixels[l];
      }
      return sum;
    });
    return Math.sqrt(variances.reduce((sum, one) => sum + one, 0));
  }

  /** The largest deviation of a corner. */
  worstDeviation(covariance: Matrix): number {
    return Math.max(...this.corners.map((corner) => this.deviation(covariance, corner)));
  }

  private length(axis: number): number {
    return this.size[this.size.length - 1 - axis];
  }
}

/** The corners of the square or cube from -1 to 1. */
export function cornersOf(dimensions: number): number[][] {
  return Array.from({ length: 2 ** dimensions }, (_, corner) =>
    Array.from({ length: dimensions }, (_, axis) => ((corner >> axis) & 1 ? 1 : -1)),
  );
}
