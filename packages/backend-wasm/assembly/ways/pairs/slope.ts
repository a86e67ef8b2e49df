import { Pointer } from '../../memory/pointer';
import { locateGridPoints } from '../../points/grid-points';
import { Row } from '../../points/row';
import { CellSpace, enterImage } from '../cells/cell-space';
import { CellsPlan, PART_OF_CELL, padPoints, placePoint } from '../cells/plan';
import { slopeCell } from '../cells/slope';
import { TapsPlan } from '../taps/plan';
import { slopeOne } from '../taps/slope';
import { CellPair, FromCoordinates, FromGrid, readsGrid } from './plan';
import { TwoSlopes } from './two-slopes';

/** `slopeCells` in one pass from the coordinates, or the grid, to the gradients, as `gatherPairs` is for samples. */
export function slopePairs(row: Row, cells: CellsPlan, tapsPlan: TapsPlan): void {
  const fromGrid = readsGrid(row);
  if (!fromGrid) padPoints(cells, row);
  enterImage(cells.space, row);
  const points = row.points;
  const pairs = points & ~1;
  let j = 0;
  while (j < points) {
    if (j < pairs) {
      if (fromGrid) j = slopeWhole<FromGrid>(row, cells, j, pairs, row.grid, 0);
      else j = slopeWhole<FromCoordinates>(row, cells, j, pairs, cells.x.at(0), cells.y.at(0));
      if (j === points) break;
    }
    const next = min(j + 2, points);
    if (fromGrid) locateGridPoints(row, j, next);
    for (; j < next; j++) {
      placePoint(cells, j, cells.x[j], cells.y[j], row.image, false);
      if (cells.offset[j] === PART_OF_CELL) slopeOne<f32>(row, j, tapsPlan);
      else slopeCell<f32>(row, j, cells);
    }
  }
}

/** Differentiates pairs from j on, up to the first that lies on an edge, and says which that is. */
function slopeWhole<P>(row: Row, cells: CellsPlan, j: i32, pairs: i32, first: usize, second: usize): i32 {
  const source = changetype<P>(0);
  const space = cells.space;
  const one = space.splat(offsetof<CellSpace>('one'));
  const scale = space.both(offsetof<CellSpace>('scaleX'));
  const shift = space.splat(offsetof<CellSpace>('shift'));
  const zero = space.splat(offsetof<CellSpace>('zero'));
  const last = space.both(offsetof<CellSpace>('lastX'));
  const image = row.image;
  const pixels = row.imageAt;
  const dy = changetype<Pointer<f32>>(row.cropAt);
  const x = row.gx;
  const y = row.gy;
  for (; j < pairs; j += 2) {
    const at = (<usize>j) << 3;
    const a = v128.load(first + at);
    const b = source.b(a, second + at);
    const p = source.p(a, b, one, scale, shift);
    const q = source.q(a, b, one, scale, shift);
    let sums = f32x4.splat(0);
    if (CellPair.areInside(p, q, zero, last))
      sums = TwoSlopes.inPixels(p, q, dy.at(j * image.xStride), pixels, image, space);
    else if (!CellPair.areOutside(p, q, space)) break;
    TwoSlopes.store(x.at(j), y.at(j), sums, cells.slopeX.at(j), cells.slopeY.at(j));
  }
  return j;
}
