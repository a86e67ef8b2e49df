import { Pointer } from '../memory/pointer';
import { Problem } from '../memory/problem';
import { takeArray, takeStruct } from '../memory/scratch';
import { RowGradient } from '../ways/taps/slope';
import { baseCoordinates } from './theta-axes';

/** The base coordinates along x, y and z; in 2-D z is a single 0. */
@unmanaged
export class BaseAxes {
  u: Pointer<f64>;
  v: Pointer<f64>;
  w: Pointer<f64>;
  /** u again, as float32. */
  u32: Pointer<f32>;
}

/** The base coordinates of the output. */
export function createBaseAxes(problem: Problem): BaseAxes {
  const alignCorners = problem.alignCorners !== 0;
  const axes = takeStruct<BaseAxes>();
  axes.u = baseCoordinates(problem.width, alignCorners);
  axes.u32 = takeArray<f32>(problem.width);
  for (let j = 0; j < problem.width; j++) axes.u32[j] = <f32>axes.u[j];
  axes.v = baseCoordinates(problem.height, alignCorners);
  if (problem.dimensions === 3) {
    axes.w = baseCoordinates(problem.depth, alignCorners);
  } else {
    axes.w = takeArray<f64>(1);
    axes.w[0] = 0;
  }
  return axes;
}

/**
 * Adds one row of coordinate gradients to the gradient of theta, which is six sums, or twelve in 3-D: for each image
 * axis Σ g·u, Σ g·v(, Σ g·w) and Σ g, with (u, v(, w)) the base coordinates of the output point.
 */
export function addThetaGradient(
  sums: Pointer<f64>,
  gradient: RowGradient,
  points: i32,
  u: Pointer<f64>,
  v: f64,
  w: f64,
  dimensions: i32,
): void {
  addAxis(sums, gradient.x, points, u, v, w, dimensions);
  addAxis(sums.from(dimensions + 1), gradient.y, points, u, v, w, dimensions);
  if (dimensions === 3) addAxis(sums.from(8), gradient.z, points, u, v, w, dimensions);
}

/** The same for an image, with gradients as float32, x and y of each point side by side. */
export function addThetaOfPairs(
  sums: Pointer<f64>,
  gradient: Pointer<f32>,
  points: i32,
  u: Pointer<f64>,
  v: f64,
): void {
  let sum = f64x2.splat(0);
  let sumU = f64x2.splat(0);
  for (let j = 0; j < points; j++) {
    const g = f64x2.promote_low_f32x4(v128.load64_zero(gradient.at(2 * j)));
    sum = f64x2.add(sum, g);
    sumU = f64x2.add(sumU, f64x2.mul(g, v128.load64_splat(u.at(j))));
  }
  addSums(sums, f64x2.extract_lane(sumU, 0), f64x2.extract_lane(sum, 0), v, 0, 2);
  addSums(sums.from(3), f64x2.extract_lane(sumU, 1), f64x2.extract_lane(sum, 1), v, 0, 2);
}

function addAxis(
  sums: Pointer<f64>,
  g: Pointer<f64>,
  points: i32,
  u: Pointer<f64>,
  v: f64,
  w: f64,
  dimensions: i32,
): void {
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
  addSums(sums, sumU, sum, v, w, dimensions);
}

/** Adds Σ g·u and Σ g of one row to the sums of one image axis. */
export function addSums(sums: Pointer<f64>, sumU: f64, sum: f64, v: f64, w: f64, dimensions: i32): void {
  sums[0] = sums[0] + sumU;
  sums[1] = sums[1] + sum * v;
  if (dimensions === 3) sums[2] = sums[2] + sum * w;
  sums[dimensions] = sums[dimensions] + sum;
}

/** Room for the sums of one theta. */
export function createThetaSums(dimensions: i32): Pointer<f64> {
  return takeArray<f64>(dimensions * (dimensions + 1));
}

/** Sets the sums to 0 before a crop. */
export function clearThetaSums(sums: Pointer<f64>, dimensions: i32): void {
  for (let k = 0; k < dimensions * (dimensions + 1); k++) sums[k] = 0;
}

/** Writes the sums of crop n where its theta's gradient belongs. */
export function storeThetaSums(dtheta: Pointer<f32>, n: i32, sums: Pointer<f64>, dimensions: i32): void {
  const entries = dimensions * (dimensions + 1);
  for (let k = 0; k < entries; k++) dtheta[n * entries + k] = <f32>sums[k];
}
