import type { AxisTaps } from './axis/axis-taps.js';
import { type Lines, NO_LINES } from './points/lines.js';

/** A row of output points, and where they are read. The object is one and the same for every row, filled again each time. */
export interface Row {
  /** The crop, its row and its slice. */
  n: number;
  i: number;
  k: number;
  /** Pixel coordinates of the `count` points that are still to be read; z is not used in 2-D. */
  x: Float64Array;
  y: Float64Array;
  z: Float64Array;
  count: number;
  /** Their taps along x, where these are columns of a box: then the first y is that of all, and x is not used. */
  columns: AxisTaps | undefined;
  /** Which output of the row each of them is. */
  point: Int32Array;
  /** How far the coordinates of the crop may be off along x, y and z, in pixels, besides their own rounding. */
  errors: readonly number[];
  /** Under antialias, how many pixels long each output is along x, y and z; of a box, each column, row and slice. */
  footprints: Lines;
}

/** Room for a row of `width` points. */
export function createRow(width: number): Row {
  return {
    n: 0,
    i: 0,
    k: 0,
    x: new Float64Array(width),
    y: new Float64Array(width),
    z: new Float64Array(width),
    count: 0,
    columns: undefined,
    point: new Int32Array(width),
    errors: [0, 0, 0],
    footprints: NO_LINES,
  };
}
