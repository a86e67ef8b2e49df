import { PointRow } from './point-row';
import { Pointer } from './pointer';
import { Problem } from './problem';

/** The pixel coordinates of the row of grid points that starts at `at` in the grid. */
export function readGridRow(row: PointRow, grid: Pointer<f32>, at: i32, problem: Problem): void {
  const dimensions = problem.dimensions;
  const alignCorners = problem.alignCorners !== 0;
  if (ASC_FEATURE_SIMD) {
    if (dimensions === 2) {
      unnormalisePairs(row, grid.from(at), problem.imageWidth, problem.imageHeight, alignCorners);
      return;
    }
  }
  unnormalise(row.x, row.points, grid.from(at), dimensions, problem.imageWidth, alignCorners);
  unnormalise(row.y, row.points, grid.from(at + 1), dimensions, problem.imageHeight, alignCorners);
  if (dimensions === 3) unnormalise(row.z, row.points, grid.from(at + 2), 3, problem.imageDepth, alignCorners);
}

/** From [-1, 1] to pixels, as PyTorch's `grid_sampler_unnormalize`. */
function unnormalise(x: Pointer<f64>, points: i32, grid: Pointer<f32>, step: i32, size: i32, alignCorners: bool): void {
  const length = <f64>size;
  if (alignCorners) for (let j = 0; j < points; j++) x[j] = ((<f64>grid[j * step] + 1) / 2) * (length - 1);
  else for (let j = 0; j < points; j++) x[j] = ((<f64>grid[j * step] + 1) * length - 1) / 2;
}

/** `unnormalise` for both axes of an image at once; halving last changes no bit. */
function unnormalisePairs(row: PointRow, grid: Pointer<f32>, width: i32, height: i32, alignCorners: bool): void {
  const one = f64x2.splat(1);
  const half = f64x2.splat(0.5);
  const size = f64x2.replace_lane(f64x2.splat(<f64>width), 1, <f64>height);
  const scale = alignCorners ? f64x2.sub(size, one) : size;
  const shift = f64x2.splat(alignCorners ? 0 : 1);
  for (let j = 0; j < row.points; j++) {
    const g = f64x2.promote_low_f32x4(v128.load64_zero(grid.at(2 * j)));
    const p = f64x2.mul(half, f64x2.sub(f64x2.mul(f64x2.add(g, one), scale), shift));
    v128.store_lane<f64>(row.x.at(j), p, 0);
    v128.store_lane<f64>(row.y.at(j), p, 1);
  }
}
