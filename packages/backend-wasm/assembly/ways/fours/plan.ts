import { createFourAxis, FourAxis, LONGEST } from '../../axis/four-axis';
import { BICUBIC, BILINEAR, Bicubic, Bilinear, NEAREST, Nearest, tapsPerPoint } from '../../axis/modes';
import { movesPoints } from '../../axis/pad';
import { BORDER, Border, REFLECTION, Reflection, WRAP, Wrap, ZEROS, Zeros } from '../../axis/paddings';
import { imageLayout, Layout } from '../../memory/layout';
import { Pointer } from '../../memory/pointer';
import { Problem } from '../../memory/problem';
import { takeArray, takeStruct } from '../../memory/scratch';
import { FoundPoints, GridPoints } from './coordinates';

/** In place of an offset: the point reads nothing at all; or what it reads is left to the general way. */
export const NOTHING: i32 = -1;
export const GENERAL: i32 = -2;

/**
 * The way for points in any place of an image: where each reads, found for four points at once in float32, padding and
 * all, whatever the mode. The rest of the way is the same for every padding.
 *
 * A point has a first tap and one to the right and below of it, or, where the first is the last pixel, what padding puts
 * there: the same pixel again, whose weight is 0, or with wrap the image's first. Points with taps outside, and bicubic
 * ones that padding touches, are left to the general way.
 */
@unmanaged
export class Fours {
  x: FourAxis;
  y: FourAxis;
  /** Per point, the bytes from the image's first value to the first tap; or NOTHING, or GENERAL. */
  offset: Pointer<i32>;
  /** Bytes from there to the right, and below. */
  right: Pointer<i32>;
  below: Pointer<i32>;
  /** Where between the taps, from 0 to below 1. */
  tx: Pointer<f32>;
  ty: Pointer<f32>;
  /** The derivatives of the padded pixel coordinates by the normalised ones, x and y side by side. */
  slope: Pointer<f32>;
  /** Whether these are asked for. */
  slopes: bool;
  /** Whether any point is left to the general way. */
  hasGeneral: bool;
  /** No tap of the row is behind this one. */
  reach: i32;
  /** The last points of a row of a grid. */
  tail: Pointer<f32>;
}

/** Whether a kernel can take points so. */
export function takesFours(problem: Problem): bool {
  if (!ASC_FEATURE_SIMD || GENERAL_WAY !== 0 || problem.dimensions !== 2) return false;
  return problem.imageWidth < LONGEST && problem.imageHeight < LONGEST;
}

