import type { ImageArray } from '../../layout.js';
import type { Span } from '../../span.js';
import type { RowTaps } from '../row-taps.js';

/** Differentiates the points of a row, but for what fillValue does. */
export function slopeTaps(
  taps: RowTaps,
  gradient: Float64Array,
  { values, at, layout }: Span<Float32Array>,
  image: Span<ImageArray>,
  dimensions: number,
): void {
  const { x, y, z, yStep, zStep } = taps;
  const { xStride, yStride, zStride, channelStride } = image.layout;
  const pixels = image.values;
  for (let p = 0; p < taps.count; p++) {
    const xFrom = p * x.count;
    const yFrom = p * yStep * y.count;
    const zFrom = p * zStep * z.count;
    const from = at + taps.point[p] * layout.xStride;
    let gx = 0;
    let gy = 0;
    let gz = 0;
    for (let c = zFrom; c < zFrom + z.count; c++) {
      if (z.index[c] < 0) continue;
      for (let b = yFrom; b < yFrom + y.count; b++) {
        if (y.index[b] < 0) continue;
        const row = image.at + z.index[c] * zStride + y.index[b] * yStride;
        for (let a = xFrom; a < xFrom + x.count; a++) {
          if (x.index[a] < 0) continue;
          const pixel = row + x.index[a] * xStride;
          let dot = 0;
          for (let n = 0; n < layout.channels; n++) {
            dot += values[from + n * layout.channelStride] * pixels[pixel + n * channelStride];
          }
          gx += dot * x.slope[a] * y.weight[b] * z.weight[c];
          gy += dot * x.weight[a] * y.slope[b] * z.weight[c];
          gz += dot * x.weight[a] * y.weight[b] * z.slope[c];
        }
      }
    }
    const to = taps.point[p] * dimensions;
    gradient[to] = gx;
    gradient[to + 1] = gy;
    if (dimensions === 3) gradient[to + 2] = gz;
  }
}
