import { pixelsPerUnit } from '../../axis/axis-taps';
import { isLinear } from '../../axis/modes';
import { movesPoints, padCoordinates } from '../../axis/pad';
import { Layout } from '../../memory/layout';
import { Pointer } from '../../memory/pointer';
import { takeArray, takeStruct } from '../../memory/scratch';
import { Row } from '../../points/row';
import { CellSpace, createCellSpace, lastCell, SNAP } from './cell-space';

/** In place of a cell's offset: the point reads nothing at all, or lies on the edge and reads part of a cell. */
export const NO_CELL: i32 = -1;
export const PART_OF_CELL: i32 = -2;

/**
 * The specialised way for bilinear points of an image: instead of taps, the cell of 2 × 2 pixels that each point lies
 * in, and where in it. Points that read only part of a cell, which happens on the edges, are left to the general way,
 * one by one: pixels that they do not read may be NaN.
 */
@unmanaged
export class CellsPlan {
  /** Per point, the cell's top left pixel, counted from the image's first value; or NO_CELL, or PART_OF_CELL. */
  offset: Pointer<i32>;
  /** Whether any point reads only part of a cell. */
  hasParts: bool;
  /** Where in the cell, from 0 to 1; for samples from -`SNAP` to below 1, and what is below 0 counts as 0. */
  tx: Pointer<f32>;
  ty: Pointer<f32>;
  /** The derivatives of the padded pixel coordinates by the normalised ones. */
  slopeX: Pointer<f32>;
  slopeY: Pointer<f32>;
  /** The padded pixel coordinates, and the derivatives of the one by the other. Where padding moves no point they are the row's own. */
  x: Pointer<f64>;
  y: Pointer<f64>;
  padSlope: Pointer<f64>;
  space: CellSpace;
}

/** Whether points can be read cell by cell. */
export function takesCells(row: Row): bool {
  const problem = row.problem;
  return problem.dimensions === 2 && isLinear(problem.mode) && problem.imageWidth > 1 && problem.imageHeight > 1;
}

/** Room for the cells of a row. */
export function createCellsPlan(row: Row): CellsPlan {
  const cells = takeStruct<CellsPlan>();
  const problem = row.problem;
  const points = row.points;
  const isPadded = movesPoints(problem.paddingMode);
  cells.space = createCellSpace(row.image, problem);
  cells.offset = takeArray<i32>(points);
  cells.tx = takeArray<f32>(points);
  cells.ty = takeArray<f32>(points);
  cells.slopeX = takeArray<f32>(points);
  cells.slopeY = takeArray<f32>(points);
  cells.x = isPadded ? takeArray<f64>(points) : row.x;
  cells.y = isPadded ? takeArray<f64>(points) : row.y;
  cells.padSlope = takeArray<f64>(points);
  // Where the padding does not move points, these stay.
  const alignCorners = problem.alignCorners !== 0;
  for (let j = 0; j < points; j++) {
    cells.slopeX[j] = <f32>pixelsPerUnit(problem.imageWidth, alignCorners);
    cells.slopeY[j] = <f32>pixelsPerUnit(problem.imageHeight, alignCorners);
  }
  return cells;
}

/** Pads the coordinates of a row. */
export function padPoints(cells: CellsPlan, row: Row): void {
  if (!movesPoints(row.problem.paddingMode)) return;
  padAxis(cells, cells.x, cells.slopeX, row.x, row.image.width, row);
  padAxis(cells, cells.y, cells.slopeY, row.y, row.image.height, row);
}

function padAxis(
  cells: CellsPlan,
  padded: Pointer<f64>,
  slope: Pointer<f32>,
  x: Pointer<f64>,
  size: i32,
  row: Row,
): void {
  const alignCorners = row.problem.alignCorners !== 0;
  const scale = pixelsPerUnit(size, alignCorners);
  const points = row.points;
  memory.copy(padded.at(0), x.at(0), (<usize>points) << 3);
  padCoordinates(padded, cells.padSlope, points, size, row.problem.paddingMode, alignCorners);
  for (let j = 0; j < points; j++) slope[j] = <f32>(cells.padSlope[j] * scale);
}

