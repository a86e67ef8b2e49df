import { Lanes } from '../../memory/lanes';
import { Layout } from '../../memory/layout';
import { Pointer } from '../../memory/pointer';
import { addSums } from '../../points/theta-gradient';
import { RowTaps } from '../taps/plan';
import { CellColumn, CellColumns } from './plan';

/** The most columns whose gradients are added up in float32. */
export const MOST_COLUMNS: i32 = 128;

/**
 * The specialised way to the theta gradient of a row of whole cells, the columns of the run: what `slopeRow` and
 * `addThetaGradient` do, but the four pixels of each point are read once for both axes, and the gradients of single
 * points are never made. Every lane is a sum of its own; those behind the last channel are left out at the end.
 */
export function addThetaOfCells(
  sums: Pointer<f64>,
  v: f64,
  dy: Pointer<f32>,
  cropAt: i32,
  crop: Layout,
  image: Pointer<f32>,
  imageAt: i32,
  layout: Layout,
  taps: RowTaps,
  columns: CellColumns,
): void {
  // A long row is added up in parts, as float32 sums of many terms are too coarse.
  for (let from = columns.from; from < columns.to; from += MOST_COLUMNS) {
    const to = min(from + MOST_COLUMNS, columns.to);
    addPart(sums, v, dy, cropAt, crop, image, imageAt, layout, taps, columns, from, to);
  }
}

/** The columns from one to before another. */
function addPart(
  sums: Pointer<f64>,
  v: f64,
  dy: Pointer<f32>,
  cropAt: i32,
  crop: Layout,
  image: Pointer<f32>,
  imageAt: i32,
  layout: Layout,
  taps: RowTaps,
  columns: CellColumns,
  from: i32,
  to: i32,
): void {
  const inner = layout.inner;
  const y = taps.y;
  const near = 2 * taps.yAt;
  const row = image.at(imageAt + y.index[near] * layout.yStride);
  const down = (<usize>layout.yStride) << 2;
  const ty = <f32>y.weight[near + 1];
  const slope = y.slope[near + 1];
  const dyAt = dy.at(cropAt);
  if (inner >= 4) {
    addVectors(sums, v, dyAt, row, down, inner, ty, slope, columns, from, to);
    return;
  }
  const step = (<usize>inner) << 2;
  // A vector may reach over the end of a row's last pixel, but not over the end of all.
  const isInside =
    row + 2 * down + 16 <= image.at(layout.batch * layout.batchStride) &&
    dyAt + <usize>crop.width * step + 16 <= dy.at(crop.batch * crop.batchStride);
  if (!isInside) SmallPixels.add(sums, v, dyAt, row, down, inner, ty, slope, columns, from, to, false);
  else if (inner === 3) SmallPixels.add(sums, v, dyAt, row, down, 3, ty, slope, columns, from, to, true);
  else SmallPixels.add(sums, v, dyAt, row, down, 2, ty, slope, columns, from, to, true);
}

