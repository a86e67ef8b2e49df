import type { Axis } from '../../axis/axis.js';
import type { AxisTaps } from '../../axis/axis-taps.js';
import type { AxisMode } from '../../axis/mode.js';
import type { Call } from '../../call.js';
import type { Layout } from '../../layout.js';
import type { Row } from '../../row.js';
import { createTaps, type Taps, takePoints } from '../taps/plan.js';

/** An axis of the taps of a row, and the second derivatives of their weights. */
export interface CurvedAxis {
  taps: AxisTaps;
  curvature: Float64Array;
  /** Per point, the sum of those of its taps outside. */
  outsideCurvature: Float64Array;
}

/** The taps of a row, with how each point moves: by (hx, hy, hz) of the tangent. */
export interface TangentTaps {
  points: Taps;
  x: CurvedAxis;
  y: CurvedAxis;
  z: CurvedAxis;
  tangent: Float32Array;
  /** Where the row starts in it. */
  at: number;
  dimensions: number;
}

/** Room for a row of points that move along a tangent [N,h,w,2] or [N,d,h,w,3]. */
export function createTangentTaps(tangent: Float32Array, call: Call): TangentTaps {
  const points = createTaps(call);
  const { x, y, z } = points.taps;
  return { points, x: curved(x), y: curved(y), z: curved(z), tangent, at: 0, dimensions: call.dimensions };
}

function curved(taps: AxisTaps): CurvedAxis {
  const { weight, outside } = taps;
  return { taps, curvature: new Float64Array(weight.length), outsideCurvature: new Float64Array(outside.length) };
}

/** Takes all points of the row. */
export function takeMovingPoints(moving: TangentTaps, row: Row, call: Call): void {
  const { count, n, i, k } = row;
  const { width, height, depth } = call.crop;
  moving.at = ((n * depth + k) * height + i) * width * moving.dimensions;
  takePoints(moving.points, row, call);
  // The coordinates are padded now.
  const { x, y, z, mode } = call;
  curve(moving.x, row.x, count, x, mode);
  curve(moving.y, row.y, count, y, mode);
  if (moving.dimensions === 3) curve(moving.z, row.z, count, z, mode);
}

function curve(
  { taps, curvature, outsideCurvature }: CurvedAxis,
  x: Float64Array,
  points: number,
  axis: Axis,
  mode: AxisMode,
): void {
  const { count, index, outside } = taps;
  mode.curve(curvature, taps, x, points, axis);
  for (let p = 0, k = 0; p < points; p++) {
    let sum = 0;
    for (const end = k + count; k < end; k++) if (index[k] < 0) sum += curvature[k];
    // Without a weight outside the taps are none; with all of it there, nothing changes.
    outsideCurvature[p] = outside[p] === 0 || outside[p] === 1 ? 0 : sum;
  }
}

/**
 * Multiplies out the taps of point p that lie inside the image, each with the derivative of its weight along the tangent,
 * and says how many they are.
 */
export function multiplyMoving(
  { points, tangent, at, dimensions }: TangentTaps,
  p: number,
  from: number,
  image: Layout,
): number {
  const { taps, offset, weight } = points;
  const { x, y, z } = taps;
  const { xStride, yStride, zStride } = image;
  const place = at + p * dimensions;
  const [hx, hy, hz] = [tangent[place], tangent[place + 1], dimensions === 3 ? tangent[place + 2] : 0];
  const zFrom = dimensions === 3 ? p * z.count : 0;
  let n = 0;
  for (let c = zFrom; c < zFrom + z.count; c++) {
    if (z.index[c] < 0) continue;
    for (let b = p * y.count; b < (p + 1) * y.count; b++) {
      if (y.index[b] < 0) continue;
      const row = from + z.index[c] * zStride + y.index[b] * yStride;
      const still = z.weight[c] * y.weight[b];
      const moved = hy * z.weight[c] * y.slope[b] + hz * z.slope[c] * y.weight[b];
      for (let a = p * x.count; a < (p + 1) * x.count; a++) {
        if (x.index[a] < 0) continue;
        offset[n] = row + x.index[a] * xStride;
        weight[n] = hx * still * x.slope[a] + moved * x.weight[a];
        n++;
      }
    }
  }
  return n;
}
