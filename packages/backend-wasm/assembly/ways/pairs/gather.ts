import { areFinite } from '../../memory/are-finite';
import { Layout } from '../../memory/layout';
import { Pointer } from '../../memory/pointer';
import { Problem } from '../../memory/problem';
import { gatherTaps, mendPoints } from '../../ops/gather-points';
import { PointRow } from '../../points/point-row';
import { readGridRow } from '../../points/read-grid-row';
import { CellSpace, enterImage } from '../cells/cell-space';
import { gatherCell } from '../cells/gather';
import { PART_OF_CELL, placePoint } from '../cells/plan';
import { CellPair } from './cell-pair';
import { TwoSamples } from './two-samples';

/** Whether points can be sampled in pairs: their cells are whole vectors, each of which holds a pixel's 2 to 4 channels. */
export function readsPairs<T>(row: PointRow, image: Layout, problem: Problem): bool {
  return isFloat<T>() && row.useCells && problem.dimensions === 2 && image.inner > 1 && image.inner <= 4;
}

/**
 * `gatherCells` in one pass from the coordinates to the crop: the padded ones of the row, or, with zeros padding, those
 * of the grid, if there is one.
 */
export function gatherPairs(
  row: PointRow,
  grid: Pointer<f32> | null,
  crop: Pointer<f32>,
  cropAt: i32,
  to: Layout,
  image: Pointer<f32>,
  imageAt: i32,
  from: Layout,
  problem: Problem,
): void {
  enterImage(row.space, imageAt, from);
  const pixels = image.at(imageAt);
  const points = row.points;
  const pairs = pairsOf(points, cropAt, to);
  let j = 0;
  while (j < points) {
    if (j < pairs) {
      if (grid !== null) j = gatherGridPairs(row.space, grid, j, pairs, crop.from(cropAt), pixels, from);
      else j = gatherCoordinatePairs(row, j, pairs, crop.from(cropAt), pixels, from);
      if (j === points) break;
    }
    const next = j < pairs ? j + 2 : points;
    if (grid !== null) readGridRow(row, j, next, grid, problem);
    for (; j < next; j++) gatherPoint(row, j, crop, cropAt, to, image, imageAt, from, problem);
  }
  if (areFinite(crop.at(cropAt), points * to.inner)) return;
  mendPoints<f32>(row, grid, crop, cropAt, to, image, imageAt, from, problem);
}

/** Samples pairs of a grid from j on, up to the first that lies on an edge, and says which that is. */
function gatherGridPairs(
  space: CellSpace,
  grid: Pointer<f32>,
  j: i32,
  pairs: i32,
  crop: Pointer<f32>,
  pixels: usize,
  image: Layout,
): i32 {
  const one = space.splat(offsetof<CellSpace>('one'));
  const scale = space.both(offsetof<CellSpace>('scaleX'));
  const shift = space.splat(offsetof<CellSpace>('shift'));
  const zero = space.splat(offsetof<CellSpace>('zero'));
  const last = space.both(offsetof<CellSpace>('lastX'));
  const strides = space.both(offsetof<CellSpace>('strideX'));
  const whole = space.splat(offsetof<CellSpace>('whole'));
  const snap = space.splat(offsetof<CellSpace>('snap'));
  const right = (<usize>image.xStride) << 2;
  const down = (<usize>image.yStride) << 2;
  let out = crop.at(j * image.xStride);
  for (; j < pairs; j += 2, out += 2 * right) {
    const g = v128.load(grid.at(2 * j));
    const first = f64x2.promote_low_f32x4(g);
    const second = f64x2.promote_low_f32x4(v128.shuffle<f64>(g, g, 1, 1));
    const p = f64x2.sub(f64x2.mul(f64x2.add(first, one), scale), shift);
    const q = f64x2.sub(f64x2.mul(f64x2.add(second, one), scale), shift);
    if (CellPair.areInside(p, q, zero, last)) TwoSamples.sample(out, p, q, pixels, right, down, strides, whole, snap);
    else if (CellPair.areOutside(p, q, space)) TwoSamples.fill(out, right, space);
    else break;
  }
  return j;
}

/** The same with the coordinates of a row. */
function gatherCoordinatePairs(
  row: PointRow,
  j: i32,
  pairs: i32,
  crop: Pointer<f32>,
  pixels: usize,
  image: Layout,
): i32 {
  const space = row.space;
  const zero = space.splat(offsetof<CellSpace>('zero'));
  const last = space.both(offsetof<CellSpace>('lastX'));
  const strides = space.both(offsetof<CellSpace>('strideX'));
  const whole = space.splat(offsetof<CellSpace>('whole'));
  const snap = space.splat(offsetof<CellSpace>('snap'));
  const right = (<usize>image.xStride) << 2;
  const down = (<usize>image.yStride) << 2;
  const x = row.cells.x;
  const y = row.cells.y;
  let out = crop.at(j * image.xStride);
  for (; j < pairs; j += 2, out += 2 * right) {
    const px = v128.load(x.at(j));
    const py = v128.load(y.at(j));
    const p = v128.shuffle<f64>(px, py, 0, 2);
    const q = v128.shuffle<f64>(px, py, 1, 3);
    if (CellPair.areInside(p, q, zero, last)) TwoSamples.sample(out, p, q, pixels, right, down, strides, whole, snap);
    else if (CellPair.areOutside(p, q, space)) TwoSamples.fill(out, right, space);
    else break;
  }
  return j;
}

/** How many points are sampled in pairs: not the very last one, whose vector would end behind the crops. */
function pairsOf(points: i32, cropAt: i32, crop: Layout): i32 {
  const isLast = cropAt + points * crop.xStride === crop.batch * crop.batchStride;
  return (isLast ? points - 1 : points) & ~1;
}

/** Point j alone, whatever it reads. */
function gatherPoint(
  row: PointRow,
  j: i32,
  crop: Pointer<f32>,
  cropAt: i32,
  to: Layout,
  image: Pointer<f32>,
  imageAt: i32,
  from: Layout,
  problem: Problem,
): void {
  const cells = row.cells;
  placePoint(cells, j, cells.x[j], cells.y[j], from, true);
  if (cells.offset[j] === PART_OF_CELL) gatherTaps<f32>(row, j, crop, cropAt, to, image, imageAt, from, problem);
  else gatherCell<f32>(crop.from(cropAt), j, to, image.from(imageAt), from, cells, <f32>problem.fillValue);
}
