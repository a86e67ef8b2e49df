import { Layout } from '../../memory/layout';
import { Pointer } from '../../memory/pointer';
import { Problem } from '../../memory/problem';
import { slopeTaps } from '../../ops/slope-points';
import { PointRow } from '../../points/point-row';
import { readGridRow } from '../../points/read-grid-row';
import { CellSpace, enterImage } from '../cells/cell-space';
import { PART_OF_CELL, placePoint } from '../cells/plan';
import { slopeCell } from '../cells/slope';
import { RowGradient } from '../taps/slope';
import { CellPair } from './cell-pair';
import { TwoSlopes } from './two-slopes';

/** `slopeCells` in one pass from the coordinates to the gradients, as `gatherPairs` is for samples. */
export function slopePairs(
  row: PointRow,
  grid: Pointer<f32> | null,
  gradient: RowGradient,
  dy: Pointer<f32>,
  cropAt: i32,
  crop: Layout,
  image: Pointer<f32>,
  imageAt: i32,
  from: Layout,
  problem: Problem,
): void {
  enterImage(row.space, imageAt, from);
  const pixels = image.at(imageAt);
  const points = row.points;
  const pairs = points & ~1;
  const cells = row.cells;
  let j = 0;
  while (j < points) {
    if (j < pairs) {
      if (grid !== null) j = slopeGridPairs(row, grid, j, pairs, gradient, dy.from(cropAt), pixels, from);
      else j = slopeCoordinatePairs(row, j, pairs, gradient, dy.from(cropAt), pixels, from);
      if (j === points) break;
    }
    const next = min(j + 2, points);
    if (grid !== null) readGridRow(row, j, next, grid, problem);
    for (; j < next; j++) {
      placePoint(cells, j, cells.x[j], cells.y[j], from, false);
      if (cells.offset[j] === PART_OF_CELL) {
        slopeTaps<f32>(row, j, gradient, dy, cropAt, crop, image, imageAt, from, problem);
      } else {
        slopeCell<f32>(gradient, j, dy.from(cropAt), crop, image.from(imageAt), from, cells);
      }
    }
  }
}

/** Differentiates pairs of a grid from j on, up to the first that lies on an edge, and says which that is. */
function slopeGridPairs(
  row: PointRow,
  grid: Pointer<f32>,
  j: i32,
  pairs: i32,
  gradient: RowGradient,
  dy: Pointer<f32>,
  pixels: usize,
  image: Layout,
): i32 {
  const space = row.space;
  const one = space.splat(offsetof<CellSpace>('one'));
  const scale = space.both(offsetof<CellSpace>('scaleX'));
  const shift = space.splat(offsetof<CellSpace>('shift'));
  const zero = space.splat(offsetof<CellSpace>('zero'));
  const last = space.both(offsetof<CellSpace>('lastX'));
  const x = gradient.x;
  const y = gradient.y;
  for (; j < pairs; j += 2) {
    const g = v128.load(grid.at(2 * j));
    const first = f64x2.promote_low_f32x4(g);
    const second = f64x2.promote_low_f32x4(v128.shuffle<f64>(g, g, 1, 1));
    const p = f64x2.sub(f64x2.mul(f64x2.add(first, one), scale), shift);
    const q = f64x2.sub(f64x2.mul(f64x2.add(second, one), scale), shift);
    let sums = f32x4.splat(0);
    if (CellPair.areInside(p, q, zero, last))
      sums = TwoSlopes.inPixels(p, q, dy.at(j * image.xStride), pixels, image, space);
    else if (!CellPair.areOutside(p, q, space)) break;
    TwoSlopes.store(x.at(j), y.at(j), sums, row.cells.slopeX.at(j), row.cells.slopeY.at(j));
  }
  return j;
}

/** The same with the coordinates of a row. */
function slopeCoordinatePairs(
  row: PointRow,
  j: i32,
  pairs: i32,
  gradient: RowGradient,
  dy: Pointer<f32>,
  pixels: usize,
  image: Layout,
): i32 {
  const space = row.space;
  const zero = space.splat(offsetof<CellSpace>('zero'));
  const last = space.both(offsetof<CellSpace>('lastX'));
  for (; j < pairs; j += 2) {
    const px = v128.load(row.cells.x.at(j));
    const py = v128.load(row.cells.y.at(j));
    const p = v128.shuffle<f64>(px, py, 0, 2);
    const q = v128.shuffle<f64>(px, py, 1, 3);
    let sums = f32x4.splat(0);
    if (CellPair.areInside(p, q, zero, last))
      sums = TwoSlopes.inPixels(p, q, dy.at(j * image.xStride), pixels, image, space);
    else if (!CellPair.areOutside(p, q, space)) break;
    TwoSlopes.store(gradient.x.at(j), gradient.y.at(j), sums, row.cells.slopeX.at(j), row.cells.slopeY.at(j));
  }
  return j;
}
