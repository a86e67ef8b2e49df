import { areFinite } from '../../memory/are-finite';
import { locateGridPoints } from '../../points/grid-points';
import { Row } from '../../points/row';
import { CellSpace, enterImage } from '../cells/cell-space';
import { gatherCell } from '../cells/gather';
import { CellsPlan, PART_OF_CELL, padPoints, placePoint } from '../cells/plan';
import { gatherInfinite, gatherOne } from '../taps/gather';
import { TapsPlan } from '../taps/plan';
import { CellPair, FromCoordinates, FromGrid, readsGrid } from './plan';
import { TwoSamples } from './two-samples';

/** `gatherCells` in one pass from the coordinates, or the grid, to the crop, two points at a time. */
export function gatherPairs(row: Row, cells: CellsPlan, tapsPlan: TapsPlan): void {
  const fromGrid = readsGrid(row);
  if (!fromGrid) padPoints(cells, row);
  enterImage(cells.space, row);
  const points = row.points;
  // Not the very last point, whose vector would end behind the crops.
  const isLast = row.cropAt + ((<usize>(points * row.crop.xStride)) << 2) === row.cropsEnd;
  const pairs = (isLast ? points - 1 : points) & ~1;
  let j = 0;
  while (j < points) {
    if (j < pairs) {
      if (fromGrid) j = gatherWhole<FromGrid>(row, cells.space, j, pairs, row.grid, 0);
      else j = gatherWhole<FromCoordinates>(row, cells.space, j, pairs, cells.x.at(0), cells.y.at(0));
      if (j === points) break;
    }
    const next = j < pairs ? j + 2 : points;
    if (fromGrid) locateGridPoints(row, j, next);
    for (; j < next; j++) gatherAny(row, j, cells, tapsPlan);
  }
  if (!areFinite(row.cropAt, points * row.crop.inner)) gatherInfinite<f32>(row, tapsPlan);
}

/** Samples pairs from j on, up to the first that lies on an edge, and says which that is. */
function gatherWhole<P>(row: Row, space: CellSpace, j: i32, pairs: i32, first: usize, second: usize): i32 {
  const source = changetype<P>(0);
  const one = space.splat(offsetof<CellSpace>('one'));
  const scale = space.both(offsetof<CellSpace>('scaleX'));
  const shift = space.splat(offsetof<CellSpace>('shift'));
  const zero = space.splat(offsetof<CellSpace>('zero'));
  const last = space.both(offsetof<CellSpace>('lastX'));
  const strides = space.both(offsetof<CellSpace>('strideX'));
  const whole = space.splat(offsetof<CellSpace>('whole'));
  const snap = space.splat(offsetof<CellSpace>('snap'));
  const pixels = row.imageAt;
  const right = (<usize>row.image.xStride) << 2;
  const down = (<usize>row.image.yStride) << 2;
  let out = row.cropAt + <usize>j * right;
  for (; j < pairs; j += 2, out += 2 * right) {
    const at = (<usize>j) << 3;
    const a = v128.load(first + at);
    const b = source.b(a, second + at);
    const p = source.p(a, b, one, scale, shift);
    const q = source.q(a, b, one, scale, shift);
    if (CellPair.areInside(p, q, zero, last)) TwoSamples.sample(out, p, q, pixels, right, down, strides, whole, snap);
    else if (CellPair.areOutside(p, q, space)) TwoSamples.fill(out, right, space);
    else break;
  }
  return j;
}

/** Point j alone, whatever it reads. */
function gatherAny(row: Row, j: i32, cells: CellsPlan, tapsPlan: TapsPlan): void {
  placePoint(cells, j, cells.x[j], cells.y[j], row.image, true);
  if (cells.offset[j] === PART_OF_CELL) gatherOne<f32>(row, j, tapsPlan);
  else gatherCell<f32>(row, j, cells);
}
