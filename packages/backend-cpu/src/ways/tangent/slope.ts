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
          const along = slopesAlong(hx, hy, hz, wx, wy, wz, sx, sy, sz, cx, cy, cz);
          gx += dot * along.x;
          gy += dot * along.y;
          gz += dot * along.z;
        }
      }
    }
    const to = points.taps.point[p] * dimensions;
    gradient[to] = gx;
    gradient[to + 1] = gy;
    if (isVolume) gradient[to + 2] = gz;
    if (fillValue === 0) continue;
    // What the taps outside add, by the second derivatives of the weight outside, 1 - (1 - ox)·(1 - oy)·(1 - oz).
    const c = isVolume ? p : 0;
    const [sx, sy, sz] = [-x.outsideSlope[p], -y.outsideSlope[p], -z.outsideSlope[c]];
    const [cx, cy, cz] = [-xs.outsideCurvature[p], -ys.outsideCurvature[p], -zs.outsideCurvature[c]];
    // Without one of these there is nothing to add, though the tangent may not be finite.
    if ([sx, sy, sz, cx, cy, cz].every((slope) => slope === 0)) continue;
    const [ix, iy, iz] = [1 - x.outside[p], 1 - y.outside[p], 1 - z.outside[c]];
    const along = slopesAlong(hx, hy, hz, ix, iy, iz, sx, sy, sz, cx, cy, cz);
    let fill = 0;
    for (let n = 0; n < layout.channels; n++) fill -= values[from + n * layout.channelStride];
    fill *= fillValue;
    if (along.x !== 0) gradient[to] += fill * along.x;
    if (along.y !== 0) gradient[to + 1] += fill * along.y;
    if (isVolume && along.z !== 0) gradient[to + 2] += fill * along.z;
  }
}

/** The derivatives along h of the slopes of a product of weights w, whose slopes are s and curvatures c. */
function slopesAlong(
  hx: number,
  hy: number,
  hz: number,
  wx: number,
  wy: number,
  wz: number,
  sx: number,
  sy: number,
  sz: number,
  cx: number,
  cy: number,
  cz: number,
): { x: number; y: number; z: number } {
  return {
    x: hx * cx * wy * wz + hy * sx * sy * wz + hz * sx * wy * sz,
    y: hx * sx * sy * wz + hy * wx * cy * wz + hz * wx * sy * sz,
    z: hx * sx * wy * sz + hy * wx * sy * sz + hz * wx * wy * cz,
  };
}
