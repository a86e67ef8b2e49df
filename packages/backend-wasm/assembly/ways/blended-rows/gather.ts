import { Lanes } from '../../memory/lanes';
import { Lerp } from '../../memory/lerp';
import { Pointer } from '../../memory/pointer';
import { Row } from '../../points/row';
import { gatherPoint, isFinitePoint } from '../taps/gather';
import { TapsPlan } from '../taps/plan';
import { copyBox } from './copy-box';
import { FourColumns } from './four-columns';
import { lerpRows } from './lerp-rows';
import { BlendPlan, Column, listRows } from './plan';

/** Samples an axis-aligned crop, where `row` is its first one. */
export function gatherBlendedRows<T>(row: Row, plan: BlendPlan, tapsPlan: TapsPlan): void {
  if (plan.count === 1) {
    if (isFloat<T>() || sizeof<T>() === 1) copyBox<T>(row, plan);
    else unreachable();
    return;
  }
  for (let k = 0; k < row.crop.depth; k++) {
    for (let i = 0; i < row.crop.height; i++) {
      row.enterRow(k, i);
      plan.box.taps.yAt = i;
      plan.box.taps.zAt = k;
      gatherRow<T>(row, plan, tapsPlan);
    }
  }
}

/**
 * Samples a row of an axis-aligned crop: image rows first, columns second. Points that come out infinite or NaN are sampled
 * tap by tap: differences of large numbers may be, where the sample itself is not.
 */
function gatherRow<T>(row: Row, plan: BlendPlan, tapsPlan: TapsPlan): void {
  listRows(plan, row);
  const taps = plan.box.taps;
  const outside = <f32>(1 - (1 - taps.y.outside[taps.yAt]) * (1 - taps.z.outside[taps.zAt]));
  const image = changetype<Pointer<T>>(row.imageAt);
  const crop = changetype<Pointer<f32>>(row.cropAt);
  const inside = plan.blended.from(plan.inner);
  let sum: f64 = 0;
  for (let plane = 0; plane < plan.planes; plane++) {
    const from = image.from(plane * row.image.channelStride);
    lerpRows<T>(inside, plan.rows, from, plan.span * plan.inner, outside, plan.outside);
    plan.closeSeam(plan.blended);
    sum += pickColumns(crop.from(plane * row.crop.channelStride), plan);
  }
  if (isFinite(sum)) return;
  for (let j = 0; j < row.points; j++) {
    if (!isFinitePoint(row, j)) gatherPoint<T>(row, j, tapsPlan, taps, j);
  }
}

/** The points of a row, from the blended one, and a sum of them, which is finite only if all are. */
function pickColumns(to: Pointer<f32>, plan: BlendPlan): f64 {
  const inner = plan.inner;
  if (plan.count !== 2) return inner === 1 ? pickValues(to, plan) : pickPixels(to, plan);
  if (inner === 1) return lerpValues(to, plan);
  if (inner === 3) return SmallPixels.lerp(to, plan, 3);
  if (inner === 2) return SmallPixels.lerp(to, plan, 2);
  return (inner & 3) === 0 ? lerpVectors(to, plan) : lerpPixels(to, plan);
}

/** Columns of one value each and four taps: those of the run four at a time. */
function pickValues(to: Pointer<f32>, plan: BlendPlan): f64 {
  let sums = f32x4.splat(0);
  let j = plan.from;
  const first = plan.offset.from(plan.width);
  for (; j <= plan.to - 4; j += 4) {
    const v = FourColumns.sumOfFour(plan.blended.at(0), first, plan.weight, plan.width, j, true);
    v128.store(to.at(j), v);
    sums = f32x4.add(sums, v);
  }
  return Lanes.sum(sums) + pickSingleValues(to, plan, 0, plan.from) + pickSingleValues(to, plan, j, plan.width);
}

/** Columns of one value each, whose four taps may be anywhere. */
function pickSingleValues(to: Pointer<f32>, plan: BlendPlan, from: i32, until: i32): f64 {
  const row = plan.blended.at(0);
  const width = plan.width;
  const taps = width * plan.count;
  const offset = plan.offset;
  const weight = plan.weight;
  let sum: f64 = 0;
  for (let j = from; j < until; j++) {
    const first = load<f32>(row + offset[j]);
    let value: f32 = 0;
    for (let k = j + width; k < taps; k += width) value += weight[k] * (load<f32>(row + offset[k]) - first);
    value += first;
    to[j] = value;
    sum += <f64>value;
  }
  return sum;
}

/** Columns of several channels and four taps: a pixel is one vector, or a few. */
function pickPixels(to: Pointer<f32>, plan: BlendPlan): f64 {
  const inner = plan.inner;
  const row = plan.blended.at(0);
  const width = plan.width;
  const taps = width * plan.count;
  const offset = plan.offset;
  const weight = plan.weight;
  let sums = f32x4.splat(0);
  for (let j = 0; j < width; j++) {
    for (let c = 0; c < inner; c += 4) {
      const first = v128.load(row + offset[j] + (c << 2));
      let v = f32x4.splat(0);
      for (let k = j + width; k < taps; k += width) {
        const differs = f32x4.sub(v128.load(row + offset[k] + (c << 2)), first);
        v = f32x4.add(v, f32x4.mul(v128.load32_splat(weight.at(k)), differs));
      }
      v = f32x4.add(first, v);
      Lanes.store(to.at(j * inner + c), v, inner - c);
      sums = f32x4.add(sums, v);
    }
  }
  return Lanes.sum(sums);
}

