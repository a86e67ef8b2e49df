import { Layout } from '../memory/layout';
import { Pointer } from '../memory/pointer';
import { Problem } from '../memory/problem';
import { computePointTaps, computeRowTaps, PointRow, planFours } from '../points/point-row';
import { GENERAL } from '../ways/fours/plan';
import { scatterFours } from '../ways/fours/scatter';
import { scatterRow } from '../ways/taps/scatter';
import { findVolumeCells, NO_CELL } from '../ways/volume-cells/plan';
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
  if (ASC_FEATURE_SIMD) {
    if (row.useFours) {
      planFours(row, false, problem);
      scatterFours<A>(row.fours, dimage, imageAt, to, dy, cropAt, from, row.points, problem);
      if (!row.fours.hasGeneral) return;
      scatterOthers<A>(row, row.fours.offset, GENERAL, dimage, imageAt, to, dy, cropAt, from, problem);
      return;
    }
  }
  if (row.useCells) {
    const cells = row.cells;
    findVolumeCells(cells, row.x, row.y, row.z, row.points, to, false);
    scatterVolumeCells<A>(dimage, imageAt, to, dy, cropAt, from, row.points, cells);
    if (cells.hasOthers) scatterOthers<A>(row, cells.offset, NO_CELL, dimage, imageAt, to, dy, cropAt, from, problem);
    return;
  }
  computeRowTaps(row, 0, row.points, to, problem);
  scatterRow<A>(dimage, imageAt, to, dy, cropAt, from, row.points, row.taps, row.point);
}

/** Scatters the points that a way has marked as left to the general one. */
function scatterOthers<A>(
  row: PointRow,
  offset: Pointer<i32>,
  mark: i32,
  dimage: Pointer<A>,
  imageAt: i32,
  to: Layout,
  dy: Pointer<f32>,
  cropAt: i32,
  from: Layout,
  problem: Problem,
): void {
  for (let j = 0; j < row.points; j++) {
    if (offset[j] !== mark) continue;
    computePointTaps(row, j, to, problem);
    scatterRow<A>(dimage, imageAt, to, dy, cropAt + j * from.xStride, from, 1, row.taps, row.point);
  }
}
