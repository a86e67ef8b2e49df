import type { SampleAttrs } from '@cropgrad/core/backend';
import { type AxisTaps, absentAxisTaps, createAxisTaps } from './axis-taps.js';
import type { Layout } from './layout.js';

/**
 * The taps of points of one output row, on all three axes; an image is a volume of depth 1.
 *
 * The p-th of `count` points is output `point[p]` of the row, and has taps p along x, `yAt + p·yStep` along y and
 * `zAt + p·zStep` along z: with a step of 1 every point has its own, with 0 the row shares one, as the rows of a box do.
 */
export interface RowTaps {
  count: number;
  point: Int32Array;
  x: AxisTaps;
  y: AxisTaps;
  z: AxisTaps;
  yAt: number;
  yStep: 0 | 1;
  zAt: number;
  zStep: 0 | 1;
}

/** Room for a row in which every point has its own taps on every axis. */
export function createRowTaps(width: number, mode: SampleAttrs['mode'], dimensions: number): RowTaps {
  const volume = dimensions === 3;
  return {
    count: width,
    point: Int32Array.from({ length: width }, (_, j) => j),
    x: createAxisTaps(width, mode),
    y: createAxisTaps(width, mode),
    z: volume ? createAxisTaps(width, mode) : absentAxisTaps(),
    yAt: 0,
    yStep: 1,
    zAt: 0,
    zStep: volume ? 1 : 0,
  };
}

/** Room for the taps of an axis-aligned crop: one list per column, one per row and one per slice of the output. */
export function createSharedTaps(output: Layout, mode: SampleAttrs['mode'], dimensions: number): RowTaps {
  return {
    ...createRowTaps(output.width, mode, 2),
    y: createAxisTaps(output.height, mode),
    z: dimensions === 3 ? createAxisTaps(output.depth, mode) : absentAxisTaps(),
    yStep: 0,
  };
}

/** The weight of point p's taps outside the image: exactly 0 when all are inside. */
export function outsideWeight({ x, y, z, yAt, yStep, zAt, zStep }: RowTaps, p: number): number {
  const ox = x.outside[p];
  const oy = y.outside[yAt + p * yStep];
  const oz = z.outside[zAt + p * zStep];
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

/** Multiplies out the taps of point p that lie inside the image, and says how many they are. */
export function multiplyTaps(point: PointTaps, taps: RowTaps, p: number, imageAt: number, image: Layout): number {
  const { x, y, z, yAt, yStep, zAt, zStep } = taps;
  const { offset, weight } = point;
  const { xStride, yStride, zStride } = image;
  const xFrom = p * x.count;
  const yFrom = (yAt + p * yStep) * y.count;
  const zFrom = (zAt + p * zStep) * z.count;
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
