import { pixelsPerUnit } from '../axis/axis-taps';
import { RowTaps } from '../axis/row-taps';
import { Pointer } from '../memory/pointer';
import { Problem } from '../memory/problem';
import { takeStruct } from '../memory/scratch';
import { Box } from './box';
import { createGradients, createRow, Row } from './row';

/**
 * The most points that are taken at a time: enough that what is done once per row costs little, and few enough that what is
 * known of them stays in the fastest cache.
 */
const LONGEST_ROW: i32 = 512;

/**
 * The points of a grid in the order of memory. They and their samples lie one after the other, so the rows of a crop are
 * put together, and cut where they are long: a kernel's rows of points need not be those of the crop.
 */
@unmanaged
export class GridPoints {
  row: Row;
  grid: Pointer<f32>;
  /** How each point moves, like the grid; 0 where they stand still. */
  tangents: Pointer<f32>;
  /** How many points a crop has; the current crop; and the first point of its current row, counted from the first crop's. */
  points: i32;
  n: i32;
  first: i32;

  /** A grid is never known to be a box. */
  @inline
  get box(): Box | null {
    return null;
  }

  /** Takes room for gradients. */
  createGradients(): void {
    createGradients(this.row);
  }

  /** Goes to crop n. */
  @inline
  enterCrop(n: i32, _taps: RowTaps): void {
    this.n = n;
  }

  /** Goes to row i of the current crop, whose last one may be shorter. */
  enterRow(_k: i32, i: i32): void {
    const row = this.row;
    const before = i * row.crop.width;
    row.points = min(row.crop.width, this.points - before);
    this.first = this.n * this.points + before;
    row.grid = this.grid.at(this.first * row.problem.dimensions);
    if (row.moves) row.tangent = this.tangents.from(this.first * row.problem.dimensions);
  }

  /** Fills in the pixel coordinates of the row's points. */
  @inline
  locate(): void {
    locateGridPoints(this.row, 0, this.row.points);
  }

  /** Takes the gradients of the row's points back to the grid. */
  takeBack(dgrid: Pointer<f32>): void {
    const row = this.row;
    const dimensions = row.problem.dimensions;
    const gx = row.gx;
    const gy = row.gy;
    const gz = row.gz;
    const to = dgrid.from(this.first * dimensions);
    let j = 0;
    if (ASC_FEATURE_SIMD) {
      if (dimensions === 2) {
        for (; j <= row.points - 2; j += 2) {
          const x = f32x4.demote_f64x2_zero(v128.load(gx.at(j)));
          const y = f32x4.demote_f64x2_zero(v128.load(gy.at(j)));
          v128.store(to.at(2 * j), v128.shuffle<f32>(x, y, 0, 4, 1, 5));
        }
      }
    }
    for (; j < row.points; j++) {
      const at = j * dimensions;
      to[at] = <f32>gx[j];
      to[at + 1] = <f32>gy[j];
      if (dimensions === 3) to[at + 2] = <f32>gz[j];
    }
  }

  /** All is written already. */
  @inline
  leaveCrop(_dgrid: Pointer<f32>, _n: i32): void {}
}

/** Room for the points of any crop. */
export function createGridPoints(grid: Pointer<f32>, problem: Problem): GridPoints {
  const points = takeStruct<GridPoints>();
  const all = problem.depth * problem.height * problem.width;
  const row = createRow(problem, min(all, LONGEST_ROW));
  const crop = row.crop;
  crop.depth = 1;
  crop.height = (all + row.points - 1) / row.points;
  crop.width = row.points;
  crop.yStride = row.points * crop.xStride;
  points.row = row;
  points.grid = grid;
  points.tangents = row.tangent;
  points.points = all;
  return points;
}

/** The same for points that move along a tangent of the grid's shape. */
export function createMovingPoints(grid: Pointer<f32>, tangent: Pointer<f32>, problem: Problem): GridPoints {
  const points = createGridPoints(grid, problem);
  points.tangents = tangent;
  points.row.tangent = tangent;
  return points;
}

/** The pixel coordinates of points `from` to `to` of a row of a grid. */
export function locateGridPoints(row: Row, from: i32, to: i32): void {
  const problem = row.problem;
  const dimensions = problem.dimensions;
  const alignCorners = problem.alignCorners !== 0;
  const grid = changetype<Pointer<f32>>(row.grid);
  let j = from;
  if (ASC_FEATURE_SIMD) {
    if (dimensions === 2) j = unnormaliseTwo(row, from, to, grid, problem);
  }
  unnormalise(row.x, j, to, grid, dimensions, problem.imageWidth, alignCorners);
  unnormalise(row.y, j, to, grid.from(1), dimensions, problem.imageHeight, alignCorners);
  if (dimensions === 3) unnormalise(row.z, j, to, grid.from(2), 3, problem.imageDepth, alignCorners);
}

/** From [-1, 1] to pixels, as PyTorch's `grid_sampler_unnormalize`. */
function unnormalise(
  x: Pointer<f64>,
  from: i32,
  to: i32,
  grid: Pointer<f32>,
  step: i32,
  size: i32,
  alignCorners: bool,
): void {
  const length = <f64>size;
  if (alignCorners) for (let j = from; j < to; j++) x[j] = ((<f64>grid[j * step] + 1) / 2) * (length - 1);
  else for (let j = from; j < to; j++) x[j] = ((<f64>grid[j * step] + 1) * length - 1) / 2;
}

/** `unnormalise` for two points of an image at a time; halving the size, not the result, changes no bit. Says how far it came. */
function unnormaliseTwo(row: Row, from: i32, to: i32, grid: Pointer<f32>, problem: Problem): i32 {
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
