import { findCells, PART_OF_CELL, padPoints } from './bilinear-cells';
import { Layout } from './layout';
import { computeRowTaps, PointRow } from './point-row';
import { Pointer } from './pointer';
import { Problem } from './problem';
import { scatterCells } from './scatter-cells';
import { scatterRow } from './scatter-row';
import { scatterVolumeCells } from './scatter-volume-cells';
import { findVolumeCells } from './volume-cells';

/** The transpose of `gatherPoints`; see `scatterRow`. */
export function scatterPoints<A>(
  row: PointRow,
  dimage: Pointer<A>,
  imageAt: i32,
  to: Layout,
  dy: Pointer<f32>,
  cropAt: i32,
  from: Layout,
  problem: Problem,
): void {
  if (!row.useCells) {
    computeRowTaps(row, 0, row.points, to, problem);
    scatterRow<A>(dimage, imageAt, to, dy, cropAt, from, row.points, row.taps, row.point);
    return;
  }
  if (problem.dimensions === 3) {
    findVolumeCells(row.cells, row.x, row.y, row.z, row.points, to, false);
    scatterVolumeCells<A>(dimage, imageAt, to, dy, cropAt, from, row.points, row.cells);
  } else {
    padPoints(row.cells, row.x, row.y, row.points, to, problem);
    findCells(row.cells, row.space, row.points, to, false);
    scatterCells<A>(dimage, imageAt, to, dy, cropAt, from, row.points, row.cells);
  }
  if (!row.cells.hasParts) return;
  for (let j = 0; j < row.points; j++) {
    if (row.cells.offset[j] !== PART_OF_CELL) continue;
    computeRowTaps(row, j, 1, to, problem);
    scatterRow<A>(dimage, imageAt, to, dy, cropAt + j * from.xStride, from, 1, row.taps, row.point);
  }
}
