import { createFourAxis, FourAxis, LONGEST } from '../../axis/four-axis';
import { BICUBIC, BILINEAR, Bicubic, Bilinear, NEAREST, Nearest, tapsPerPoint } from '../../axis/modes';
import { movesPoints } from '../../axis/pad';
import { BORDER, Border, REFLECTION, Reflection, WRAP, Wrap, ZEROS, Zeros } from '../../axis/paddings';
import { Pointer } from '../../memory/pointer';
import { Problem } from '../../memory/problem';
import { takeArray, takeStruct } from '../../memory/scratch';
import { locateGridPoints } from '../../points/grid-points';
import { Row } from '../../points/row';
import { GridFours, RowFours } from './coordinates';

/** In place of an offset: the point reads nothing at all; or it is taken on its own. */
export const NOTHING: i32 = -1;
export const SINGLE: i32 = -2;

/**
 * The way for points in any place of an image: where each reads, found for four points at once in float32, padding and
 * all. The rest of the way is the same for every padding.
 *
 * A point has a first tap and one to the right and below of it, or, where the first is the last pixel, what padding puts
 * there: the same pixel again, whose weight is 0, or with wrap the image's first. Bicubic ones have three more each way.
 * Points with taps outside, and bicubic ones that padding touches, are taken on their own: see `edges.ts`; and tap by tap
 * where fillValue is not finite, or a bicubic point lies very far outside.
 */
@unmanaged
export class FoursPlan {
  x: FourAxis;
  y: FourAxis;
  /** Per point, the bytes from the image's first value to the first tap; or NOTHING, or SINGLE. */
  offset: Pointer<i32>;
  /** Bilinear: bytes from there to the right, and below. Of a single point its first tap's indices. */
  right: Pointer<i32>;
  below: Pointer<i32>;
  /** Where between the taps, from 0 to below 1. */
  tx: Pointer<f32>;
  ty: Pointer<f32>;
  /** The derivatives of the padded pixel coordinates by the normalised ones, x and y side by side, where asked for. */
  slope: Pointer<f32>;
  hasSlopes: bool;
  /** Of one single bicubic point: the bytes to their columns and rows, the weights and slopes. */
  columns: Pointer<i32>;
  rows: Pointer<i32>;
  weightX: Pointer<f32>;
  weightY: Pointer<f32>;
  slopeX: Pointer<f32>;
  slopeY: Pointer<f32>;
  /** Whether single points are read as if the image went on, with what padding puts there or with pixels of fillValue. */
  hasEdges: bool;
  /** Whether any point is taken on its own. */
  hasSingles: bool;
  /** No first tap of the row is behind this one. */
  reach: i32;
  /** The last points of a row of a grid. */
  tail: Pointer<f32>;
}

/** Whether points can be taken so: int32 and bool images of 2 or 3 channels side by side have no bicubic loop. */
export function takesFours<T>(row: Row): bool {
  const image = row.image;
  const problem = row.problem;
  const hasLoop = isFloat<T>() || problem.mode !== BICUBIC || image.inner === 1 || image.inner > 3;
  return problem.dimensions === 2 && hasLoop && image.width < LONGEST && image.height < LONGEST;
}

/** Room for a row. */
export function createFoursPlan(row: Row): FoursPlan {
  const plan = takeStruct<FoursPlan>();
  const points = <f64>row.points + 3;
  plan.x = createAxis(row.image.width, row.image.xStride, row.problem);
  plan.y = createAxis(row.image.height, row.image.yStride, row.problem);
  plan.offset = takeArray<i32>(points);
  plan.right = takeArray<i32>(points);
  plan.below = takeArray<i32>(points);
  plan.tx = takeArray<f32>(points);
  plan.ty = takeArray<f32>(points);
  plan.slope = takeArray<f32>(2 * points);
  plan.tail = takeArray<f32>(8);
  plan.columns = takeArray<i32>(4);
  plan.rows = takeArray<i32>(4);
  plan.weightX = takeArray<f32>(4);
  plan.weightY = takeArray<f32>(4);
  plan.slopeX = takeArray<f32>(4);
  plan.slopeY = takeArray<f32>(4);
  plan.hasEdges = movesPoints(row.problem.paddingMode) || isFinite(row.problem.fillValue);
  return plan;
}

function createAxis(length: i32, stride: i32, problem: Problem): FourAxis {
  const moves = movesPoints(problem.paddingMode) && problem.mode !== BICUBIC;
  switch (problem.paddingMode) {
    case ZEROS:
      return createFourAxis<Zeros>(length, stride, moves, problem);
    case BORDER:
      return createFourAxis<Border>(length, stride, moves, problem);
    case REFLECTION:
      return createFourAxis<Reflection>(length, stride, moves, problem);
    case WRAP:
      return createFourAxis<Wrap>(length, stride, moves, problem);
    default:
      return unreachable();
  }
}

/** Plans the points of a row of a grid, or those whose coordinates are there. */
export function planFours(plan: FoursPlan, row: Row, slopes: bool): void {
  const points = row.points;
  plan.hasSlopes = slopes;
  plan.hasSingles = false;
  plan.reach = 0;
  if (row.grid === 0) {
    planPoints<RowFours>(plan, row.x.at(0), row.y.at(0), 0, points, row.problem);
    return;
  }
  const whole = points & ~3;
  planPoints<GridFours>(plan, row.grid, 0, 0, whole, row.problem);
  if (whole === points) return;
  // No vector may end behind the grid.
  memory.fill(plan.tail.at(0), 0, 32);
  memory.copy(plan.tail.at(0), row.grid + ((<usize>whole) << 3), (<usize>(points - whole)) << 3);
  planPoints<GridFours>(plan, plan.tail.at(-2 * whole), 0, whole, points, row.problem);
}

