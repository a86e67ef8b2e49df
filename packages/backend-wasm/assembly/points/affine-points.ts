import { AxisTaps } from '../axis/axis-taps';
import { computeAxisTaps } from '../axis/compute-axis-taps';
import { computeFilteredTaps } from '../axis/compute-filtered-taps';
import { thetaSlack } from '../axis/drop-slight-taps';
import { closeLists, FilteredTaps } from '../axis/filtered-taps';
import { createBoxTaps, RowTaps } from '../axis/row-taps';
import { Pointer } from '../memory/pointer';
import { Problem } from '../memory/problem';
import { takeArray, takeStruct } from '../memory/scratch';
import { createAffineFootprint } from './affine-footprint';
import { Box } from './box';
import { createFilteredBoxTaps } from './filtered-box';
import { createGradients, createRow, Row } from './row';
import { isAxisAligned, isFiniteTheta, ThetaLine } from './theta-line';
import { createThetaSums } from './theta-sums';

/**
 * The points of crops by theta, crop by crop. An axis-aligned theta has its taps computed once per column, row and slice
 * of the crop; any other once per point. Both start from the same coordinates, bit for bit.
 */
@unmanaged
export class AffinePoints {
  row: Row;
  theta: Pointer<f32>;
  box: Box;
  lineX: ThetaLine;
  lineY: ThetaLine;
  lineZ: ThetaLine;
  isFinite: bool;
  /** The coordinates along one axis of a box. */
  coordinates: Pointer<f64>;

  /** Takes room for gradients. */
  createGradients(): void {
    createGradients(this.row);
    this.box.sums = createThetaSums(this.row.problem);
  }

  /** Goes to crop n; `taps` are those of the ways for single points. */
  enterCrop(n: i32, taps: RowTaps): void {
    const dimensions = this.row.problem.dimensions;
    this.enterTheta(n * dimensions * (dimensions + 1), taps);
  }

  /** Goes to the crop of the theta that starts at `at`. */
  enterTheta(at: i32, taps: RowTaps): void {
    const row = this.row;
    const problem = row.problem;
    const theta = this.theta;
    const dimensions = problem.dimensions;
    this.lineX.compute(theta, at, row.image.width, problem);
    this.lineY.compute(theta, at + dimensions + 1, row.image.height, problem);
    if (dimensions === 3) this.lineZ.compute(theta, at + 8, row.image.depth, problem);
    if (problem.antialias > 0) this.enterFootprint();
    this.setSlack(this.box.taps, at);
    this.setSlack(taps, at);
    this.isFinite = isFiniteTheta(theta, at, dimensions);
    this.box.isAligned = this.isFinite && isAxisAligned(theta, at, dimensions);
    if (this.box.isAligned) this.computeBoxTaps();
  }

  private enterFootprint(): void {
    const row = this.row;
    const footprint = this.box.footprint;
    footprint.enterAxis(0, this.lineX, row.image.width, row.problem);
    footprint.enterAxis(1, this.lineY, row.image.height, row.problem);
    if (row.problem.dimensions === 3) footprint.enterAxis(2, this.lineZ, row.image.depth, row.problem);
  }

  /** Says how far the theta that starts at `at` may have moved its coordinates. */
  private setSlack(taps: RowTaps, at: i32): void {
    const image = this.row.image;
    const dimensions = this.row.problem.dimensions;
    taps.x.slack = thetaSlack(this.theta, at, dimensions, image.width);
    taps.y.slack = thetaSlack(this.theta, at + dimensions + 1, dimensions, image.height);
    if (dimensions === 3) taps.z.slack = thetaSlack(this.theta, at + 8, 3, image.depth);
  }

  private computeBoxTaps(): void {
    const problem = this.row.problem;
    const image = this.row.image;
    const taps = this.box.taps;
    const x = this.coordinates;
    this.lineX.fillAxis(x, problem.width, this.lineX.perX);
    this.computeTaps(taps.x, 0, problem.width, image.width);
    this.lineY.fillAxis(x, problem.height, this.lineY.perY);
    this.computeTaps(taps.y, 1, problem.height, image.height);
    if (problem.dimensions === 2) return;
    this.lineZ.fillAxis(x, problem.depth, this.lineZ.perZ);
    this.computeTaps(taps.z, 2, problem.depth, image.depth);
  }

  /** Those of the coordinates that are there, on an image axis. */
  private computeTaps(taps: AxisTaps, axis: i32, points: i32, length: i32): void {
    const problem = this.row.problem;
    if (problem.antialias === 0) {
      computeAxisTaps(taps, this.coordinates, points, length, problem);
      return;
    }
    const size = this.box.footprint.size[axis];
    const filtered = changetype<FilteredTaps>(taps);
    computeFilteredTaps(filtered, this.coordinates, size, points, length, problem);
    closeLists(filtered, points);
  }

  /** Goes to row i of slice k of the current crop. */
  enterRow(k: i32, i: i32): void {
    this.box.taps.yAt = i;
    this.box.taps.zAt = k;
  }

  /** Fills in the pixel coordinates of the row's points. */
  locate(): void {
    const row = this.row;
    const i = this.box.taps.yAt;
    const k = this.box.taps.zAt;
    this.lineX.fillRow(row.x, row.points, k, i, this.isFinite);
    this.lineY.fillRow(row.y, row.points, k, i, this.isFinite);
    if (row.problem.dimensions === 3) this.lineZ.fillRow(row.z, row.points, k, i, this.isFinite);
    if (row.problem.antialias > 0) this.box.footprint.fillRow(row);
  }

  /** Takes the gradients of the row's points back to theta. */
  takeBack(_dtheta: Pointer<f32>): void {
    this.box.sums.enterRow(this.box.taps);
    this.box.sums.addRow(this.row);
    if (this.row.problem.antialias > 0) this.box.footprint.addRow(this.row);
  }

  /** Writes what the gradient of theta has come to. */
  leaveCrop(dtheta: Pointer<f32>, n: i32): void {
    if (this.row.problem.antialias > 0) this.box.footprint.leaveCrop(this.box.sums);
    this.box.sums.store(dtheta, n);
  }
}

/** Room for the points of any crop; a theta has so many numbers. */
export function createAffinePoints(theta: Pointer<f32>, entries: i32, problem: Problem): AffinePoints {
  const points = takeStruct<AffinePoints>();
  points.row = createRow(problem, problem.width);
  points.theta = theta;
  points.lineX = takeStruct<ThetaLine>();
  points.lineY = takeStruct<ThetaLine>();
  points.lineZ = takeStruct<ThetaLine>();
  points.coordinates = takeArray<f64>(max(problem.width, max(problem.height, problem.depth)));
  points.box = takeStruct<Box>();
  if (problem.antialias > 0) {
    points.box.footprint = createAffineFootprint();
    points.box.taps = createFilteredBoxTaps(theta, entries, problem);
  } else {
    points.box.taps = createBoxTaps(problem.width, problem.height, problem.depth, problem);
  }
  return points;
}
