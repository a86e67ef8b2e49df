import { AxisTaps, createAxisTaps } from '../../axis/axis-taps';
import { isLinear } from '../../axis/modes';
import { RowTaps } from '../../axis/row-taps';
import { Pointer } from '../../memory/pointer';
import { takeArray, takeStruct } from '../../memory/scratch';
import { Box } from '../../points/box';
import { Row } from '../../points/row';

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
 * The runs of columns of a bilinear crop with both taps in the image, equally far apart, and one slope: each of their points
 * reads a whole cell of 2 × 2 pixels, where the two rows are in the image as well. The taps of a cell are side by side, but
 * over the seam of wrap padding, or one and the same pixel beyond a border. Columns left are outside the image, or half so.
 */
@unmanaged
export class BoxCellsPlan {
  box: Box;
  /** How many runs there are, and where each starts; behind the last one follows the width of the crop. */
  runs: i32;
  from: Pointer<i32>;
  /** Behind the last column of each run. */
  to: Pointer<i32>;
  /** Where all columns are, one behind the other; only those of runs are filled in. */
  first: usize;
  /** The taps of one column that is in no run, those along x being parts of the box's. */
  edge: RowTaps;

  /** The address of column j. */
  @inline
  at(j: i32): usize {
    return this.first + <usize>j * offsetof<CellColumn>();
  }

  /** Points `edge` at column j, and says whether it reads anything. */
  @inline
  enterEdge(j: i32): bool {
    const taps = this.box.taps;
    const x = this.edge.x;
    const index = taps.x.index;
    if (index[2 * j] < 0 && index[2 * j + 1] < 0) return false;
    x.index = index.from(2 * j);
    x.weight = taps.x.weight.from(2 * j);
    x.slope = taps.x.slope.from(2 * j);
    this.edge.yAt = taps.yAt;
    this.edge.zAt = taps.zAt;
    return true;
  }
}

/** Whether crops can be differentiated by cells: the channels of a pixel lie side by side, in vectors. */
export function takesBoxCells<T>(row: Row): bool {
  const problem = row.problem;
  if (!isFloat<T>() || problem.dimensions !== 2 || !isLinear(problem.mode) || problem.fillValue !== 0) return false;
  const inner = row.image.inner;
  return inner % 4 === 0 || inner === 2 || inner === 3;
}

/** Room for the columns of any crop. */
export function createBoxCellsPlan(row: Row, box: Box): BoxCellsPlan {
  const plan = takeStruct<BoxCellsPlan>();
  plan.box = box;
  plan.first = takeArray<u8>(<f64>row.points * offsetof<CellColumn>()).at(0);
  plan.from = takeArray<i32>(<f64>row.points + 1);
  plan.to = takeArray<i32>(row.points);
  plan.edge = takeStruct<RowTaps>();
  plan.edge.x = createAxisTaps(1, 2);
  plan.edge.y = box.taps.y;
  plan.edge.z = box.taps.z;
  plan.edge.yStep = 0;
  plan.edge.zStep = 0;
  return plan;
}

/** Finds the runs of the current crop, and fills in their columns. */
export function planBoxCells(plan: BoxCellsPlan, row: Row): void {
  const x = plan.box.taps.x;
  const width = row.points;
  const u = plan.box.sums.columns32;
  let runs = 0;
  for (let j = 0; j < width; j++) {
    if (!isWhole(x, j)) continue;
    if (runs === 0 || plan.to[runs - 1] !== j || !isAlike(x, j - 1, j)) plan.from[runs++] = j;
    plan.to[runs - 1] = j + 1;
    const column = changetype<CellColumn>(plan.at(j));
    column.offset = (x.index[2 * j] * row.image.xStride) << 2;
    column.t = <f32>x.weight[2 * j + 1];
    column.u = u[j];
  }
  plan.from[runs] = width;
  plan.runs = runs;
}

function isWhole(x: AxisTaps, j: i32): bool {
  return x.index[2 * j] >= 0 && x.index[2 * j + 1] >= 0;
}

function isAlike(x: AxisTaps, i: i32, j: i32): bool {
  return x.slope[2 * i] === x.slope[2 * j] && stepOf(x, i) === stepOf(x, j);
}

/** How many pixels the second tap of a point lies behind the first. */
export function stepOf(x: AxisTaps, j: i32): i32 {
  return x.index[2 * j + 1] - x.index[2 * j];
}

/** Whether both image rows of the current output row are in the image, so that the columns' cells are whole. */
export function hasWholeRows(taps: RowTaps): bool {
  return isWhole(taps.y, taps.yAt);
}

/** Whether the current output row lies outside the image as a whole. */
export function hasNoRows(taps: RowTaps): bool {
  return taps.y.index[2 * taps.yAt] < 0 && taps.y.index[2 * taps.yAt + 1] < 0;
}
