import { Pointer } from '../../memory/pointer';
import { Row } from '../../points/row';
import { BlendPlan } from './plan';

/**
 * Samples a whole crop whose points have one tap each, plane by plane, as each is read and written in the order of memory: a
 * sample is a pixel as it is, or the fill.
 */
export function copyBox<T>(row: Row, plan: BlendPlan): void {
  const crop = row.crop;
  for (let plane = 0; plane < plan.planes; plane++) {
    const from = changetype<Pointer<T>>(row.imageAt).from(plane * row.image.channelStride);
    for (let k = 0; k < crop.depth; k++) {
      for (let i = 0; i < crop.height; i++) {
        row.enterRow(k, i);
        copyRow<T>(row.cropAt + ((<usize>(plane * crop.channelStride)) << alignof<T>()), from, row, plan, k, i);
      }
    }
  }
}

/** Row i of slice k. */
function copyRow<T>(out: usize, from: Pointer<T>, row: Row, plan: BlendPlan, k: i32, i: i32): void {
  const inner = plan.inner;
  const image = row.image;
  const z = plan.box.taps.z.index[k];
  const y = plan.box.taps.y.index[i];
  if (y < 0 || z < 0) {
    fill<T>(out, row.points * inner, plan.outside);
    return;
  }
  const start = plan.startOf<T>(from.at(z * image.zStride + y * image.yStride + plan.first * image.xStride));
  fill<T>(out, plan.from * inner, plan.outside);
  if (inner === 1) copyValues<T>(out, start, plan.offset, plan.from, plan.to);
  else copyPixels<T>(out, start, plan.offset, plan.from, plan.to, inner);
  fill<T>(out + ((<usize>(plan.to * inner)) << alignof<T>()), (row.points - plan.to) * inner, plan.outside);
}

function fill<T>(out: usize, length: i32, value: f32): void {
  if (sizeof<T>() === 1) {
    memory.fill(out, <u8>value, length);
    return;
  }
  const end = out + ((<usize>length) << 2);
  for (; out + 16 <= end; out += 16) v128.store(out, f32x4.splat(value));
  for (; out < end; out += 4) store<f32>(out, value);
}

/** Columns of one value each. */
function copyValues<T>(out: usize, start: usize, offset: Pointer<i32>, from: i32, to: i32): void {
  const crop = changetype<Pointer<T>>(out);
  let j = from;
  if (isFloat<T>()) {
    for (; j <= to - 4; j += 4) {
      let v = v128.load32_zero(start + offset[j]);
      v = v128.load_lane<f32>(start + offset[j + 1], v, 1);
      v = v128.load_lane<f32>(start + offset[j + 2], v, 2);
      v128.store(crop.at(j), v128.load_lane<f32>(start + offset[j + 3], v, 3));
    }
  }
  for (; j < to; j++) crop[j] = load<T>(start + (offset[j] >>> (2 - alignof<T>())));
}

/** Columns of several channels. */
function copyPixels<T>(out: usize, start: usize, offset: Pointer<i32>, from: i32, to: i32, inner: i32): void {
  const bytes = (<usize>inner) << alignof<T>();
  out += <usize>from * bytes;
  for (let j = from; j < to; j++) {
    let at = start + (offset[j] >>> (2 - alignof<T>()));
    const next = out + bytes;
    for (; out + 16 <= next; out += 16, at += 16) v128.store(out, v128.load(at));
    for (; out < next; out += sizeof<T>(), at += sizeof<T>()) store<T>(out, load<T>(at));
  }
}
