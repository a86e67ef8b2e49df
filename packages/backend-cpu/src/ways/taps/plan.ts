import type { AxisTaps } from '../../axis/axis-taps.js';
import { computeAxisTaps } from '../../axis/compute-axis-taps.js';
import type { Call } from '../../call.js';
import type { Layout } from '../../layout.js';
import type { Row } from '../../row.js';
import { createRowTaps, filterTaps, type RowTaps } from '../row-taps.js';

/** The taps of the points of a row, and room for those of one point multiplied out. */
export interface Taps {
  taps: RowTaps;
  /** Room for their taps along x, where no other way has listed them. */
  x: AxisTaps;
  /** Where each tap of the point reads in the image, and its weight. */
  offset: Int32Array;
  weight: Float64Array;
}

/** Room for a row of points. */
export function createTaps(call: Call): Taps {
  const taps = createRowTaps(call, false);
  const most = products(taps);
  return { taps, x: taps.x, offset: new Int32Array(most), weight: new Float64Array(most) };
}

/** How many taps a point has. */
function products({ x, y, z }: RowTaps): number {
  return x.count * y.count * z.count;
}

/** Takes all points of the row, whose coordinates are used up. */
export function takePoints(points: Taps, row: Row, call: Call): void {
  const { taps, x: own } = points;
  const { x, y, z, mode, dimensions, antialias } = call;
  const { count, columns, errors } = row;
  if (antialias) {
    filterTaps(taps, row, row, call);
    const most = products(taps);
    if (points.offset.length < most) {
      points.offset = new Int32Array(most);
      points.weight = new Float64Array(most);
    }
    row.count = 0;
    return;
  }
  if (!columns) computeAxisTaps(own, row.x, count, x, mode, errors[0]);
  computeAxisTaps(taps.y, row.y, columns ? 1 : count, y, mode, errors[1]);
  if (dimensions === 3) computeAxisTaps(taps.z, row.z, count, z, mode, errors[2]);
  taps.x = columns ?? own;
  taps.yStep = columns ? 0 : 1;
  taps.point = row.point;
  taps.count = count;
  row.count = 0;
}

/** Multiplies out the taps of point p that lie inside the image, and says how many they are. */
export function multiplyTaps({ taps, offset, weight }: Taps, p: number, at: number, image: Layout): number {
  const { x, y, z, yStep, zStep } = taps;
  const { xStride, yStride, zStride } = image;
  const xFrom = p * x.count;
  const yFrom = p * yStep * y.count;
  const zFrom = p * zStep * z.count;
  let n = 0;
  for (let c = zFrom; c < zFrom + z.count; c++) {
    if (z.index[c] < 0) continue;
    for (let b = yFrom; b < yFrom + y.count; b++) {
      if (y.index[b] < 0) continue;
      const row = at + z.index[c] * zStride + y.index[b] * yStride;
      const rowWeight = z.weight[c] * y.weight[b];
      for (let a = xFrom; a < xFrom + x.count; a++) {
        if (x.index[a] < 0) continue;
        offset[n] = row + x.index[a] * xStride;
        weight[n] = rowWeight * x.weight[a];
        n++;
      }
    }
  }
  return n;
}
