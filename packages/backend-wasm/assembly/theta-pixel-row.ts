import { AxisTaps } from './axis-taps';
import { Lanes } from './lanes';
import { Layout } from './layout';
import { Pointer } from './pointer';
import { RowBlend } from './row-blend';
import { RowTaps } from './row-taps';
import { takeStruct } from './scratch';
import { addSums, BaseAxes } from './theta-gradient';

/** Columns from `from` to before `to`, all of them inside an image. */
@unmanaged
export class ColumnRun {
  from: i32;
  to: i32;
  /** Whether `addThetaOfPixels` takes them in the current row. */
  taken: bool;
}

/** Room for a run of columns. */
export function createColumnRun(): ColumnRun {
  return takeStruct<ColumnRun>();
}

/**
 * Finds the first run of columns that `addThetaOfPixels` can take: both taps inside the image, and another pixel behind
 * them, because it reads whole vectors.
 */
export function findColumnRun(run: ColumnRun, x: AxisTaps, width: i32, imageWidth: i32): void {
  let from = 0;
  while (from < width && !fits(x, from, imageWidth)) from++;
  let to = from;
  while (to < width && fits(x, to, imageWidth)) to++;
  run.from = from;
  run.to = to;
}

function fits(x: AxisTaps, j: i32, imageWidth: i32): bool {
  const left = x.index[2 * j];
  return left >= 0 && x.index[2 * j + 1] === left + 1 && left + 2 < imageWidth;
}

/** Whether both image rows of output row i are inside. */
export function rowFits(y: AxisTaps, i: i32): bool {
  return y.index[2 * i] >= 0 && y.index[2 * i + 1] === y.index[2 * i] + 1;
}

/**
 * What `addThetaOfBlendedRow` does, for a run of columns of a bilinear image row that is inside, and 2 to 4 channels,
 * which fit one vector: the four pixels of each point are read once for both axes, and nothing is blended. Every lane
 * is a sum of its own; those behind the last channel are left out at the end.
 */
export function addThetaOfPixels(
  sums: Pointer<f64>,
  base: BaseAxes,
  v: f64,
  dy: Pointer<f32>,
  cropAt: i32,
  image: Pointer<f32>,
  imageAt: i32,
  imageLayout: Layout,
  taps: RowTaps,
  blend: RowBlend,
  run: ColumnRun,
): void {
  const inner = imageLayout.inner;
  const step = (<usize>inner) << 2;
  const down = (<usize>imageLayout.yStride) << 2;
  const offset = blend.offset;
  const weight = blend.weight.from(blend.width);
  const slope = blend.slope.from(blend.width);
  const y = taps.y;
  const near = 2 * taps.yAt;
  // Where the pixel before the first blended one would be: the blend's offsets count from there.
  const row = image.from(imageAt + y.index[near] * imageLayout.yStride + (blend.first - 1) * inner);
  const ty = f32x4.splat(<f32>y.weight[near + 1]);
  let sumX = f32x4.splat(0);
  let sumXU = f32x4.splat(0);
  let sumY = f32x4.splat(0);
  let sumYU = f32x4.splat(0);
  let dyAt = dy.at(cropAt + run.from * inner);
  for (let j = run.from; j < run.to; j++, dyAt += step) {
    const at = row.at(offset[j]);
    const a = v128.load(at);
    const b = v128.load(at + step);
    const c = v128.load(at + down);
    const d = v128.load(at + down + step);
    // Behind the last one dy may end.
    const g = j < run.to - 1 ? v128.load(dyAt) : Lanes.load(dyAt, inner);
    const top = f32x4.sub(b, a);
    const twist = f32x4.sub(f32x4.sub(d, c), top);
    const slopeX = v128.load32_splat(slope.at(j));
    const tx = v128.load32_splat(weight.at(j));
    const u = v128.load32_splat(base.u32.at(j));
    const gx = f32x4.mul(f32x4.mul(g, slopeX), f32x4.add(top, f32x4.mul(ty, twist)));
    const gy = f32x4.mul(g, f32x4.add(f32x4.sub(c, a), f32x4.mul(tx, twist)));
    sumX = f32x4.add(sumX, gx);
    sumXU = f32x4.add(sumXU, f32x4.mul(gx, u));
    sumY = f32x4.add(sumY, gy);
    sumYU = f32x4.add(sumYU, f32x4.mul(gy, u));
  }
  const mask = Lanes.mask(inner);
  const slopeY = y.slope[near + 1];
  addSums(sums, Lanes.sum(v128.and(mask, sumXU)), Lanes.sum(v128.and(mask, sumX)), v, 0, 2);
  const yu = slopeY * Lanes.sum(v128.and(mask, sumYU));
  addSums(sums.from(3), yu, slopeY * Lanes.sum(v128.and(mask, sumY)), v, 0, 2);
}
