import { type AxisTaps, createAxisTaps } from '../../axis/axis-taps.js';
import { computeAxisTaps } from '../../axis/compute-axis-taps.js';
import type { Call } from '../../call.js';
import type { Lines } from '../../points/lines.js';
import type { Row } from '../../row.js';
import { type Cells, createCells, hasLinearTap } from '../cells/plan.js';

/** The columns of a box, sorted once for all of its rows. */
export interface Columns {
  /** Those strictly inside the image, from left to right in it; where a row is inside too, they are its cells. */
  cells: Cells;
  inside: number;
  /** The taps of all columns that have any, and which outputs they are: first those at the edges. */
  taps: AxisTaps;
  x: Float64Array;
  point: Int32Array;
  edge: number;
  /** The pixel coordinates of the rows. */
  y: Float64Array;
}

/** Room for the boxes of a call. */
export function createColumns(call: Call): Columns {
  const { width } = call.crop;
  return {
    cells: createCells(call),
    inside: 0,
    taps: createAxisTaps(width, call.mode.support),
    x: new Float64Array(width),
    point: new Int32Array(width),
    edge: 0,
    y: new Float64Array(0),
  };
}

/** Sorts the columns of a box. */
export function planColumns(columns: Columns, lines: Lines, { errors }: Row, { image, x, mode }: Call): void {
  const { cells, point } = columns;
  const width = lines.x.length;
  const last = x.size - 1;
  const flipped = lines.x[0] > lines.x[width - 1];
  let inside = 0;
  let edge = 0;
  for (let p = 0; p < width; p++) {
    const j = flipped ? width - 1 - p : p;
    const px = lines.x[j];
    if (px > 0 && px < last) {
      const x0 = px | 0;
      cells.at[2 * inside] = x0 * image.xStride;
      cells.at[2 * inside + 1] = j;
      cells.part[2 * inside] = px - x0;
      inside++;
    } else if (hasLinearTap(px, x)) {
      point[edge++] = j;
    }
  }
  for (let p = 0; p < inside; p++) point[edge + p] = cells.at[2 * p + 1];
  for (let p = 0; p < edge + inside; p++) columns.x[p] = lines.x[point[p]];
  computeAxisTaps(columns.taps, columns.x, edge + inside, x, mode, errors[0]);
  columns.inside = inside;
  columns.edge = edge;
  columns.y = lines.y;
}

/** Takes the columns inside, if the row is; leaves those that have a tap, and the others are done. */
export function takeColumns({ cells, inside, taps, point, edge, y }: Columns, row: Row, call: Call): void {
  const { image, y: axis } = call;
  const py = y[row.i];
  const taken = py > 0 && py < axis.size - 1;
  cells.count = taken ? inside : 0;
  row.count = taken ? edge : hasLinearTap(py, axis) ? edge + inside : 0;
  row.columns = taps;
  row.y[0] = py;
  row.point.set(point.subarray(0, row.count));
  const y0 = py | 0;
  cells.rowAt = y0 * image.yStride;
  cells.part[1] = py - y0;
}

/** The columns taken, for loops over cells: each gets the part of the way to the next pixel row, which is that of the first. */
export function asCells({ cells }: Columns): Cells {
  const { count, part } = cells;
  for (let p = 1; p < count; p++) part[2 * p + 1] = part[1];
  return cells;
}
