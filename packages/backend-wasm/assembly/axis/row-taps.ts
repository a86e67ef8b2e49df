import { Problem } from '../memory/problem';
import { takeStruct } from '../memory/scratch';
import { AxisTaps, absentAxisTaps, createAxisTaps } from './axis-taps';
import { tapsPerPoint } from './modes';

/**
 * The taps of one row of output points, on all three axes; an image is a volume of depth 1.
 *
 * Point j of the row has taps j along x, `yAt + j·step` along y and `zAt + j·step` along z: with a step of 1 every point
 * has its own, with 0 the row shares one, as the rows of a box do.
 */
@unmanaged
export class RowTaps {
  x: AxisTaps;
  y: AxisTaps;
  z: AxisTaps;
  yAt: i32;
  zAt: i32;
  yStep: i32;
  zStep: i32;
}

/** Room for a row of points with their own taps on every axis. */
export function createPointTaps(points: i32, problem: Problem): RowTaps {
  const taps = createBoxTaps(points, points, points, problem);
  taps.yStep = 1;
  taps.zStep = problem.dimensions === 3 ? 1 : 0;
  return taps;
}

/** Room for the columns, rows and slices of a box, whose rows share their taps along y and z. */
export function createBoxTaps(columns: i32, rows: i32, slices: i32, problem: Problem): RowTaps {
  const taps = takeStruct<RowTaps>();
  const count = tapsPerPoint(problem.mode);
  taps.x = createAxisTaps(columns, count);
  taps.y = createAxisTaps(rows, count);
  taps.z = problem.dimensions === 3 ? createAxisTaps(slices, count) : absentAxisTaps();
  taps.yAt = 0;
  taps.zAt = 0;
  taps.yStep = 0;
  taps.zStep = 0;
  return taps;
}

/** The weight of point j's taps outside the image: exactly 0 when all are inside. */
export function outsideWeight(taps: RowTaps, j: i32): f64 {
  const ox = taps.x.outside[j];
  const oy = taps.y.outside[taps.yAt + j * taps.yStep];
  const oz = taps.z.outside[taps.zAt + j * taps.zStep];
  return ox === 0 && oy === 0 && oz === 0 ? 0 : 1 - (1 - ox) * (1 - oy) * (1 - oz);
}