/**
 * Finds the cells of the points of a row, whose padded coordinates are there. Those of samples are snapped, see `SNAP`;
 * the slope of a point is that of the cell which the coordinate itself lies in.
 */
export function findCells(cells: CellsPlan, row: Row, snaps: bool): void {
  const space = cells.space;
  const image = row.image;
  const points = row.points;
  cells.hasParts = false;
  let j = 0;
  while (j < points) {
    if (snaps) j = WholeCells.find(cells, space, j, points & ~1, true);
    else j = WholeCells.find(cells, space, j, points & ~1, false);
    for (const next = min(j + 2, points); j < next; j++) placePoint(cells, j, cells.x[j], cells.y[j], image, snaps);
  }
}

class WholeCells {
  /** Finds the cells of pairs of points from j on, up to the first that has none or only a part, and says which that is. */
  @inline
  static find(cells: CellsPlan, space: CellSpace, from: i32, pairs: i32, snaps: bool): i32 {
    const zero = space.splat(offsetof<CellSpace>('zero'));
    const lastX = space.splat(offsetof<CellSpace>('lastX'));
    const lastY = space.splat(offsetof<CellSpace>('lastY'));
    const across = space.splat(offsetof<CellSpace>('stepX'));
    const along = space.splat(offsetof<CellSpace>('stepY'));
    const whole = space.splat(offsetof<CellSpace>('whole'));
    const snap = space.splat(offsetof<CellSpace>('snap'));
    const x = cells.x;
    const y = cells.y;
    const tx = cells.tx;
    const ty = cells.ty;
    const offset = cells.offset;
    let j = from;
    for (; j < pairs; j += 2) {
      const px = v128.load(x.at(j));
      const py = v128.load(y.at(j));
      const insideX = v128.and(f64x2.ge(px, zero), f64x2.lt(px, lastX));
      const insideY = v128.and(f64x2.ge(py, zero), f64x2.lt(py, lastY));
      if (i64x2.bitmask(v128.and(insideX, insideY)) !== 3) break;
      const left = f64x2.floor(snaps ? f64x2.add(px, snap) : px);
      const top = f64x2.floor(snaps ? f64x2.add(py, snap) : py);
      const at = f64x2.add(f64x2.add(f64x2.mul(top, along), f64x2.mul(left, across)), whole);
      v128.store_lane<f64>(offset.at(j), v128.shuffle<f32>(at, at, 0, 2, 0, 2), 0);
      v128.store_lane<f64>(tx.at(j), f32x4.demote_f64x2_zero(f64x2.sub(px, left)), 0);
      v128.store_lane<f64>(ty.at(j), f32x4.demote_f64x2_zero(f64x2.sub(py, top)), 0);
    }
    return j;
  }
}

/** Finds the cell of one point; `snaps` as above. */
export function placePoint(cells: CellsPlan, j: i32, x: f64, y: f64, image: Layout, snaps: bool): void {
  if (x >= 0 && x < lastCell(image.width) && y >= 0 && y < lastCell(image.height)) {
    const left = <i32>(snaps ? x + SNAP : x);
    const top = <i32>(snaps ? y + SNAP : y);
    cells.offset[j] = top * image.yStride + left * image.xStride;
    cells.tx[j] = <f32>(x - <f64>left);
    cells.ty[j] = <f32>(y - <f64>top);
  } else {
    // At -1 the near tap weighs 0 but has a slope.
    const partly = x >= -1 && x < <f64>image.width && y >= -1 && y < <f64>image.height;
    cells.offset[j] = partly ? PART_OF_CELL : NO_CELL;
    if (partly) cells.hasParts = true;
  }
}
