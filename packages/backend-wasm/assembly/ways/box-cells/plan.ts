import { AxisTaps } from '../../axis/axis-taps';
import { isLinear } from '../../axis/modes';
import { Layout } from '../../memory/layout';
import { Pointer } from '../../memory/pointer';
import { Problem } from '../../memory/problem';
import { takeArray, takeStruct } from '../../memory/scratch';
import { RowTaps } from '../taps/plan';

/** One column of an axis-aligned crop; all that a loop over columns reads of it lies side by side. */
@unmanaged
export class CellColumn {
  /** Where the left pixel of the cell starts, in bytes from the start of its image row. */
  offset: i32;
  /** How far right of it the column lies, from 0 to 1. */
  t: f32;
  /** The column's base coordinate. */
  u: f32;
}

/**
 * The longest run of columns of a bilinear crop with both taps inside the image and one slope: each of its points reads a
 * whole cell of 2 × 2 pixels, where the two rows are inside as well. Most columns left are outside the image or on its edges.
 */
@unmanaged
export class CellColumns {
  /** The run: from `from` to before `to`. */
  from: i32;
  to: i32;
  /** The derivative of t by the normalised coordinate. */
  slope: f64;
  /** Where all columns are, one behind the other; only those of the run are filled in. */
  first: usize;

  /** The address of column j. */
  @inline
  at(j: i32): usize {
    return this.first + <usize>j * offsetof<CellColumn>();
  }
}

/** Whether a kernel can take whole cells: the channels of a pixel lie side by side, in vectors. */
export function takesCells<T>(problem: Problem, image: Layout): bool {
  if (!ASC_FEATURE_SIMD || !isFloat<T>() || problem.dimensions !== 2 || !isLinear(problem.mode)) return false;
  return image.inner % 4 === 0 || image.inner === 2 || image.inner === 3;
}

/** Room for the columns of any crop. */
export function createCellColumns(width: i32): CellColumns {
  const columns = takeStruct<CellColumns>();
  columns.first = takeArray<u8>(<f64>width * offsetof<CellColumn>()).at(0);
  return columns;
}

/** Finds the run, and fills in its columns; `u` are the base coordinates. */
export function findCellColumns(columns: CellColumns, x: AxisTaps, width: i32, image: Layout, u: Pointer<f64>): void {
  columns.from = 0;
  columns.to = 0;
  for (let from = 0, to = 0; from < width; from = to) {
    to = from + 1;
    if (!isWhole(x, from)) continue;
    while (to < width && isWhole(x, to) && x.slope[2 * to] === x.slope[2 * from]) to++;
    if (to - from <= columns.to - columns.from) continue;
    columns.from = from;
    columns.to = to;
  }
  for (let j = columns.from; j < columns.to; j++) {
    const column = changetype<CellColumn>(columns.at(j));
    column.offset = (x.index[2 * j] * image.xStride) << 2;
    column.t = <f32>x.weight[2 * j + 1];
    column.u = <f32>u[j];
  }
  if (columns.to > 0) columns.slope = x.slope[2 * columns.from + 1];
}

function isWhole(x: AxisTaps, j: i32): bool {
  return x.index[2 * j] >= 0 && x.index[2 * j + 1] === x.index[2 * j] + 1;
}

/** Whether both image rows of the current output row are inside, so that the columns' cells are whole. */
export function hasWholeRows(taps: RowTaps): bool {
  return isWhole(taps.y, taps.yAt);
}

/** Whether the current output row lies outside the image as a whole. */
export function hasNoRows(taps: RowTaps): bool {
  return taps.y.index[2 * taps.yAt] < 0 && taps.y.index[2 * taps.yAt + 1] < 0;
}
