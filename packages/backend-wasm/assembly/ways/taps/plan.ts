import { computeAxisTaps } from '../../axis/compute-axis-taps';
import { createPointTaps, RowTaps } from '../../axis/row-taps';
import { Layout } from '../../memory/layout';
import { Pointer } from '../../memory/pointer';
import { takeArray, takeStruct } from '../../memory/scratch';
import { Row } from '../../points/row';

/** The general way: the taps of each point on each axis, and one point's at a time multiplied out. */
@unmanaged
export class TapsPlan {
  /** The taps of a row, or of one point where other ways take the row and leave single points. */
  taps: RowTaps;
  /** The taps of one point: where each reads in the image, and its weight. */
  offset: Pointer<i32>;
  weight: Pointer<f64>;

  /** Computes the taps of so many points from j on, whose coordinates are there. */
  compute(row: Row, j: i32, points: i32): void {
    const problem = row.problem;
    const image = row.image;
    const taps = this.taps;
    computeAxisTaps(taps.x, row.x.from(j), points, image.width, problem);
    computeAxisTaps(taps.y, row.y.from(j), points, image.height, problem);
    if (problem.dimensions === 3) computeAxisTaps(taps.z, row.z.from(j), points, image.depth, problem);
  }

  /** Multiplies out taps j inside the image whose weight is not 0, and says how many they are. */
  multiply(taps: RowTaps, j: i32, image: Layout): i32 {
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
        const imageRow = z.index[c] * image.zStride + y.index[b] * image.yStride;
        const rowWeight = z.weight[c] * y.weight[b];
        for (let a = xFrom; a < xFrom + x.count; a++) {
          if (x.index[a] < 0) continue;
          const weight = rowWeight * x.weight[a];
          if (weight === 0) continue;
          this.offset[n] = imageRow + x.index[a] * image.xStride;
          this.weight[n] = weight;
          n++;
        }
      }
    }
    return n;
  }
}

/** Room for the taps of so many points. */
export function createTapsPlan(row: Row, points: i32): TapsPlan {
  const plan = takeStruct<TapsPlan>();
  const taps = createPointTaps(points, row.problem);
  const most = taps.x.count * taps.y.count * taps.z.count;
  plan.taps = taps;
  plan.offset = takeArray<i32>(most);
  plan.weight = takeArray<f64>(most);
  return plan;
}
