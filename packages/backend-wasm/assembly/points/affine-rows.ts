import { AxisTaps, absentAxisTaps, computeAxisTaps, createAxisTaps } from '../axis/axis-taps';
import { thetaSlack } from '../axis/drop-slight-taps';
import { tapsPerPoint } from '../axis/modes';
import { cropLayout, imageLayout, Layout } from '../memory/layout';
import { Pointer } from '../memory/pointer';
import { Problem } from '../memory/problem';
import { takeArray, takeStruct } from '../memory/scratch';
import { createRowBlend, planBlend, RowBlend } from '../ways/blended-rows/plan';
import { RowTaps } from '../ways/taps/plan';
import { createPointRow, PointRow } from './point-row';
import { computeThetaAxis, createThetaAxis, isAxisAligned, isFiniteTheta, ThetaAxis } from './theta-axes';

/**
 * The output rows of affine crops, crop by crop. An axis-aligned theta has its taps computed once per column,
 * row and slice of the crop; any other once per point. Both start from the same coordinates, bit for bit.
 */
@unmanaged
export class AffineRows {
  problem: Problem;
  theta: Pointer<f32>;
  image: Layout;
  crop: Layout;
  /** Whether the current crop is taken as axis-aligned; then `taps` are its columns', rows' and slices'. */
  separable: bool;
  /** Whether its rows are blended, with `taps` and `blend`; otherwise the coordinates of a row are in `row`. */
  blended: bool;
  taps: RowTaps;
  blend: RowBlend;
  row: PointRow;
  /** Where the row's image and the row itself start. */
  imageAt: i32;
  cropAt: i32;
  /** The current crop. */
  n: i32;
  finite: bool;
  lineX: ThetaAxis;
  lineY: ThetaAxis;
  lineZ: ThetaAxis;
  coordinates: Pointer<f64>;
}

/** Room for the rows; `startCrop` comes next. */
export function createAffineRows(theta: Pointer<f32>, problem: Problem): AffineRows {
  const rows = takeStruct<AffineRows>();
  const volume = problem.dimensions === 3;
  rows.problem = problem;
  rows.theta = theta;
  rows.image = imageLayout(problem);
  rows.crop = cropLayout(problem);
  const taps = takeStruct<RowTaps>();
  taps.x = createAxisTaps(problem.width, tapsPerPoint(problem.mode));
  taps.y = createAxisTaps(problem.height, tapsPerPoint(problem.mode));
  taps.z = volume ? createAxisTaps(problem.depth, tapsPerPoint(problem.mode)) : absentAxisTaps();
  taps.yStep = 0;
  taps.zStep = 0;
  rows.taps = taps;
  rows.blend = createRowBlend(taps, problem.width, rows.image, problem.dimensions);
  rows.row = createPointRow(problem);
  rows.lineX = createThetaAxis();
  rows.lineY = createThetaAxis();
  rows.lineZ = createThetaAxis();
  rows.coordinates = takeArray<f64>(max(problem.width, max(problem.height, problem.depth)));
  return rows;
}

/** Goes to crop n: `startRow` comes next. */
export function startCrop(rows: AffineRows, n: i32): void {
  const problem = rows.problem;
  const theta = rows.theta;
  const image = rows.image;
  const dimensions = problem.dimensions;
  const volume = dimensions === 3;
  const at = n * dimensions * (dimensions + 1);
  rows.n = n;
  rows.imageAt = problem.imageIndex[n] * image.batchStride;
  computeThetaAxis(rows.lineX, theta, at, image.width, problem);
  computeThetaAxis(rows.lineY, theta, at + dimensions + 1, image.height, problem);
  if (volume) computeThetaAxis(rows.lineZ, theta, at + 8, image.depth, problem);
  setSlack(rows.taps, rows, at);
  setSlack(rows.row.taps, rows, at);
  rows.finite = isFiniteTheta(theta, at, dimensions);
  rows.separable = GENERAL_WAY === 0 && rows.finite && isAxisAligned(theta, at, dimensions);
  rows.blended = false;
  if (!rows.separable) return;
  const taps = rows.taps;
  tapsAlong(taps.x, rows, problem.width, image.width, rows.lineX, rows.lineX.perX);
  tapsAlong(taps.y, rows, problem.height, image.height, rows.lineY, rows.lineY.perY);
  if (volume) tapsAlong(taps.z, rows, problem.depth, image.depth, rows.lineZ, rows.lineZ.perZ);
  rows.blended = planBlend(rows.blend, taps, problem.width);
}

/** Goes to row i of slice k of the current crop. */
export function startRow(rows: AffineRows, k: i32, i: i32): void {
  const crop = rows.crop;
  rows.cropAt = rows.n * crop.batchStride + k * crop.zStride + i * crop.yStride;
  if (rows.blended) {
    rows.taps.yAt = i;
    rows.taps.zAt = k;
  } else {
    const row = rows.row;
    rowCoordinates(row.x, rows, rows.lineX, k, i);
    rowCoordinates(row.y, rows, rows.lineY, k, i);
    if (rows.problem.dimensions === 3) rowCoordinates(row.z, rows, rows.lineZ, k, i);
  }
}

/** Says how far the theta that starts at `at` may have moved its coordinates. */
function setSlack(taps: RowTaps, rows: AffineRows, at: i32): void {
  const image = rows.image;
  const dimensions = rows.problem.dimensions;
  taps.x.slack = thetaSlack(rows.theta, at, dimensions, image.width);
  taps.y.slack = thetaSlack(rows.theta, at + dimensions + 1, dimensions, image.height);
  if (dimensions === 3) taps.z.slack = thetaSlack(rows.theta, at + 8, 3, image.depth);
}

/** The taps of an image axis that follows one output axis of `points` points. */
function tapsAlong(taps: AxisTaps, rows: AffineRows, points: i32, length: i32, line: ThetaAxis, per: f64): void {
  const x = rows.coordinates;
  for (let p = 0; p < points; p++) x[p] = per * (<f64>p + line.offset) + line.base;
  computeAxisTaps(taps, x, points, length, rows.problem);
}

/** The pixel coordinates of a row along one image axis; NaN for a theta that is not finite. */
function rowCoordinates(x: Pointer<f64>, rows: AffineRows, line: ThetaAxis, k: i32, i: i32): void {
  const offset = line.offset;
  const start = line.perY * (<f64>i + offset) + line.perZ * (<f64>k + offset) + line.base;
  const from = rows.finite ? start : NaN;
  const points = rows.row.points;
  const perX = line.perX;
  let j = 0;
  if (ASC_FEATURE_SIMD) {
    for (let at = f64x2(offset, offset + 1); j <= points - 2; j += 2) {
      v128.store(x.at(j), f64x2.add(f64x2.mul(f64x2.splat(perX), at), f64x2.splat(from)));
      at = f64x2.add(at, f64x2.splat(2));
    }
  }
  for (; j < points; j++) x[j] = perX * (<f64>j + offset) + from;
}
