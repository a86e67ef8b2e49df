import { pixelsPerUnit } from '../axis/axis-taps';
import { Pointer } from '../memory/pointer';
import { Problem } from '../memory/problem';
import { PointRow } from './point-row';

/** The pixel coordinates of a row of grid points, from one to another. */
export function readGridRow(row: PointRow, from: i32, to: i32, grid: Pointer<f32>, problem: Problem): void {
  const dimensions = problem.dimensions;
  const alignCorners = problem.alignCorners !== 0;
  let j = from;
  if (ASC_FEATURE_SIMD) {
    if (dimensions === 2) j = unnormalisePairs(row, from, to, grid, problem);
  }
  unnormalise(row.x, j, to, grid, dimensions, problem.imageWidth, alignCorners);
  unnormalise(row.y, j, to, grid.from(1), dimensions, problem.imageHeight, alignCorners);
  if (dimensions === 3) unnormalise(row.z, j, to, grid.from(2), 3, problem.imageDepth, alignCorners);
}

/** From [-1, 1] to pixels, as PyTorch's `grid_sampler_unnormalize`. */
function unnormalise(
  x: Pointer<f64>,
  from: i32,
  points: i32,
  grid: Pointer<f32>,
  step: i32,
  size: i32,
  alignCorners: bool,
): void {
  const length = <f64>size;
  if (alignCorners) for (let j = from; j < points; j++) x[j] = ((<f64>grid[j * step] + 1) / 2) * (length - 1);
  else for (let j = from; j < points; j++) x[j] = ((<f64>grid[j * step] + 1) * length - 1) / 2;
}

/** `unnormalise` for two points of an image at a time; halving the size, not the result, changes no bit. Says how far it came. */
function unnormalisePairs(row: PointRow, from: i32, to: i32, grid: Pointer<f32>, problem: Problem): i32 {
  const alignCorners = problem.alignCorners !== 0;
  const one = f64x2.splat(1);
  const shift = f64x2.splat(alignCorners ? 0 : 0.5);
  const scaleX = f64x2.splat(pixelsPerUnit(problem.imageWidth, alignCorners));
  const scaleY = f64x2.splat(pixelsPerUnit(problem.imageHeight, alignCorners));
  const x = row.x;
  const y = row.y;
  let j = from;
  for (; j <= to - 2; j += 2) {
    const g = v128.load(grid.at(2 * j));
    const gx = f64x2.promote_low_f32x4(v128.shuffle<f32>(g, g, 0, 2, 0, 2));
    const gy = f64x2.promote_low_f32x4(v128.shuffle<f32>(g, g, 1, 3, 1, 3));
    v128.store(x.at(j), f64x2.sub(f64x2.mul(f64x2.add(gx, one), scaleX), shift));
    v128.store(y.at(j), f64x2.sub(f64x2.mul(f64x2.add(gy, one), scaleY), shift));
  }
  return j;
}