/** Pixels that fit one vector, which is read whole, or not a byte further than there are channels. */
class SmallPixels {
  @inline
  static add(
    sums: Pointer<f64>,
    v: f64,
    dyRow: usize,
    row: usize,
    down: usize,
    inner: i32,
    ty: f32,
    slopeY: f64,
    columns: CellColumns,
    from: i32,
    to: i32,
    whole: bool,
  ): void {
    const step = (<usize>inner) << 2;
    const y = f32x4.splat(ty);
    const last = columns.at(to);
    let dyAt = dyRow + <usize>from * step;
    let sumX = f32x4.splat(0);
    let sumXU = f32x4.splat(0);
    let sumY = f32x4.splat(0);
    let sumYU = f32x4.splat(0);
    for (let column = columns.at(from); column < last; column += offsetof<CellColumn>()) {
      const at = row + load<u32>(column, offsetof<CellColumn>('offset'));
      const below = at + down;
      const a = whole ? v128.load(at) : Lanes.load(at, inner);
      const b = whole ? v128.load(at + step) : Lanes.load(at + step, inner);
      const c = whole ? v128.load(below) : Lanes.load(below, inner);
      const d = whole ? v128.load(below + step) : Lanes.load(below + step, inner);
      const g = whole ? v128.load(dyAt) : Lanes.load(dyAt, inner);
      const u = v128.load32_splat(column, offsetof<CellColumn>('u'));
      const t = v128.load32_splat(column, offsetof<CellColumn>('t'));
      const top = f32x4.sub(b, a);
      const twist = f32x4.sub(f32x4.sub(d, c), top);
      const gx = f32x4.mul(g, f32x4.add(top, f32x4.mul(y, twist)));
      const gy = f32x4.mul(g, f32x4.add(f32x4.sub(c, a), f32x4.mul(t, twist)));
      sumX = f32x4.add(sumX, gx);
      sumXU = f32x4.add(sumXU, f32x4.mul(gx, u));
      sumY = f32x4.add(sumY, gy);
      sumYU = f32x4.add(sumYU, f32x4.mul(gy, u));
      dyAt += step;
    }
    const mask = Lanes.mask(inner);
    addRow(
      sums,
      v,
      columns.slope,
      slopeY,
      v128.and(mask, sumX),
      v128.and(mask, sumXU),
      v128.and(mask, sumY),
      v128.and(mask, sumYU),
    );
  }
}

/** Pixels of any number of vectors: a point's sums are weighted with its column when all channels are in. */
function addVectors(
  sums: Pointer<f64>,
  v: f64,
  dyRow: usize,
  row: usize,
  down: usize,
  inner: i32,
  ty: f32,
  slopeY: f64,
  columns: CellColumns,
  from: i32,
  to: i32,
): void {
  const step = (<usize>inner) << 2;
  const y = f32x4.splat(ty);
  const last = columns.at(to);
  let dyAt = dyRow + <usize>from * step;
  let sumX = f32x4.splat(0);
  let sumXU = f32x4.splat(0);
  let sumY = f32x4.splat(0);
  let sumYU = f32x4.splat(0);
  for (let column = columns.at(from); column < last; column += offsetof<CellColumn>()) {
    let at = row + load<u32>(column, offsetof<CellColumn>('offset'));
    const t = v128.load32_splat(column, offsetof<CellColumn>('t'));
    let gx = f32x4.splat(0);
    let gy = f32x4.splat(0);
    for (const end = dyAt + step; dyAt < end; at += 16, dyAt += 16) {
      const below = at + down;
      const a = v128.load(at);
      const c = v128.load(below);
      const top = f32x4.sub(v128.load(at + step), a);
      const twist = f32x4.sub(f32x4.sub(v128.load(below + step), c), top);
      const g = v128.load(dyAt);
      gx = f32x4.add(gx, f32x4.mul(g, f32x4.add(top, f32x4.mul(y, twist))));
      gy = f32x4.add(gy, f32x4.mul(g, f32x4.add(f32x4.sub(c, a), f32x4.mul(t, twist))));
    }
    const u = v128.load32_splat(column, offsetof<CellColumn>('u'));
    sumX = f32x4.add(sumX, gx);
    sumXU = f32x4.add(sumXU, f32x4.mul(gx, u));
    sumY = f32x4.add(sumY, gy);
    sumYU = f32x4.add(sumYU, f32x4.mul(gy, u));
  }
  addRow(sums, v, columns.slope, slopeY, sumX, sumXU, sumY, sumYU);
}

/** Adds the sums of a row, each spread over four lanes. */
function addRow(sums: Pointer<f64>, v: f64, slopeX: f64, slopeY: f64, x: v128, xu: v128, y: v128, yu: v128): void {
  const ofX = Lanes.sumOfBoth(xu, x);
  const ofY = Lanes.sumOfBoth(yu, y);
  addSums(sums, slopeX * <f64>f32x4.extract_lane(ofX, 0), slopeX * <f64>f32x4.extract_lane(ofX, 2), v, 0, 2);
  addSums(sums.from(3), slopeY * <f64>f32x4.extract_lane(ofY, 0), slopeY * <f64>f32x4.extract_lane(ofY, 2), v, 0, 2);
}
