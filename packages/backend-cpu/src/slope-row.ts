import type { ImageArray, Layout } from './layout.js';
import type { RowTaps } from './row-taps.js';

/** The gradients of one row of points by their normalised coordinates. */
export interface RowGradient {
  /** x, y(, z) of one point after the other, as in a grid. */
  values: Float64Array;
  dimensions: number;
}

/** Room for the gradients of a row. */
export function createRowGradient(points: number, dimensions: number): RowGradient {
  return { values: new Float64Array(points * dimensions), dimensions };
}

/**
 * Differentiates one row of points by their coordinates: along each axis the sum of {@link gatherRow}, with that axis's
 * slopes in place of its weights, summed over the channels with dy. Arguments as there.
 */
export function slopeRow(
  gradient: RowGradient,
  dy: Float32Array,
  cropAt: number,
  cropLayout: Layout,
  image: ImageArray,
  imageAt: number,
  imageLayout: Layout,
  taps: RowTaps,
  fillValue: number,
): void {
  const { values, dimensions } = gradient;
  const { x, y, z, yAt, yStep, zAt, zStep } = taps;
  const { xStride, channels, channelStride } = cropLayout;
  for (let p = 0; p < taps.count; p++) {
    const xFrom = p * x.count;
    const yFrom = (yAt + p * yStep) * y.count;
    const zFrom = (zAt + p * zStep) * z.count;
    const at = cropAt + taps.point[p] * xStride;
    let gx = 0;
    let gy = 0;
    let gz = 0;
    for (let c = zFrom; c < zFrom + z.count; c++) {
      if (z.index[c] < 0) continue;
      for (let b = yFrom; b < yFrom + y.count; b++) {
        if (y.index[b] < 0) continue;
        const row = imageAt + z.index[c] * imageLayout.zStride + y.index[b] * imageLayout.yStride;
        for (let a = xFrom; a < xFrom + x.count; a++) {
          if (x.index[a] < 0) continue;
          const pixel = row + x.index[a] * imageLayout.xStride;
          let dot = 0;
          for (let n = 0; n < channels; n++) {
            dot += dy[at + n * channelStride] * image[pixel + n * imageLayout.channelStride];
          }
          gx += dot * x.slope[a] * y.weight[b] * z.weight[c];
          gy += dot * x.weight[a] * y.slope[b] * z.weight[c];
          gz += dot * x.weight[a] * y.weight[b] * z.slope[c];
        }
      }
    }
    const to = taps.point[p] * dimensions;
    values[to] = gx;
    values[to + 1] = gy;
    if (dimensions === 3) values[to + 2] = gz;
  }
  if (fillValue !== 0) addFillSlopes(gradient, dy, cropAt, cropLayout, taps, fillValue);
}

/**
 * The slopes of the taps outside, which all read fillValue: in x, fillValue · x' · (inside y) · (inside z). Added only
 * where they are not 0, because an infinite fillValue times 0 is NaN.
 */
export function addFillSlopes(
  { values, dimensions }: RowGradient,
  dy: Float32Array,
  cropAt: number,
  { xStride, channels, channelStride }: Layout,
  { count, point, x, y, z, yAt, yStep, zAt, zStep }: RowTaps,
  fillValue: number,
): void {
  for (let p = 0; p < count; p++) {
    const b = yAt + p * yStep;
    const c = zAt + p * zStep;
    const ix = 1 - x.outside[p];
    const iy = 1 - y.outside[b];
    const iz = 1 - z.outside[c];
    const sx = x.outsideSlope[p] * iy * iz;
    const sy = y.outsideSlope[b] * ix * iz;
    const sz = z.outsideSlope[c] * ix * iy;
    if (sx === 0 && sy === 0 && sz === 0) continue;
    const j = point[p];
    let dySum = 0;
    for (let n = 0; n < channels; n++) dySum += dy[cropAt + j * xStride + n * channelStride];
    if (sx !== 0) values[j * dimensions] += dySum * fillValue * sx;
    if (sy !== 0) values[j * dimensions + 1] += dySum * fillValue * sy;
    if (sz !== 0) values[j * dimensions + 2] += dySum * fillValue * sz;
  }
}
