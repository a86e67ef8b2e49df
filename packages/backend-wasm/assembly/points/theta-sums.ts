import { RowTaps } from '../axis/row-taps';
import { Pointer } from '../memory/pointer';
import { Problem } from '../memory/problem';
import { takeArray, takeStruct } from '../memory/scratch';
import { Row } from './row';

/** So many gradients of points may be added up in float32, before a sum of more is too coarse. */
export const MOST_TERMS: i32 = 128;

/**
 * The gradient of one theta, which is six sums, or twelve in 3-D: for each image axis Σ g·u, Σ g·v(, Σ g·w) and Σ g, with
 * (u, v(, w)) the base coordinates of the output point, PyTorch's base grid.
 */
@unmanaged
export class ThetaSums {
  dimensions: i32;
  sums: Pointer<f64>;
  /** The base coordinates along x, y and z; in 2-D z is a single 0. */
  columns: Pointer<f64>;
  rows: Pointer<f64>;
  slices: Pointer<f64>;
  /** Those along x again, as float32. */
  columns32: Pointer<f32>;
  /** The base coordinates of the current row. */
  v: f64;
  w: f64;

  /** Goes to row i of slice k. */
  @inline
  enter(k: i32, i: i32): void {
    this.v = this.rows[i];
    this.w = this.slices[k];
  }

  /** Goes to the row of a box that its taps are at. */
  @inline
  enterRow(taps: RowTaps): void {
    this.enter(taps.zAt, taps.yAt);
  }

  /** Adds the gradients of the current row's points. */
  addRow(row: Row): void {
    addAxis(this, 0, row.gx, row.points);
    addAxis(this, 1, row.gy, row.points);
    if (this.dimensions === 3) addAxis(this, 2, row.gz, row.points);
  }

  /** Writes the gradient of theta n, and sets the sums to 0 for the next one. */
  store(dtheta: Pointer<f32>, n: i32): void {
    const entries = this.dimensions * (this.dimensions + 1);
    for (let k = 0; k < entries; k++) {
      dtheta[n * entries + k] = <f32>this.sums[k];
      this.sums[k] = 0;
    }
  }

  /** Adds Σ g·u and Σ g of the current row to the sums of one image axis: 0, 1 or 2 for x, y or z. */
  add(axis: i32, sumU: f64, sum: f64): void {
    const dimensions = this.dimensions;
    const sums = this.sums.from(axis * (dimensions + 1));
    sums[0] = sums[0] + sumU;
    sums[1] = sums[1] + sum * this.v;
    if (dimensions === 3) sums[2] = sums[2] + sum * this.w;
    sums[dimensions] = sums[dimensions] + sum;
  }
}

/** Room for the sums, and the base coordinates of the output. */
export function createThetaSums(problem: Problem): ThetaSums {
  const theta = takeStruct<ThetaSums>();
  const dimensions = problem.dimensions;
  const alignCorners = problem.alignCorners !== 0;
  theta.dimensions = dimensions;
  theta.sums = takeArray<f64>(dimensions * (dimensions + 1));
  for (let k = 0; k < dimensions * (dimensions + 1); k++) theta.sums[k] = 0;
  theta.columns = baseCoordinates(problem.width, alignCorners);
  theta.rows = baseCoordinates(problem.height, alignCorners);
  theta.slices = dimensions === 3 ? baseCoordinates(problem.depth, alignCorners) : takeArray<f64>(1);
  if (dimensions === 2) theta.slices[0] = 0;
  theta.columns32 = takeArray<f32>(problem.width);
  for (let j = 0; j < problem.width; j++) theta.columns32[j] = <f32>theta.columns[j];
  return theta;
}

function baseCoordinates(length: i32, alignCorners: bool): Pointer<f64> {
  const base = takeArray<f64>(length);
  for (let j = 0; j < length; j++) {
    if (alignCorners) base[j] = length > 1 ? <f64>(2 * j) / <f64>(length - 1) - 1 : 0;
    else base[j] = <f64>(2 * j + 1) / <f64>length - 1;
  }
  return base;
}

function addAxis(theta: ThetaSums, axis: i32, g: Pointer<f64>, points: i32): void {
  const u = theta.columns;
  let sum: f64 = 0;
  let sumU: f64 = 0;
  let j = 0;
  if (ASC_FEATURE_SIMD) {
    let both = f64x2.splat(0);
    let bothU = f64x2.splat(0);
    for (; j <= points - 2; j += 2) {
      const two = v128.load(g.at(j));
      both = f64x2.add(both, two);
      bothU = f64x2.add(bothU, f64x2.mul(two, v128.load(u.at(j))));
    }
    sum = f64x2.extract_lane(both, 0) + f64x2.extract_lane(both, 1);
    sumU = f64x2.extract_lane(bothU, 0) + f64x2.extract_lane(bothU, 1);
  }
  for (; j < points; j++) {
    sum += g[j];
    sumU += g[j] * u[j];
  }
  theta.add(axis, sumU, sum);
}