/** Room for a row of points. */
export function createFours(problem: Problem): Fours {
  const fours = takeStruct<Fours>();
  const image = imageLayout(problem);
  const points = <f64>problem.width + 3;
  fours.x = createAxis(image.width, image.xStride, problem);
  fours.y = createAxis(image.height, image.yStride, problem);
  fours.offset = takeArray<i32>(points);
  fours.right = takeArray<i32>(points);
  fours.below = takeArray<i32>(points);
  fours.tx = takeArray<f32>(points);
  fours.ty = takeArray<f32>(points);
  fours.slope = takeArray<f32>(2 * points);
  fours.tail = takeArray<f32>(8);
  return fours;
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

/** Whether vectors of four may be read where each tap of the row starts. */
export function readsWholeVectors<T>(fours: Fours, imageAt: i32, image: Layout, problem: Problem): bool {
  const more = (tapsPerPoint(problem.mode) - 1) * (fours.x.step + fours.y.step);
  const end = ((<i64>imageAt + 4) << alignof<T>()) + fours.reach + more;
  return end <= (<i64>image.batch * image.batchStride) << alignof<T>();
}

/** Plans a row of a grid. */
export function planGridPoints(fours: Fours, grid: Pointer<f32>, points: i32, problem: Problem): void {
  const whole = points & ~3;
  fours.hasGeneral = false;
  fours.reach = 0;
  planPoints<GridPoints>(fours, grid.at(0), 0, 0, whole, problem);
  if (whole === points) return;
  // No vector may end behind the grid.
  memory.fill(fours.tail.at(0), 0, 32);
  memory.copy(fours.tail.at(0), grid.at(2 * whole), (<usize>(points - whole)) << 3);
  planPoints<GridPoints>(fours, fours.tail.at(-2 * whole), 0, whole, points, problem);
}

/** Plans a row whose pixel coordinates were found; the lists have room for three more. */
export function planFoundPoints(fours: Fours, x: Pointer<f64>, y: Pointer<f64>, points: i32, problem: Problem): void {
  fours.hasGeneral = false;
  fours.reach = 0;
  planPoints<FoundPoints>(fours, x.at(0), y.at(0), 0, points, problem);
}

function planPoints<S>(fours: Fours, x: usize, y: usize, from: i32, to: i32, problem: Problem): void {
  switch (problem.mode) {
    case NEAREST:
      planPadded<S, Nearest>(fours, x, y, from, to, problem);
      break;
    case BILINEAR:
      planPadded<S, Bilinear>(fours, x, y, from, to, problem);
      break;
    case BICUBIC:
      // Each tap is padded alone: points with all taps inside are left as they are, others to the general way.
      planRow<S, Bicubic, Zeros>(fours, x, y, from, to);
      break;
    default:
      unreachable();
  }
}

function planPadded<S, M>(fours: Fours, x: usize, y: usize, from: i32, to: i32, problem: Problem): void {
  switch (problem.paddingMode) {
    case ZEROS:
      planRow<S, M, Zeros>(fours, x, y, from, to);
      break;
    case BORDER:
      planRow<S, M, Border>(fours, x, y, from, to);
      break;
    case REFLECTION:
      planRow<S, M, Reflection>(fours, x, y, from, to);
      break;
    case WRAP:
      planRow<S, M, Wrap>(fours, x, y, from, to);
      break;
    default:
      unreachable();
  }
}

function planRow<S, M, P>(fours: Fours, xs: usize, ys: usize, from: i32, to: i32): void {
  const source = changetype<S>(0);
  const mode = changetype<M>(0);
  const padding = changetype<P>(0);
  const axisX = fours.x;
  const axisY = fours.y;
  const offset = fours.offset;
  const right = fours.right;
  const below = fours.below;
  const tx = fours.tx;
  const ty = fours.ty;
  const slope = fours.slope;
  const slopes = fours.slopes;
  let reach = i32x4.splat(fours.reach);
  for (let j = from; j < to; j += 4) {
    const x = source.x(axisX, xs, ys, j);
    const y = source.y(axisY, xs, ys, j);
    const paddedX = padding.coordinates(axisX, x);
    const paddedY = padding.coordinates(axisY, y);
    const wholeX = mode.wholes(paddedX);
    const wholeY = mode.wholes(paddedY);
    const indexX = mode.taps > 1 ? axisX.indices(wholeX) : axisX.padded(axisX.indices(wholeX));
    const indexY = mode.taps > 1 ? axisY.indices(wholeY) : axisY.padded(axisY.indices(wholeY));
    const inside = v128.and(axisX.areInside(indexX), axisY.areInside(indexY));
    const fromX = i32x4.mul(indexX, axisX.splat(offsetof<FourAxis>('step')));
    const fromY = i32x4.mul(indexY, axisY.splat(offsetof<FourAxis>('step')));
    let at = i32x4.add(fromX, fromY);
    if (!i32x4.all_true(inside)) {
      const near = v128.and(axisX.areNear(indexX), axisY.areNear(indexY));
      const others = v128.bitselect(i32x4.splat(GENERAL), i32x4.splat(NOTHING), near);
      at = v128.bitselect(at, others, inside);
      if (v128.any_true(v128.andnot(near, inside))) fours.hasGeneral = true;
    }
    reach = i32x4.max_s(reach, at);
    v128.store(offset.at(j), at);
    if (mode.taps > 1) {
      v128.store(tx.at(j), f32x4.sub(paddedX, wholeX));
      v128.store(ty.at(j), f32x4.sub(paddedY, wholeY));
      if (mode.taps === 2) {
        v128.store(right.at(j), axisX.steps(indexX));
        v128.store(below.at(j), axisY.steps(indexY));
      }
      if (slopes) {
        const slopeX = padding.slopes(axisX, x, paddedX);
        const slopeY = padding.slopes(axisY, y, paddedY);
        v128.store(slope.at(2 * j), v128.shuffle<f32>(slopeX, slopeY, 0, 4, 1, 5));
        v128.store(slope.at(2 * j), v128.shuffle<f32>(slopeX, slopeY, 2, 6, 3, 7), 16);
      }
    }
  }
  reach = i32x4.max_s(reach, v128.shuffle<i32>(reach, reach, 2, 3, 0, 1));
  fours.reach = max(i32x4.extract_lane(reach, 0), i32x4.extract_lane(reach, 1));
}
