import { Layout } from '../../memory/layout';
import { Pointer } from '../../memory/pointer';
import { RowTaps } from '../taps/plan';
import { addFillSlopes, RowGradient } from '../taps/slope';
import { blendImageRows, listRows, RowBlend } from './plan';

/**
 * `slopeRow` for a row of an axis-aligned crop: the rows are blended once with their weights, for x, and once with the
 * slopes of each other axis. Arguments as there.
 */
export function slopeBlendedRow<T>(
  gradient: RowGradient,
  dy: Pointer<f32>,
  cropAt: i32,
  cropLayout: Layout,
  image: Pointer<T>,
  imageAt: i32,
  imageLayout: Layout,
  taps: RowTaps,
  blend: RowBlend,
  fillValue: f64,
): void {
  const width = cropLayout.width;
  const inner = blend.inner;
  const count = width * blend.count;
  for (let j = 0; j < width; j++) {
    gradient.x[j] = 0;
    gradient.y[j] = 0;
    gradient.z[j] = 0;
  }
  const rows = listRows(blend, taps, imageAt, imageLayout);
  for (let plane = 0; plane < blend.planes; plane++) {
    const planeAt = plane * imageLayout.channelStride;
    blendImageRows<T>(blend.blended, blend, blend.rowWeight, rows, image, planeAt);
    blendImageRows<T>(blend.blendedSlopeY, blend, blend.rowSlopeY, rows, image, planeAt);
    if (blend.volume) blendImageRows<T>(blend.blendedSlopeZ, blend, blend.rowSlopeZ, rows, image, planeAt);
    const from = dy.from(cropAt + plane * cropLayout.channelStride);
    for (let j = 0; j < width; j++) {
      const at = j * inner;
      let gx = gradient.x[j];
      let gy = gradient.y[j];
      let gz = gradient.z[j];
      for (let k = j; k < count; k += width) {
        const pixel = blend.offset[k];
        gx += <f64>blend.slope[k] * dot(from.from(at), blend.blended.from(pixel), inner);
        gy += <f64>blend.weight[k] * dot(from.from(at), blend.blendedSlopeY.from(pixel), inner);
        if (blend.volume) gz += <f64>blend.weight[k] * dot(from.from(at), blend.blendedSlopeZ.from(pixel), inner);
      }
      gradient.x[j] = gx;
      gradient.y[j] = gy;
      gradient.z[j] = gz;
    }
  }
  if (fillValue !== 0) addFillSlopes(gradient, 0, dy, cropAt, cropLayout, width, taps, fillValue);
}

function dot(a: Pointer<f32>, b: Pointer<f32>, length: i32): f64 {
  let sum: f64 = 0;
  for (let c = 0; c < length; c++) sum += <f64>a[c] * <f64>b[c];
  return sum;
}
