import { COORDINATE_ROUNDING } from '../axis/axis.js';

/** A number that changes by `perX` from one output column to the next, and by `perY` from row to row, in `base` at 0. */
export interface PerspectiveLine {
  perX: number;
  perY: number;
  base: number;
}

/**
 * A perspective theta in pixels: output (i, j) reads at (x, y) = (X/W, Y/W) - offset, with each of X, Y and W a line at
 * (j + offset, i + offset). Where W is not above 0 the point is behind the camera.
 */
export interface PerspectiveAxes {
  x: PerspectiveLine;
  y: PerspectiveLine;
  w: PerspectiveLine;
  offset: number;
  /** How far the coordinates in the middle of the crop may be off, in pixels, because theta's numbers are rounded. */
  errors: readonly number[];
}

/** The axes of one theta, [3,3], that starts at `at` and is finite. `imageSize` and `size` are [H,W] and [h,w]. */
export function perspectiveAxes(
  theta: Float32Array,
  at: number,
  [height, width]: readonly number[],
  [rows, columns]: readonly number[],
  alignCorners: boolean,
): PerspectiveAxes {
  const sign = facing(theta, at);
  const entries = Array.from({ length: 9 }, (_, k) => sign * theta[at + k]);
  const last = entries.slice(6);
  const columnsApart = apart(columns, alignCorners);
  const rowsApart = apart(rows, alignCorners);
  /** A row of theta along the output, scaled. */
  const line = ([u, v, one]: readonly number[], scale: number): PerspectiveLine => ({
    perX: u * columnsApart * scale,
    perY: v * rowsApart * scale,
    base: (one - (columnsApart > 0 ? u : 0) - (rowsApart > 0 ? v : 0)) * scale,
  });
  /** From [-1, 1] to pixels: half the length times one more. */
  const inPixels = (row: readonly number[], length: number): PerspectiveLine =>
    line(
      row.map((entry, k) => entry + last[k]),
      (alignCorners ? length - 1 : length) / 2,
    );
  const [x, y] = [entries.slice(0, 3), entries.slice(3, 6)];
  const error = (row: readonly number[], length: number): number => {
    const sum = [...row, ...last].reduce((total, entry) => total + Math.abs(entry), 0);
    return last[2] > 0 ? (COORDINATE_ROUNDING * sum * length) / last[2] : 0;
  };
  return {
    x: inPixels(x, width),
    y: inPixels(y, height),
    w: line(last, 1),
    offset: alignCorners ? 0 : 0.5,
    errors: [error(x, width), error(y, height), 0],
  };
}

/** How far outputs are apart on an axis from -1 to 1; 0 where `alignCorners` puts the only one in the middle. */
export function apart(outputs: number, alignCorners: boolean): number {
  if (!alignCorners) return 2 / outputs;
  return outputs > 1 ? 2 / (outputs - 1) : 0;
}

/** What the row of a theta that starts at `at` gives at the point (u, v). */
export function rowAt(theta: Float32Array, at: number, u: number, v: number): number {
  return theta[at] * u + theta[at + 1] * v + theta[at + 2];
}

/** The sign of W in the middle of the crop, which is the front; of a W that is 0 there, the front is above 0. */
export function facing(theta: Float32Array, at: number): 1 | -1 {
  return theta[at + 8] < 0 ? -1 : 1;
}

/** Whether all nine entries are finite; a theta with any other samples nothing. */
export function isFinitePerspective(theta: Float32Array, at: number): boolean {
  for (let k = 0; k < 9; k++) if (!Number.isFinite(theta[at + k])) return false;
  return true;
}

/** Whether the last row is (0, 0, 1): then the others are an affine theta, and are read as one. */
export function isAffine(theta: Float32Array, at: number): boolean {
  return theta[at + 6] === 0 && theta[at + 7] === 0 && theta[at + 8] === 1;
}
