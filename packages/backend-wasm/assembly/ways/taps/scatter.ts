import { Layout } from '../../memory/layout';
import { Pointer } from '../../memory/pointer';
import { multiplyTaps, PointTaps, RowTaps } from './plan';

/**
 * The transpose of `gatherRow`: adds weight · dy to every pixel that a row of points reads.
 *
 * Points are taken in order, one after the other, so that the same call gives the same bits. A tap of weight 0 adds
 * nothing, even when dy is infinite. The sums are float32, or float64 for `DenseImages`.
 */
export function scatterRow<A>(
  dimage: Pointer<A>,
  imageAt: i32,
  imageLayout: Layout,
  dy: Pointer<f32>,
  cropAt: i32,
  cropLayout: Layout,
  points: i32,
  taps: RowTaps,
  point: PointTaps,
): void {
  const offset = point.offset;
  const weight = point.weight;
  const channels = cropLayout.channels;
  for (let j = 0; j < points; j++) {
    const n = multiplyTaps(point, taps, j, imageAt, imageLayout);
    const at = cropAt + j * cropLayout.xStride;
    for (let k = 0; k < n; k++) {
      const w = weight[k];
      for (let c = 0; c < channels; c++) {
        const to = offset[k] + c * imageLayout.channelStride;
        dimage[to] = <A>(<f64>dimage[to] + w * <f64>dy[at + c * cropLayout.channelStride]);
      }
    }
  }
}
