import type { Row } from '../row.js';
import type { Lines } from './lines.js';

/** Where to sample: one point per output, crop by crop and row by row. */
export interface PointSource {
  /** Turns to crop n, and says in `row` how far its coordinates may be off. Gives the coordinates of one that is a box. */
  turnTo(row: Row, n: number): Lines | undefined;
  /** Reads the coordinates of all points of row (k, i) of the crop; under antialias their footprints are there, too. */
  read(row: Row): void;
  /** Begins the gradient by what the points come from. */
  startGradient(): PointGradient;
}

/** The gradient by a grid or by thetas, as it is added up. */
export interface PointGradient {
  /**
   * Adds that of a row by its normalised coordinates: x, y(, z) of one point after the other. Under antialias the second half
   * is that by the footprints, likewise.
   */
  add(row: Row, gradient: Float64Array): void;
  /** All of it, in the shape of the grid or the thetas. */
  total(): Float32Array;
}
