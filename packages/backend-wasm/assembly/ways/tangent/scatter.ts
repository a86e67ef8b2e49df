import { Pointer } from '../../memory/pointer';
import { Row } from '../../points/row';
import { TangentPlan } from './plan';

/** The transpose of `gatherTangent`, point by point in order, in float32 sums or those of `DenseImages`. */
export function scatterTangent<A>(row: Row, plan: TangentPlan): void {
  plan.compute(row);
  const dimage = changetype<Pointer<A>>(row.imageAt);
  const offset = plan.points.offset;
  const weight = plan.points.weight;
  const step = row.image.channelStride;
  const dyStep = row.crop.channelStride;
  for (let j = 0; j < row.points; j++) {
    plan.enterPoint(row, j);
    const n = plan.multiply(j, row.image);
    const dy = changetype<Pointer<f32>>(row.cropAt).from(j * row.crop.xStride);
    for (let k = 0; k < n; k++) {
      const w = weight[k];
      const pixel = dimage.from(offset[k]);
      for (let c = 0; c < row.crop.channels; c++) {
        pixel[c * step] = <A>(<f64>pixel[c * step] + w * <f64>dy[c * dyStep]);
      }
    }
  }
}
