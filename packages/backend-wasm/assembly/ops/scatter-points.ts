import { Layout } from '../memory/layout';
import { Pointer } from '../memory/pointer';
import { Problem } from '../memory/problem';
import { computeRowTaps, PointRow } from '../points/point-row';
import { findCells, PART_OF_CELL, padPoints } from '../ways/cells/plan';
import { scatterCells } from '../ways/cells/scatter';
import { scatterRow } from '../ways/taps/scatter';
import { findVolumeCells } from '../ways/volume-cells/plan';
import { scatterVolumeCells } from '../ways/volume-cells/scatter';

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
