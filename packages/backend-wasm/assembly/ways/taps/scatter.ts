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
  for (let j = 0; j < row.points; j++) scatterPoint<A>(row, j, plan, j);
}

/** The same for point j alone. */
export function scatterOne<A>(row: Row, j: i32, plan: TapsPlan): void {
  plan.compute(row, j, 1);
  scatterPoint<A>(row, j, plan, 0);
}

function scatterPoint<A>(row: Row, j: i32, plan: TapsPlan, tap: i32): void {
  const n = plan.multiply(plan.taps, tap, row.image);
  const dimage = changetype<Pointer<A>>(row.imageAt);
  const dy = changetype<Pointer<f32>>(row.cropAt).from(j * row.crop.xStride);
  const channels = row.crop.channels;
  const step = row.image.channelStride;
  const dyStep = row.crop.channelStride;
  for (let k = 0; k < n; k++) {
    const w = plan.weight[k];
    const pixel = dimage.from(plan.offset[k]);
    for (let c = 0; c < channels; c++) pixel[c * step] = <A>(<f64>pixel[c * step] + w * <f64>dy[c * dyStep]);
  }
}
