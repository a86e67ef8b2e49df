import { Pointer } from '../../memory/pointer';
import { Row } from '../../points/row';
import { TapsPlan } from './plan';

/**
 * The transpose of `gatherTaps`: adds weight · dy to every pixel that a row of points reads.
 *
 * Points are taken in order, one after the other, so that the same call gives the same bits. A tap of weight 0 adds
 * nothing, even when dy is infinite. The sums are float32, or float64 for `DenseImages`.
 */
export function scatterTaps<A>(row: Row, plan: TapsPlan): void {
  plan.compute(row, 0, row.points);
  scatterPoints<A>(row, 0, row.points, plan);
}

/** The same for point j alone. */
export function scatterOne<A>(row: Row, j: i32, plan: TapsPlan): void {
  plan.compute(row, j, 1);
  scatterPoints<A>(row, j, 1, plan);
}

/** So many points from one on, with the first taps of the plan. */
function scatterPoints<A>(row: Row, from: i32, points: i32, plan: TapsPlan): void {
  const image = row.image;
  const dimage = changetype<Pointer<A>>(row.imageAt);
  const offset = plan.offset;
  const weight = plan.weight;
  const channels = row.crop.channels;
  const step = image.channelStride;
  const dyStep = row.crop.channelStride;
  for (let j = 0; j < points; j++) {
    const n = plan.multiply(plan.taps, j, image);
    const dy = changetype<Pointer<f32>>(row.cropAt).from((from + j) * row.crop.xStride);
    for (let k = 0; k < n; k++) {
      const w = weight[k];
      const pixel = dimage.from(offset[k]);
      for (let c = 0; c < channels; c++) pixel[c * step] = <A>(<f64>pixel[c * step] + w * <f64>dy[c * dyStep]);
    }
  }
}
