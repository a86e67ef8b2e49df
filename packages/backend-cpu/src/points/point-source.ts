import type { Row } from '../row.js';

/** The pixel coordinates of an axis-aligned crop: one per column, row and slice of the output. They may be used up. */
export interface Lines {
  x: Float64Array;
  y: Float64Array;
  z: Float64Array;
}

/** Where to sample: one point per output, crop by crop and row by row. */
export interface PointSource {
  /** Turns to crop n, and says in `row` how far its coordinates may be off. Gives the lines of one that has such. */
  turnTo(row: Row, n: number): Lines | undefined;
  /** Reads the coordinates of all points of row (k, i) of the crop. */
  read(row: Row): void;
  /** Begins the gradient by what the points come from. */
  startGradient(): PointGradient;
}

/** The gradient by a grid or by thetas, as it is added up. */
export interface PointGradient {
  /** Adds that of a row by its normalised coordinates: x, y(, z) of one point after the other. */
  add(row: Row, gradient: Float64Array): void;
  /** All of it, in the shape of the grid or the thetas. */
  total(): Float32Array;
}
