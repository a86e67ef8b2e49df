import { Pointer } from '../memory/pointer';
import { Problem } from '../memory/problem';
import { takeArray, takeStruct } from '../memory/scratch';

/**
 * The line a theta draws through one image axis: the pixel coordinate of output (k, i, j) is
 * perX·(j + offset) + perY·(i + offset) + perZ·(k + offset) + base, in pixels throughout and never in [-1, 1], so that
 * the identity lands on whole pixels exactly. In 2-D perZ is 0.
 */
@unmanaged
export class ThetaAxis {
  perX: f64;
  perY: f64;
  perZ: f64;
  base: f64;
  offset: f64;
}

/** Room for one axis. */
export function createThetaAxis(): ThetaAxis {
  return takeStruct<ThetaAxis>();
}

/**
 * The line of one row of theta, the one that starts at `row`, on an axis of `length` pixels. With `alignCorners` an
 * output axis of length 1 sits at 0.
 */
export function computeThetaAxis(line: ThetaAxis, theta: Pointer<f32>, row: i32, length: i32, problem: Problem): void {
  const alignCorners = problem.alignCorners !== 0;
  const dimensions = problem.dimensions;
  const extent = <f64>(alignCorners ? length - 1 : length);
  let centre = <f64>theta[row + dimensions] + 1;
  line.perX = 0;
  line.perY = 0;
  line.perZ = 0;
  for (let k = 0; k < dimensions; k++) {
    const outputs = k === 0 ? problem.width : k === 1 ? problem.height : problem.depth;
    if (alignCorners && outputs === 1) continue;
    const entry = <f64>theta[row + k];
    const per = (entry * extent) / <f64>(alignCorners ? outputs - 1 : outputs);
    if (k === 0) line.perX = per;
    else if (k === 1) line.perY = per;
    else line.perZ = per;
    centre -= entry;
  }
  line.base = (extent * centre) / 2 - (alignCorners ? 0 : 0.5);
  line.offset = alignCorners ? 0 : 0.5;
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

/** The normalised coordinates of an output axis before theta is applied: PyTorch's base grid. */
export function baseCoordinates(length: i32, alignCorners: bool): Pointer<f64> {
  const base = takeArray<f64>(length);
  for (let j = 0; j < length; j++) {
    if (alignCorners) base[j] = length > 1 ? <f64>(2 * j) / <f64>(length - 1) - 1 : 0;
    else base[j] = <f64>(2 * j + 1) / <f64>length - 1;
  }
  return base;
}
