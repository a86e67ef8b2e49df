import type { ImageArray } from '../../layout.js';
import type { Span } from '../../span.js';
import type { TangentTaps } from './plan.js';

/**
 * The gradient of the derivative along the tangent h by the points: along x, Σ dy · (hx·x''·y·z + hy·x'·y'·z + hz·x'·y·z')
 * · image, and the others likewise.
 */
export function slopeMoving(
  moving: TangentTaps,
  gradient: Float64Array,
  dy: Span<Float32Array>,
  image: Span<ImageArray>,
  fillValue: number,
): void {
  const { points, x: xs, y: ys, z: zs, tangent, at, dimensions } = moving;
  const { x, y, z } = points.taps;
  const { xStride, yStride, zStride, channelStride } = image.layout;
  const { values, layout } = dy;
  const isVolume = dimensions === 3;
  for (let p = 0; p < points.taps.count; p++) {
    const place = at + p * dimensions;
    const [hx, hy, hz] = [tangent[place], tangent[place + 1], isVolume ? tangent[place + 2] : 0];
    const from = dy.at + points.taps.point[p] * layout.xStride;
    const zFrom = isVolume ? p * z.count : 0;
    let gx = 0;
    let gy = 0;
    let gz = 0;
    for (let c = zFrom; c < zFrom + z.count; c++) {
      if (z.index[c] < 0) continue;
      const [wz, sz, cz] = [z.weight[c], z.slope[c], zs.curvature[c]];
      for (let b = p * y.count; b < (p + 1) * y.count; b++) {
        if (y.index[b] < 0) continue;
        const [wy, sy, cy] = [y.weight[b], y.slope[b], ys.curvature[b]];
        const row = image.at + z.index[c] * zStride + y.index[b] * yStride;
        for (let a = p * x.count; a < (p + 1) * x.count; a++) {
          if (x.index[a] < 0) continue;
          const [wx, sx, cx] = [x.weight[a], x.slope[a], xs.curvature[a]];
          const pixel = row + x.index[a] * xStride;
          let dot = 0;
          for (let n = 0; n < layout.channels; n++) {
            dot += values[from + n * layout.channelStride] * image.values[pixel + n * channelStride];
          }
          gx += dot * (hx * cx * wy * wz + hy * sx * sy * wz + hz * sx * wy * sz);
          gy += dot * (hx * sx * sy * wz + hy * wx * cy * wz + hz * wx * sy * sz);
          if (isVolume) gz += dot * (hx * sx * wy * sz + hy * wx * sy * sz + hz * wx * wy * cz);
        }
      }
    }
    const to = points.taps.point[p] * dimensions;
    gradient[to] = gx;
    gradient[to + 1] = gy;
    if (isVolume) gradient[to + 2] = gz;
    if (fillValue !== 0) addFill(moving, p, gradient, dy, fillValue);
  }
}

/** What the taps outside add: the second derivatives of the weight outside, 1 - (1 - ox)·(1 - oy)·(1 - oz). */
function addFill(
  { points, x: xs, y: ys, z: zs, tangent, at, dimensions }: TangentTaps,
  p: number,
  gradient: Float64Array,
  { values, at: start, layout }: Span<Float32Array>,
  fillValue: number,
): void {
  const { x, y, z } = points.taps;
  const isVolume = dimensions === 3;
  const c = isVolume ? p : 0;
  const place = at + p * dimensions;
  const [hx, hy, hz] = [tangent[place], tangent[place + 1], isVolume ? tangent[place + 2] : 0];
  const [ix, iy, iz] = [1 - x.outside[p], 1 - y.outside[p], 1 - z.outside[c]];
  const [sx, sy, sz] = [x.outsideSlope[p], y.outsideSlope[p], z.outsideSlope[c]];
  // Without one of these there is nothing to add, though the tangent may not be finite.
  const curvatures = [xs.outsideCurvature[p], ys.outsideCurvature[p], zs.outsideCurvature[c]];
  if ([sx, sy, sz, ...curvatures].every((slope) => slope === 0)) return;
  const alongX = hx * xs.outsideCurvature[p] * iy * iz - hy * sx * sy * iz - hz * sx * iy * sz;
  const alongY = hy * ix * ys.outsideCurvature[p] * iz - hx * sx * sy * iz - hz * ix * sy * sz;
  const alongZ = hz * ix * iy * zs.outsideCurvature[c] - hx * sx * iy * sz - hy * ix * sy * sz;
  if (alongX === 0 && alongY === 0 && alongZ === 0) return;
  const j = points.taps.point[p];
  let sum = 0;
  for (let n = 0; n < layout.channels; n++) sum += values[start + j * layout.xStride + n * layout.channelStride];
  const to = j * dimensions;
  if (alongX !== 0) gradient[to] += sum * fillValue * alongX;
  if (alongY !== 0) gradient[to + 1] += sum * fillValue * alongY;
  if (isVolume && alongZ !== 0) gradient[to + 2] += sum * fillValue * alongZ;
}
