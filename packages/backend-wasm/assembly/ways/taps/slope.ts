import { Layout } from '../../memory/layout';
import { Pointer } from '../../memory/pointer';
import { takeArray, takeStruct } from '../../memory/scratch';
import { RowTaps } from './plan';

/** The gradients of one row of points by their normalised coordinates, one entry per point. */
@unmanaged
export class RowGradient {
  x: Pointer<f64>;
  y: Pointer<f64>;
  z: Pointer<f64>;
}

/** Room for the gradients of a row. */
export function createRowGradient(points: i32): RowGradient {
  const gradient = takeStruct<RowGradient>();
  gradient.x = takeArray<f64>(points);
  gradient.y = takeArray<f64>(points);
  gradient.z = takeArray<f64>(points);
  return gradient;
}

/**
 * Differentiates points by their coordinates: along each axis the sum of `gatherRow`, with that axis's slopes in place
 * of its weights, summed over the channels with dy. Arguments as there; the gradients go to `from` and on.
 */
export function slopeRow<T>(
  gradient: RowGradient,
  from: i32,
  dy: Pointer<f32>,
  cropAt: i32,
  cropLayout: Layout,
  points: i32,
  image: Pointer<T>,
  imageAt: i32,
  imageLayout: Layout,
  taps: RowTaps,
  fillValue: f64,
): void {
  const x = taps.x;
  const y = taps.y;
  const z = taps.z;
  const channels = cropLayout.channels;
  for (let j = 0; j < points; j++) {
    const xFrom = j * x.count;
    const yFrom = (taps.yAt + j * taps.yStep) * y.count;
    const zFrom = (taps.zAt + j * taps.zStep) * z.count;
    const at = cropAt + j * cropLayout.xStride;
    let gx: f64 = 0;
    let gy: f64 = 0;
    let gz: f64 = 0;
    for (let c = zFrom; c < zFrom + z.count; c++) {
      if (z.index[c] < 0) continue;
      for (let b = yFrom; b < yFrom + y.count; b++) {
        if (y.index[b] < 0) continue;
        const row = imageAt + z.index[c] * imageLayout.zStride + y.index[b] * imageLayout.yStride;
        for (let a = xFrom; a < xFrom + x.count; a++) {
          if (x.index[a] < 0) continue;
          const pixel = row + x.index[a] * imageLayout.xStride;
          let dot: f64 = 0;
          for (let n = 0; n < channels; n++) {
            dot += <f64>dy[at + n * cropLayout.channelStride] * <f64>image[pixel + n * imageLayout.channelStride];
          }
          gx += dot * x.slope[a] * y.weight[b] * z.weight[c];
          gy += dot * x.weight[a] * y.slope[b] * z.weight[c];
          gz += dot * x.weight[a] * y.weight[b] * z.slope[c];
        }
      }
    }
    gradient.x[from + j] = gx;
    gradient.y[from + j] = gy;
    gradient.z[from + j] = gz;
  }
  if (fillValue !== 0) addFillSlopes(gradient, from, dy, cropAt, cropLayout, points, taps, fillValue);
}

/**
 * The slopes of the taps outside, which all read fillValue: in x, fillValue · x' · (inside y) · (inside z). Added only
 * where they are not 0, because an infinite fillValue times 0 is NaN.
 */
export function addFillSlopes(
  gradient: RowGradient,
  from: i32,
  dy: Pointer<f32>,
  cropAt: i32,
  cropLayout: Layout,
  points: i32,
  taps: RowTaps,
  fillValue: f64,
): void {
  const x = taps.x;
  const y = taps.y;
  const z = taps.z;
  for (let j = 0; j < points; j++) {
    const b = taps.yAt + j * taps.yStep;
    const c = taps.zAt + j * taps.zStep;
    const ix = 1 - x.outside[j];
    const iy = 1 - y.outside[b];
    const iz = 1 - z.outside[c];
    const sx = x.outsideSlope[j] * iy * iz;
    const sy = y.outsideSlope[b] * ix * iz;
    const sz = z.outsideSlope[c] * ix * iy;
    if (sx === 0 && sy === 0 && sz === 0) continue;
    let dySum: f64 = 0;
    for (let n = 0; n < cropLayout.channels; n++) {
      dySum += <f64>dy[cropAt + j * cropLayout.xStride + n * cropLayout.channelStride];
    }
    const to = from + j;
    if (sx !== 0) gradient.x[to] = gradient.x[to] + dySum * fillValue * sx;
    if (sy !== 0) gradient.y[to] = gradient.y[to] + dySum * fillValue * sy;
    if (sz !== 0) gradient.z[to] = gradient.z[to] + dySum * fillValue * sz;
  }
}
