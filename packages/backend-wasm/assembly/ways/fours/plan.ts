import { createFourAxis, FourAxis, LONGEST } from '../../axis/four-axis';
import { BICUBIC, NEAREST_UP, tapsPerPoint } from '../../axis/modes';
import { movesPoints } from '../../axis/pad';
import { BORDER, Border, REFLECTION, Reflection, WRAP, Wrap, ZEROS, Zeros } from '../../axis/paddings';
import { Pointer } from '../../memory/pointer';
import { Problem } from '../../memory/problem';
import { takeArray, takeStruct } from '../../memory/scratch';
import { locateGridPoints } from '../../points/grid-points';
import { Row } from '../../points/row';
import { CubicWeights, createCubicWeights } from './cubic-weights';

/** In place of an offset: the point reads nothing at all; or it is taken on its own. */
export const NOTHING: i32 = -1;
export const SINGLE: i32 = -2;

/**
 * The way for points in any place of an image or volume: where each reads, found for four points at once in float32,
 * padding and all. The rest of the way is the same for every padding.
 *
 * A point has a first tap and one to the right, below and behind it, or, where the first is the last pixel, what padding
 * puts there: the same pixel again, whose weight is 0, or with wrap the first. Bicubic ones have three more each way.
 * Points with taps outside, and bicubic ones that padding touches, are taken on their own: see `edges.ts`; and tap by tap
 * where fillValue is not finite, or a bicubic point lies very far outside.
 */
@unmanaged
export class FoursPlan {
  isVolume: bool;
  x: FourAxis;
  y: FourAxis;
  z: FourAxis;
  /** Per point, the bytes from the image's first value to the first tap; or NOTHING, or SINGLE. */
  offset: Pointer<i32>;
  /** Bilinear: bytes from there to the right, below and behind. Of a single point its first tap's indices. */
  right: Pointer<i32>;
  below: Pointer<i32>;
  behind: Pointer<i32>;
  /** Where between the taps, from 0 to below 1. */
  tx: Pointer<f32>;
  ty: Pointer<f32>;
  tz: Pointer<f32>;
  /** The derivatives of the padded pixel coordinates by the normalised ones, x and y side by side, where asked for. */
  slope: Pointer<f32>;
  slopeZ: Pointer<f32>;
  hasSlopes: bool;
  /** Those of bicubic points. */
  weights: CubicWeights;
  /** Of one single bicubic point: the bytes to its columns and rows. */
  columns: Pointer<i32>;
  rows: Pointer<i32>;
  /** Whether single points are read as if the image went on, with what padding puts there or with pixels of fillValue. */
  hasEdges: bool;
  /** Whether any point is taken on its own. */
  hasSingles: bool;
  /** No first tap of the row is behind this one. */
  reach: i32;
  /** The last points of a row of a grid. */
  tail: Pointer<f32>;
  /** Where the pixels of a square are not: 1 or 0 along x for each, and along y. */
  corners: Pointer<f32>;
}

/** Whether points can be taken so: those of nearest that round half up have no loop; volumes, and int32 and bool images of 2 or 3 channels side by side, have no bicubic loop. */
export function takesFours<T>(row: Row): bool {
  const image = row.image;
  const problem = row.problem;
  const isFlat = problem.dimensions === 2;
  if (problem.mode === NEAREST_UP) return false;
  const hasLoop = problem.mode !== BICUBIC || (isFlat && (isFloat<T>() || image.inner === 1 || image.inner > 3));
  return hasLoop && image.width < LONGEST && image.height < LONGEST && image.depth < LONGEST;
}

/** Room for a row. */
export function createFoursPlan(row: Row): FoursPlan {
  const plan = takeStruct<FoursPlan>();
  const points = <f64>row.points + 3;
  plan.x = createAxis(row.image.width, row.image.xStride, row.problem);
  plan.y = createAxis(row.image.height, row.image.yStride, row.problem);
  plan.isVolume = row.problem.dimensions === 3;
  plan.z = createAxis(row.image.depth, row.image.zStride, row.problem);
  plan.offset = takeArray<i32>(points);
  plan.right = takeArray<i32>(points);
  plan.below = takeArray<i32>(points);
  plan.tx = takeArray<f32>(points);
  plan.ty = takeArray<f32>(points);
  plan.slope = takeArray<f32>(2 * points);
  plan.slopeZ = takeArray<f32>(plan.isVolume ? points : 0);
  plan.behind = takeArray<i32>(plan.isVolume ? points : 0);
  plan.tz = takeArray<f32>(plan.isVolume ? points : 0);
  plan.tail = takeArray<f32>(12);
  plan.columns = takeArray<i32>(4);
  plan.rows = takeArray<i32>(4);
  plan.corners = takeArray<f32>(8);
  for (let k = 0; k < 4; k++) {
    plan.corners[k] = k & 1 ? 0 : 1;
    plan.corners[k + 4] = k & 2 ? 0 : 1;
  }
  plan.weights = createCubicWeights(row.problem.mode === BICUBIC ? points : 0, <f32>row.problem.cubicCoefficient);
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

/** Finds the coordinates of a point that is taken tap by tap. */
export function locateOne(row: Row, j: i32): void {
  if (row.grid !== 0) locateGridPoints(row, j, j + 1);
}

/** Whether the vectors of four that start at the row's taps, and those that start at its points, end in the tensors. */
export function fitVectors<T>(plan: FoursPlan, row: Row): bool {
  const taps = tapsPerPoint(row.problem.mode);
  const last = row.imageAt + plan.reach + (taps - 1) * (plan.x.step + plan.y.step + (plan.isVolume ? plan.z.step : 0));
  const end = row.cropAt + ((<usize>(row.points * row.crop.xStride)) << 2);
  return last + 4 * sizeof<T>() <= row.imagesEnd && end < row.cropsEnd;
}
