import { type AxisTaps, absentAxisTaps, createAxisTaps } from './axis-taps.js';
import type { Layout } from './layout.js';

/**
 * The taps of one row of output points, on all three axes; an image is a volume of depth 1.
 *
 * Point j of the row has taps j along x, `yAt + j·yStep` along y and `zAt + j·zStep` along z: with a step of 1 every
 * point has its own, with 0 the row shares one, as the rows of a box do.
 */
export interface RowTaps {
  x: AxisTaps;
  y: AxisTaps;
  z: AxisTaps;
  yAt: number;
  yStep: 0 | 1;
  zAt: number;
  zStep: 0 | 1;
}

/** Room for a row in which every point has its own taps on every axis. */
export function createRowTaps(points: number, mode: Parameters<typeof createAxisTaps>[1], dimensions: number): RowTaps {
  const volume = dimensions === 3;
  return {
    x: createAxisTaps(points, mode),
    y: createAxisTaps(points, mode),
    z: volume ? createAxisTaps(points, mode) : absentAxisTaps(),
    yAt: 0,
    yStep: 1,
    zAt: 0,
    zStep: volume ? 1 : 0,
  };
}

/** The weight of point j's taps outside the image: exactly 0 when all are inside. */
export function outsideWeight({ x, y, z, yAt, yStep, zAt, zStep }: RowTaps, j: number): number {
  const ox = x.outside[j];
  const oy = y.outside[yAt + j * yStep];
  const oz = z.outside[zAt + j * zStep];
  return ox === 0 && oy === 0 && oz === 0 ? 0 : 1 - (1 - ox) * (1 - oy) * (1 - oz);
}

/** Room for the taps of one point, multiplied out: where each reads in the image, and its weight. */
export interface PointTaps {
  offset: Int32Array;
  weight: Float64Array;
}

/** Room for as many taps as a point of such a row can have. */
export function createPointTaps({ x, y, z }: RowTaps): PointTaps {
  const most = x.count * y.count * z.count;
  return { offset: new Int32Array(most), weight: new Float64Array(most) };
}

/** Multiplies out the taps of point j that lie inside the image, and says how many they are. */
export function multiplyTaps(point: PointTaps, taps: RowTaps, j: number, imageAt: number, image: Layout): number {
  const { x, y, z, yAt, yStep, zAt, zStep } = taps;
  const { offset, weight } = point;
  const { xStride, yStride, zStride } = image;
  const xFrom = j * x.count;
  const yFrom = (yAt + j * yStep) * y.count;
  const zFrom = (zAt + j * zStep) * z.count;
  let n = 0;
  for (let c = zFrom; c < zFrom + z.count; c++) {
    if (z.index[c] < 0) continue;
    for (let b = yFrom; b < yFrom + y.count; b++) {
      if (y.index[b] < 0) continue;
      const row = imageAt + z.index[c] * zStride + y.index[b] * yStride;
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
