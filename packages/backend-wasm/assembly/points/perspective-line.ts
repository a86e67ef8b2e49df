import { Pointer } from '../memory/pointer';
import { Problem } from '../memory/problem';

/**
 * X, Y or W of a perspective theta: perX·(j + offset) + perY·(i + offset) + base at output (i, j). X/W - offset and
 * Y/W - offset are pixel coordinates.
 */
@unmanaged
export class PerspectiveLine {
  perX: f64;
  perY: f64;
  base: f64;

  /** The line of the numbers u, v and one of a row of theta, times a scale. With `alignCorners` a single output is at 0. */
  compute(u: f64, v: f64, one: f64, scale: f64, problem: Problem): void {
    const apartX = apart(problem.width, problem.alignCorners !== 0);
    const apartY = apart(problem.height, problem.alignCorners !== 0);
    this.perX = u * apartX * scale;
    this.perY = v * apartY * scale;
    this.base = (one - (apartX > 0 ? u : 0) - (apartY > 0 ? v : 0)) * scale;
  }
}

/** How far outputs are apart on an axis from -1 to 1; 0 where `alignCorners` puts the only one in the middle. */
export function apart(outputs: i32, alignCorners: bool): f64 {
  if (!alignCorners) return 2 / <f64>outputs;
  return outputs > 1 ? 2 / <f64>(outputs - 1) : 0;
}

/** The sign of W in the middle of the crop, which is the front; of a W that is 0 there, the front is above 0. */
export function facing(theta: Pointer<f32>): f64 {
  return theta[8] < 0 ? -1 : 1;
}

/** Whether all nine entries are finite; a theta with any other samples nothing. */
export function isFinitePerspective(theta: Pointer<f32>): bool {
  for (let k = 0; k < 9; k++) if (!isFinite(theta[k])) return false;
  return true;
}

/** Whether the last row is (0, 0, 1): then the others are an affine theta, and are read as one. */
export function isAffine(theta: Pointer<f32>): bool {
  return theta[6] === 0 && theta[7] === 0 && theta[8] === 1;
}
