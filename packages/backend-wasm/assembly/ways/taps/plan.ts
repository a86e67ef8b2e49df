import { AxisTaps, absentAxisTaps, createAxisTaps } from '../../axis/axis-taps';
import { tapsPerPoint } from '../../axis/modes';
import { Layout } from '../../memory/layout';
import { Pointer } from '../../memory/pointer';
import { takeArray, takeStruct } from '../../memory/scratch';

/**
 * The taps of one row of output points, on all three axes; an image is a volume of depth 1.
 *
 * Point j of the row has taps j along x, `yAt + j·yStep` along y and `zAt + j·zStep` along z: with a step of 1 every
 * point has its own, with 0 the row shares one, as the rows of a box do.
 */
@unmanaged
export class RowTaps {
  x: AxisTaps;
  y: AxisTaps;
  z: AxisTaps;
  yAt: i32;
  yStep: i32;
  zAt: i32;
  zStep: i32;
}

/** Room for a row in which every point has its own taps on every axis. */
export function createRowTaps(points: i32, mode: i32, dimensions: i32): RowTaps {
  const taps = takeStruct<RowTaps>();
  taps.x = createAxisTaps(points, tapsPerPoint(mode));
  taps.y = createAxisTaps(points, tapsPerPoint(mode));
  taps.z = dimensions === 3 ? createAxisTaps(points, tapsPerPoint(mode)) : absentAxisTaps();
  taps.yAt = 0;
  taps.yStep = 1;
  taps.zAt = 0;
  taps.zStep = dimensions === 3 ? 1 : 0;
  return taps;
}

/** The weight of point j's taps outside the image: exactly 0 when all are inside. */
export function outsideWeight(taps: RowTaps, j: i32): f64 {
  const ox = taps.x.outside[j];
  const oy = taps.y.outside[taps.yAt + j * taps.yStep];
  const oz = taps.z.outside[taps.zAt + j * taps.zStep];
  return ox === 0 && oy === 0 && oz === 0 ? 0 : 1 - (1 - ox) * (1 - oy) * (1 - oz);
}

/** The taps of one point, multiplied out: where each reads in the image, and its weight. */
@unmanaged
export class PointTaps {
  offset: Pointer<i32>;
  weight: Pointer<f64>;
}

/** Room for as many taps as a point of such a row can have. */
export function createPointTaps(taps: RowTaps): PointTaps {
  const most = taps.x.count * taps.y.count * taps.z.count;
  const point = takeStruct<PointTaps>();
  point.offset = takeArray<i32>(most);
  point.weight = takeArray<f64>(most);
  return point;
}

/** Multiplies out the taps of point j inside the image whose weight is not 0, and says how many they are. */
export function multiplyTaps(point: PointTaps, taps: RowTaps, j: i32, imageAt: i32, image: Layout): i32 {
  const x = taps.x;
  const y = taps.y;
  const z = taps.z;
  const xFrom = j * x.count;
  const yFrom = (taps.yAt + j * taps.yStep) * y.count;
  const zFrom = (taps.zAt + j * taps.zStep) * z.count;
  let n = 0;
  for (let c = zFrom; c < zFrom + z.count; c++) {
    if (z.index[c] < 0) continue;
    for (let b = yFrom; b < yFrom + y.count; b++) {
      if (y.index[b] < 0) continue;
      const row = imageAt + z.index[c] * image.zStride + y.index[b] * image.yStride;
      const rowWeight = z.weight[c] * y.weight[b];
      for (let a = xFrom; a < xFrom + x.count; a++) {
        if (x.index[a] < 0) continue;
        const weight = rowWeight * x.weight[a];
        if (weight === 0) continue;
        point.offset[n] = row + x.index[a] * image.xStride;
        point.weight[n] = weight;
        n++;
      }
    }
  }
  return n;
}
