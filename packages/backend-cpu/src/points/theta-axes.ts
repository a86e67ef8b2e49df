import { COORDINATE_ROUNDING } from '../axis/axis.js';

/** Thetas, one after the other: tensors hold float32, and who has no tensors may be more exact. */
export type ThetaArray = Float32Array | Float64Array;

/**
 * The line a theta draws through one image axis: the pixel coordinate of output (k, i, j) is
 * perX·(j + offset) + perY·(i + offset) + perZ·(k + offset) + base, in pixels throughout and never in [-1, 1], so that
 * the identity lands on whole pixels exactly. In 2-D perZ is 0.
 */
export interface ThetaAxis {
  perX: number;
  perY: number;
  perZ: number;
  base: number;
  offset: number;
  /** How far a coordinate may be off, in pixels, because theta's numbers are rounded. */
  error: number;
}

/**
 * The lines of one theta, in x, y(, z) order. `at` is where the theta starts in `theta`; `imageSize` and `size` are
 * in the order of the image's axes, [H,W] or [D,H,W]. With `alignCorners` an output axis of length 1 sits at 0.
 */
export function thetaAxes(
  theta: ThetaArray,
  at: number,
  imageSize: readonly number[],
  size: readonly number[],
  alignCorners: boolean,
): ThetaAxis[] {
  const dimensions = size.length;
  const axes: ThetaAxis[] = [];
  for (let axis = 0; axis < dimensions; axis++) {
    const row = at + axis * (dimensions + 1);
    const length = imageSize[dimensions - 1 - axis];
    const extent = alignCorners ? length - 1 : length;
    const per = [0, 0, 0];
    let centre = theta[row + dimensions] + 1;
    let sum = Math.abs(theta[row + dimensions]) + 1;
    for (let k = 0; k < dimensions; k++) {
      sum += Math.abs(theta[row + k]);
      const outputs = size[dimensions - 1 - k];
      if (alignCorners && outputs === 1) continue;
      per[k] = (theta[row + k] * extent) / (alignCorners ? outputs - 1 : outputs);
      centre -= theta[row + k];
    }
    const base = (extent * centre) / 2 - (alignCorners ? 0 : 0.5);
    axes.push({
      perX: per[0],
      perY: per[1],
      perZ: per[2],
      base,
      offset: alignCorners ? 0 : 0.5,
      error: COORDINATE_ROUNDING * sum * length,
    });
  }
  return axes;
}

/** Whether all entries are finite; a theta with any other samples nothing. */
export function isFiniteTheta(theta: ThetaArray, at: number, dimensions: number): boolean {
  for (let k = 0; k < dimensions * (dimensions + 1); k++) if (!Number.isFinite(theta[at + k])) return false;
  return true;
}

/** Whether each image axis follows its own output axis only, as every plain box does: then taps are per row and column. */
export function isAxisAligned(theta: ThetaArray, at: number, dimensions: number): boolean {
  for (let row = 0; row < dimensions; row++) {
    for (let k = 0; k < dimensions; k++) {
      if (row !== k && theta[at + row * (dimensions + 1) + k] !== 0) return false;
    }
  }
  return true;
}
