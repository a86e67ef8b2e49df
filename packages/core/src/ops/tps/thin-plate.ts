import { inverse, product, transposed } from './matrices.js';

/**
 * The thin-plate spline through n control points, in float64: its kernel U(r²) = r²·log r², and the system
 * L = [[K + λ·I, P], [Pᵀ, 0]] with P = (1, x, y), whose solution with the targets above three zeros are the
 * coefficients. Spatial Transformer Networks (Jaderberg et al., 2015), section 3.3, after Bookstein (1989).
 */
export class ThinPlate {
  /** How many control points. */
  readonly n: number;
  /** n and the three of the affine part. */
  readonly order: number;
  readonly #control: Float64Array;
  /** The inverse of L, [n + 3, n + 3]; of NaN where L has none. */
  readonly #inverse: Float64Array;
  /** False where two control points are equal, or all lie on a line. */
  readonly isSolvable: boolean;

  constructor(control: Float64Array, regularization: number) {
    this.n = control.length / 2;
    this.order = this.n + 3;
    this.#control = control;
    const inverted = inverse(this.#system(regularization), this.order);
    this.isSolvable = inverted !== undefined;
    this.#inverse = inverted ?? new Float64Array(this.order * this.order).fill(Number.NaN);
  }

  /** What the targets [n,2] weigh at each of the points [M,2]: [M,n]. */
  weights(points: Float64Array): Float64Array {
    const { n, order } = this;
    const all = product(this.#basis(points), this.#inverse, order);
    return Float64Array.from({ length: (points.length / 2) * n }, (_, i) => all[Math.floor(i / n) * order + (i % n)]);
  }

  /**
   * The gradient by the control points [n,2], from that of the spline's values dgrid [M,2] at the points [M,2], and the
   * targets [n,2]. With X = L⁻¹·[targets; 0], dX = Φᵀ·dgrid and l = L⁻¹·dX: dL = -l·Xᵀ and dΦ = dgrid·Xᵀ.
   */
  controlGradient(points: Float64Array, target: Float64Array, dgrid: Float64Array): Float64Array {
    const { n, order } = this;
    const padded = new Float64Array(order * 2);
    padded.set(target);
    const x = product(this.#inverse, padded, order);
    const l = product(this.#inverse, product(transposed(this.#basis(points), order), dgrid, points.length / 2), order);
    const dSystem = (i: number, j: number): number => -(l[2 * i] * x[2 * j] + l[2 * i + 1] * x[2 * j + 1]);
    const gradient = new Float64Array(2 * n);
    for (let i = 0; i < n; i++) {
      for (const axis of [0, 1]) gradient[2 * i + axis] = dSystem(i, n + 1 + axis) + dSystem(n + 1 + axis, i);
      const own = this.#control.subarray(2 * i, 2 * i + 2);
      const pull = (by: number, other: Float64Array, k: number): void => {
        const [dx, dy] = [own[0] - other[2 * k], own[1] - other[2 * k + 1]];
        const slope = 2 * by * kernelSlope(dx * dx + dy * dy);
        gradient[2 * i] += slope * dx;
        gradient[2 * i + 1] += slope * dy;
      };
      for (let j = 0; j < n; j++) pull(dSystem(i, j) + dSystem(j, i), this.#control, j);
      for (let q = 0; q < points.length / 2; q++) {
        pull(dgrid[2 * q] * x[2 * i] + dgrid[2 * q + 1] * x[2 * i + 1], points, q);
      }
    }
    return gradient;
  }

  /** Φ: the kernel of the distance to each control point, then 1, x and y: [M, n + 3]. */
  #basis(points: Float64Array): Float64Array {
    const { n, order } = this;
    const basis = new Float64Array((points.length / 2) * order);
    for (let q = 0; q < points.length / 2; q++) {
      const [x, y] = [points[2 * q], points[2 * q + 1]];
      for (let i = 0; i < n; i++) {
        basis[q * order + i] = kernel((x - this.#control[2 * i]) ** 2 + (y - this.#control[2 * i + 1]) ** 2);
      }
      basis.set([1, x, y], q * order + n);
    }
    return basis;
  }

  #system(regularization: number): Float64Array {
    const { n, order } = this;
    const basis = this.#basis(this.#control);
    const system = new Float64Array(order * order);
    system.set(basis);
    for (let i = 0; i < n; i++) {
      system[i * order + i] += regularization;
      for (let k = n; k < order; k++) system[k * order + i] = basis[i * order + k];
    }
    return system;
  }
}

function kernel(squared: number): number {
  return squared === 0 ? 0 : squared * Math.log(squared);
}

/** By the squared distance; at 0, where the distance itself has no direction, 0. */
function kernelSlope(squared: number): number {
  return squared === 0 ? 0 : Math.log(squared) + 1;
}
