import { RowTaps } from '../axis/row-taps';
import { Pointer } from '../memory/pointer';
import { Problem } from '../memory/problem';
import { takeArray, takeStruct } from '../memory/scratch';
import { AffinePoints, createAffinePoints } from './affine-points';
import { Box } from './box';
import { addPerspectiveSizes, fillPerspectiveSizes } from './perspective-footprint';
import { facing, isAffine, isFinitePerspective, PerspectiveLine } from './perspective-line';
import { addPerspectiveRow, storePerspective } from './perspective-sums';
import { Row } from './row';

/**
 * The points of crops by perspective theta, crop by crop. One whose last row is (0, 0, 1) has those of the affine theta above
 * that row, bit for bit. What is behind the camera has none, and neither has a theta that is not finite.
 */
@unmanaged
export class PerspectivePoints {
  row: Row;
  /** The thetas, and the current one. */
  thetas: Pointer<f32>;
  theta: Pointer<f32>;
  /** The points of the current theta, where it is affine. */
  affine: AffinePoints;
  isAffine: bool;
  isFinite: bool;
  lineX: PerspectiveLine;
  lineY: PerspectiveLine;
  lineW: PerspectiveLine;
  /** The nine sums, where gradients are asked for, and the row that they are at. */
  sums: Pointer<f64>;
  hasGradients: bool;
  i: i32;

  /** A box adds up six sums, which do not tell all nine. */
  get box(): Box | null {
    return this.hasGradients ? null : this.affine.box;
  }

  /** Takes room for gradients. */
  createGradients(): void {
    this.affine.createGradients();
    this.hasGradients = true;
    this.sums = takeArray<f64>(9);
    for (let k = 0; k < 9; k++) this.sums[k] = 0;
  }

  /** Goes to crop n; `taps` are those of the ways for single points. */
  enterCrop(n: i32, taps: RowTaps): void {
    const theta = this.thetas.from(9 * n);
    this.theta = theta;
    this.isFinite = isFinitePerspective(theta);
    this.isAffine = isAffine(theta);
    if (this.isAffine) {
      this.affine.enterTheta(9 * n, taps);
      return;
    }
    this.affine.box.isAligned = false;
    if (!this.isFinite) return;
    const problem = this.row.problem;
    const sign = facing(theta);
    const g = sign * <f64>theta[6];
    const h = sign * <f64>theta[7];
    const one = sign * <f64>theta[8];
    this.lineW.compute(g, h, one, 1, problem);
    computeInPixels(this.lineX, theta, sign, g, h, one, this.row.image.width, problem);
    computeInPixels(this.lineY, theta.from(3), sign, g, h, one, this.row.image.height, problem);
    taps.x.slack = slackOf(theta, g, h, one, this.row.image.width);
    taps.y.slack = slackOf(theta.from(3), g, h, one, this.row.image.height);
  }

  /** Goes to row i of the current crop. */
  enterRow(k: i32, i: i32): void {
    this.i = i;
    this.affine.enterRow(k, i);
  }

  /** Fills in the pixel coordinates of the row's points. */
  locate(): void {
    if (this.isAffine) {
      this.affine.locate();
      return;
    }
    const row = this.row;
    const offset: f64 = row.problem.alignCorners !== 0 ? 0 : 0.5;
    const i = <f64>this.i + offset;
    const x = this.lineX.perY * i + this.lineX.base;
    const y = this.lineY.perY * i + this.lineY.base;
    const w = this.isFinite ? this.lineW.perY * i + this.lineW.base : NaN;
    const perX = this.lineX.perX;
    const perY = this.lineY.perX;
    const perW = this.lineW.perX;
    for (let p = 0; p < row.points; p++) {
      const j = <f64>p + offset;
      const depth = perW * j + w;
      const inFront = depth > 0;
      row.x[p] = inFront ? (perX * j + x) / depth - offset : NaN;
      row.y[p] = inFront ? (perY * j + y) / depth - offset : NaN;
    }
    if (row.problem.antialias === 0) return;
    fillPerspectiveSizes(row.footprint.x, row.x, this.lineX, this.lineW, w, row);
    fillPerspectiveSizes(row.footprint.y, row.y, this.lineY, this.lineW, w, row);
  }

  /** Takes the gradients of the row's points back to theta. */
  takeBack(_dtheta: Pointer<f32>): void {
    if (!this.isFinite) return;
    const base = this.affine.box.sums;
    if (this.row.problem.antialias > 0) {
      addPerspectiveSizes(this.sums, this.theta, this.row, base.columns, base.rows[this.i]);
    }
    addPerspectiveRow(this.sums, this.theta, this.row, base.columns, base.rows[this.i]);
  }

  /** Writes what the gradient of theta has come to. */
  leaveCrop(dtheta: Pointer<f32>, n: i32): void {
    storePerspective(dtheta, this.sums, n);
  }
}

/** Room for the points of any crop. */
export function createPerspectivePoints(thetas: Pointer<f32>, problem: Problem): PerspectivePoints {
  const points = takeStruct<PerspectivePoints>();
  points.affine = createAffinePoints(thetas, 9, problem);
  points.row = points.affine.row;
  points.thetas = thetas;
  points.lineX = takeStruct<PerspectiveLine>();
  points.lineY = takeStruct<PerspectiveLine>();
  points.lineW = takeStruct<PerspectiveLine>();
  points.hasGradients = false;
  return points;
}

/** From [-1, 1] to pixels: half the length times one more, so that W is added to each number of the row. */
function computeInPixels(
  line: PerspectiveLine,
  row: Pointer<f32>,
  sign: f64,
  g: f64,
  h: f64,
  one: f64,
  length: i32,
  problem: Problem,
): void {
  const extent = <f64>(problem.alignCorners !== 0 ? length - 1 : length);
  line.compute(sign * <f64>row[0] + g, sign * <f64>row[1] + h, sign * <f64>row[2] + one, extent / 2, problem);
}

/** What the rounding of theta can move the coordinates in the middle of the crop: as `thetaSlack`, over W. */
function slackOf(row: Pointer<f32>, g: f64, h: f64, one: f64, size: i32): f64 {
  if (one === 0) return 0;
  const sum = <f64>abs(row[0]) + <f64>abs(row[1]) + <f64>abs(row[2]) + abs(g) + abs(h) + one;
  return ((4 / <f64>16_777_216) * sum * <f64>size) / one;
}