/** Finds the coordinates of a point that is taken tap by tap. */
export function locateOne(row: Row, j: i32): void {
  if (row.grid !== 0) locateGridPoints(row, j, j + 1);
}

/** Whether the vectors of four that start at the row's taps, and those that start at its points, end in the tensors. */
export function fitVectors<T>(plan: FoursPlan, row: Row): bool {
  const taps = tapsPerPoint(row.problem.mode);
  const last = row.imageAt + plan.reach + (taps - 1) * (plan.x.step + plan.y.step);
  const end = row.cropAt + ((<usize>(row.points * row.crop.xStride)) << 2);
  return last + 4 * sizeof<T>() <= row.imagesEnd && end < row.cropsEnd;
}

function planPoints<S>(plan: FoursPlan, x: usize, y: usize, from: i32, to: i32, problem: Problem): void {
  switch (problem.mode) {
    case NEAREST:
      planPadded<S, Nearest>(plan, x, y, from, to, problem);
      break;
    case BILINEAR:
      planPadded<S, Bilinear>(plan, x, y, from, to, problem);
      break;
    case BICUBIC:
      // Each tap is padded alone: points with all taps inside are left as they are, others to the general way.
      planRow<S, Bicubic, Zeros>(plan, x, y, from, to);
      break;
    default:
      unreachable();
  }
}

function planPadded<S, M>(plan: FoursPlan, x: usize, y: usize, from: i32, to: i32, problem: Problem): void {
  switch (problem.paddingMode) {
    case ZEROS:
      planRow<S, M, Zeros>(plan, x, y, from, to);
      break;
    case BORDER:
      planRow<S, M, Border>(plan, x, y, from, to);
      break;
    case REFLECTION:
      planRow<S, M, Reflection>(plan, x, y, from, to);
      break;
    case WRAP:
      planRow<S, M, Wrap>(plan, x, y, from, to);
      break;
    default:
      unreachable();
  }
}

function planRow<S, M, P>(plan: FoursPlan, xs: usize, ys: usize, from: i32, to: i32): void {
  const source = changetype<S>(0);
  const mode = changetype<M>(0);
  const padding = changetype<P>(0);
  const axisX = plan.x;
  const axisY = plan.y;
  const offset = plan.offset;
  const right = plan.right;
  const below = plan.below;
  const tx = plan.tx;
  const ty = plan.ty;
  const slope = plan.slope;
  const slopes = plan.hasSlopes;
  let reach = i32x4.splat(plan.reach);
  for (let j = from; j < to; j += 4) {
    const x = padding.moves ? Finite.only(source.x(axisX, xs, ys, j)) : source.x(axisX, xs, ys, j);
    const y = padding.moves ? Finite.only(source.y(axisY, xs, ys, j)) : source.y(axisY, xs, ys, j);
    const paddedX = padding.coordinates(axisX, x);
    const paddedY = padding.coordinates(axisY, y);
    const baseX = mode.bases(paddedX);
    const baseY = mode.bases(paddedY);
    const indexX = mode.taps > 1 ? axisX.indices(baseX) : axisX.padded(axisX.indices(baseX));
    const indexY = mode.taps > 1 ? axisY.indices(baseY) : axisY.padded(axisY.indices(baseY));
    const outside = v128.or(axisX.areOutside(indexX), axisY.areOutside(indexY));
    const stepX = axisX.splat(offsetof<FourAxis>('step'));
    const stepY = axisY.splat(offsetof<FourAxis>('step'));
    let at = i32x4.add(i32x4.mul(indexX, stepX), i32x4.mul(indexY, stepY));
    if (mode.taps === 2) {
      v128.store(right.at(j), padding.moves ? axisX.steps(indexX) : stepX);
      v128.store(below.at(j), padding.moves ? axisY.steps(indexY) : stepY);
    }
    if (i32x4.bitmask(outside)) {
      const near = v128.and(axisX.areNear(indexX), axisY.areNear(indexY));
      const others = v128.bitselect(i32x4.splat(SINGLE), i32x4.splat(NOTHING), near);
      at = v128.bitselect(others, at, outside);
      if (v128.any_true(v128.and(near, outside))) plan.hasSingles = true;
      if (mode.taps > 1 && !padding.moves) {
        v128.store(right.at(j), v128.bitselect(indexX, stepX, outside));
        v128.store(below.at(j), v128.bitselect(indexY, stepY, outside));
      }
    }
    reach = i32x4.max_s(reach, at);
    v128.store(offset.at(j), at);
    if (mode.taps > 1) {
      v128.store(tx.at(j), f32x4.sub(paddedX, baseX));
      v128.store(ty.at(j), f32x4.sub(paddedY, baseY));
      if (slopes) {
        const slopeX = padding.slopes(axisX, x, paddedX);
        const slopeY = padding.slopes(axisY, y, paddedY);
        v128.store(slope.at(2 * j), v128.shuffle<f32>(slopeX, slopeY, 0, 4, 1, 5));
        v128.store(slope.at(2 * j), v128.shuffle<f32>(slopeX, slopeY, 2, 6, 3, 7), 16);
      }
    }
  }
  reach = i32x4.max_s(reach, v128.shuffle<i32>(reach, reach, 2, 3, 0, 1));
  plan.reach = max(i32x4.extract_lane(reach, 0), i32x4.extract_lane(reach, 1));
}

class Finite {
  /** Makes infinite coordinates NaN, which no padding moves into the image. */
  @inline
  static only(x: v128): v128 {
    return f32x4.add(x, f32x4.sub(x, x));
  }
}
