import { Pointer } from '../memory/pointer';
import { Problem } from '../memory/problem';

/**
 * The line a theta draws through one image axis: the pixel coordinate of output (k, i, j) is
 * perX·(j + offset) + perY·(i + offset) + perZ·(k + offset) + base, in pixels throughout and never in [-1, 1], so that
 * the identity lands on whole pixels exactly. In 2-D perZ is 0.
 */
@unmanaged
export class ThetaLine {
  perX: f64;
  perY: f64;
  perZ: f64;
  base: f64;
  offset: f64;

  /**
   * The line of one row of theta, the one that starts at `row`, on an axis of `length` pixels. With `alignCorners` an
   * output axis of length 1 sits at 0.
   */
  compute(theta: Pointer<f32>, row: i32, length: i32, problem: Problem): void {
    const alignCorners = problem.alignCorners !== 0;
    const dimensions = problem.dimensions;
    const extent = <f64>(alignCorners ? length - 1 : length);
    let centre = <f64>theta[row + dimensions] + 1;
    this.perX = 0;
    this.perY = 0;
    this.perZ = 0;
    for (let k = 0; k < dimensions; k++) {
      const outputs = k === 0 ? problem.width : k === 1 ? problem.height : problem.depth;
      if (alignCorners && outputs === 1) continue;
      const entry = <f64>theta[row + k];
      const per = (entry * extent) / <f64>(alignCorners ? outputs - 1 : outputs);
      if (k === 0) this.perX = per;
      else if (k === 1) this.perY = per;
      else this.perZ = per;
      centre -= entry;
    }
    this.base = (extent * centre) / 2 - (alignCorners ? 0 : 0.5);
    this.offset = alignCorners ? 0 : 0.5;
  }

  /** The coordinates of so many points along one output axis, `per` pixels apart, which the image axis follows. */
  fillAxis(x: Pointer<f64>, points: i32, per: f64): void {
    for (let p = 0; p < points; p++) x[p] = per * (<f64>p + this.offset) + this.base;
  }

  /** The coordinates of the points of row i of slice k; NaN for a theta that is not finite. */
  fillRow(x: Pointer<f64>, points: i32, k: i32, i: i32, isPlaced: bool): void {
    const offset = this.offset;
    const start = this.perY * (<f64>i + offset) + this.perZ * (<f64>k + offset) + this.base;
    const from = isPlaced ? start : NaN;
    const perX = this.perX;
    let j = 0;
    if (ASC_FEATURE_SIMD) {
      for (let at = f64x2(offset, offset + 1); j <= points - 2; j += 2) {
        v128.store(x.at(j), f64x2.add(f64x2.mul(f64x2.splat(perX), at), f64x2.splat(from)));
        at = f64x2.add(at, f64x2.splat(2));
      }
    }
    for (; j < points; j++) x[j] = perX * (<f64>j + offset) + from;
  }
}

/** Whether all entries are finite; a theta with any other samples nothing. */
export function isFiniteTheta(theta: Pointer<f32>, at: i32, dimensions: i32): bool {
  for (let k = 0; k < dimensions * (dimensions + 1); k++) if (!isFinite(theta[at + k])) return false;
  return true;
}

/** Whether each image axis follows its own output axis only, as every plain box does: then taps are per row and column. */
export function isAxisAligned(theta: Pointer<f32>, at: i32, dimensions: i32): bool {
  for (let row = 0; row < dimensions; row++) {
    for (let k = 0; k < dimensions; k++) {
      if (row !== k && theta[at + row * (dimensions + 1) + k] !== 0) return false;
    }
  }
  return true;
}

/** How many pixels per output an entry of 1 is, on an image axis of `length` pixels. */
export function pixelsPerEntry(outputs: i32, length: i32, problem: Problem): f64 {
  if (problem.alignCorners === 0) return <f64>length / <f64>outputs;
  return outputs > 1 ? <f64>(length - 1) / <f64>(outputs - 1) : 0;
}
