import { Pointer } from '../../memory/pointer';
import { Row } from '../../points/row';
import { TangentPlan } from './plan';

/**
 * The derivatives of a row's samples along the tangent. Taps outside read fillValue: what they weigh more, those inside
 * weigh less.
 */
export function gatherTangent<T>(row: Row, plan: TangentPlan): void {
  plan.compute(row);
  const image = changetype<Pointer<T>>(row.imageAt);
  const offset = plan.points.offset;
  const weight = plan.points.weight;
  const fillValue = row.problem.fillValue;
  for (let j = 0; j < row.points; j++) {
    plan.enterPoint(row, j);
    const n = plan.multiply(j, row.image);
    const slope = fillValue === 0 || !plan.readsAny(j) ? 0 : plan.outsideSlope(j);
    const background = slope === 0 ? 0 : fillValue * slope;
    const crop = changetype<Pointer<f32>>(row.cropAt).from(j * row.crop.xStride);
    for (let c = 0; c < row.crop.channels; c++) {
      const plane = image.from(c * row.image.channelStride);
      let value = background;
      for (let k = 0; k < n; k++) value += weight[k] * <f64>plane[offset[k]];
      crop[c * row.crop.channelStride] = <f32>value;
    }
  }
}
