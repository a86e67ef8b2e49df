import { Lanes } from './lanes';
import { Layout } from './layout';
import { Pointer } from './pointer';

/** Whether all channels of the point of a crop that starts at `at` are finite. */
export function isFinitePoint(crop: Pointer<f32>, at: i32, layout: Layout): bool {
  for (let c = 0; c < layout.channels; c++) if (!isFinite(crop[at + c * layout.channelStride])) return false;
  return true;
}

/** Whether so many floats are finite, as their sum tells; a sum that overflows is no harm. */
export function areFinite(address: usize, length: i32): bool {
  const end = address + ((<usize>length) << 2);
  let sum: f32 = 0;
  if (ASC_FEATURE_SIMD) {
    let a = f32x4.splat(0);
    let b = f32x4.splat(0);
    let c = f32x4.splat(0);
    let d = f32x4.splat(0);
    for (; address + 64 <= end; address += 64) {
      a = f32x4.add(a, v128.load(address));
      b = f32x4.add(b, v128.load(address, 16));
      c = f32x4.add(c, v128.load(address, 32));
      d = f32x4.add(d, v128.load(address, 48));
    }
    sum = <f32>Lanes.sum(f32x4.add(f32x4.add(a, b), f32x4.add(c, d)));
  }
  for (; address < end; address += 4) sum += load<f32>(address);
  return isFinite(sum);
}