/** Columns of one value each, between two taps side by side, four columns at a time. */
function lerpValues(to: Pointer<f32>, plan: BlendPlan): f64 {
  const row = plan.blended.at(0);
  let sums = f32x4.splat(0);
  let column = plan.columns;
  let j = 0;
  for (; j <= plan.width - 4; j += 4, column += 4 * offsetof<Column>()) {
    const low = Lanes.loadPairs(row + load<u32>(column), row + load<u32>(column, 8));
    const high = Lanes.loadPairs(row + load<u32>(column, 16), row + load<u32>(column, 24));
    const t = Lanes.seconds(v128.load(column), v128.load(column, 16));
    const v = Lerp.four(Lanes.firsts(low, high), Lanes.seconds(low, high), t);
    v128.store(to.at(j), v);
    sums = f32x4.add(sums, v);
  }
  let sum = Lanes.sum(sums);
  for (; j < plan.width; j++, column += offsetof<Column>()) {
    const at = row + load<u32>(column);
    const value = Lerp.one(load<f32>(at), load<f32>(at, 4), load<f32>(column, offsetof<Column>('t')));
    to[j] = value;
    sum += <f64>value;
  }
  return sum;
}

/** Columns of any number of channels, between two taps side by side. */
function lerpPixels(to: Pointer<f32>, plan: BlendPlan): f64 {
  const step = (<usize>plan.inner) << 2;
  let sums = f32x4.splat(0);
  let out = to.at(0);
  let column = plan.columns;
  for (const end = column + <usize>plan.width * offsetof<Column>(); column < end; column += offsetof<Column>()) {
    const t = v128.load32_splat(column, offsetof<Column>('t'));
    let at = plan.blended.at(0) + load<u32>(column);
    for (let lanes = plan.inner; lanes > 0; lanes -= 4, at += 16) {
      const v = Lerp.four(v128.load(at), v128.load(at + step), t);
      Lanes.store(out, v, lanes);
      out += (<usize>min(lanes, 4)) << 2;
      sums = f32x4.add(sums, v);
    }
  }
  return Lanes.sum(sums);
}

/** The same for whole vectors of channels. */
function lerpVectors(to: Pointer<f32>, plan: BlendPlan): f64 {
  const row = plan.blended.at(0);
  const step = (<usize>plan.inner) << 2;
  let sums = f32x4.splat(0);
  let out = to.at(0);
  let column = plan.columns;
  for (const end = column + <usize>plan.width * offsetof<Column>(); column < end; column += offsetof<Column>()) {
    const t = v128.load32_splat(column, offsetof<Column>('t'));
    let at = row + load<u32>(column);
    const next = out + step;
    for (; out + 64 <= next; out += 64, at += 64) {
      const second = at + step;
      const v = Lerp.four(v128.load(at), v128.load(second), t);
      v128.store(out, v);
      const w = Lerp.four(v128.load(at, 16), v128.load(second, 16), t);
      v128.store(out, w, 16);
      const x = Lerp.four(v128.load(at, 32), v128.load(second, 32), t);
      v128.store(out, x, 32);
      const y = Lerp.four(v128.load(at, 48), v128.load(second, 48), t);
      v128.store(out, y, 48);
      sums = f32x4.add(sums, f32x4.add(f32x4.add(v, w), f32x4.add(x, y)));
    }
    for (; out < next; out += 16, at += 16) {
      const v = Lerp.four(v128.load(at), v128.load(at + step), t);
      v128.store(out, v);
      sums = f32x4.add(sums, v);
    }
  }
  return Lanes.sum(sums);
}

/** The same for 2 or 3 channels, which fit one vector: the number is a constant where this is inlined. */
class SmallPixels {
  @inline
  static lerp(to: Pointer<f32>, plan: BlendPlan, inner: i32): f64 {
    const row = plan.blended.at(0);
    const step = (<usize>inner) << 2;
    let sums = f32x4.splat(0);
    let column = plan.columns;
    let out = to.at(0);
    // What spills over a pixel is overwritten by the next ones.
    const last = column + <usize>(plan.width - 1) * offsetof<Column>();
    for (; column < last; column += offsetof<Column>(), out += step) {
      const v = SmallPixels.one(row, column, step);
      v128.store(out, v);
      sums = f32x4.add(sums, v);
    }
    const v = SmallPixels.one(row, column, step);
    Lanes.store(out, v, inner);
    return Lanes.sum(f32x4.add(sums, v));
  }

  @inline
  private static one(row: usize, column: usize, step: usize): v128 {
    const at = row + load<u32>(column);
    return Lerp.four(v128.load(at), v128.load(at + step), v128.load32_splat(column, offsetof<Column>('t')));
  }
}
