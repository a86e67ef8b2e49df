import { Pointer } from '../../memory/pointer';
import { Row } from '../../points/row';
import { ListsPlan } from './plan';
import { scatterRun } from './scatter-run';

/** The transpose of `gatherLists`: adds weight · dy to every pixel that a row of points reads, in float32 or float64. */
export function scatterLists<A>(row: Row, plan: ListsPlan): void {
  const image = row.image;
  const channels = image.channels;
  const step = image.channelStride;
  const dyStep = row.crop.channelStride;
  const x = plan.x;
  const y = plan.y;
  const z = plan.z;
  for (let j = 0; j < row.points; j++) {
    if (!plan.compute(row, j)) continue;
    if (ASC_FEATURE_SIMD && sizeof<A>() === 4) {
      if (plan.narrowRun(false)) {
        scatterRun(row, j, plan);
        continue;
      }
    }
    const dy = changetype<Pointer<f32>>(row.cropAt).from(j * row.crop.xStride);
    const columns = x.taken[0];
    for (let c = 0; c < z.taken[0]; c++) {
      for (let b = 0; b < y.taken[0]; b++) {
        const rowWeight = z.weight[c] * y.weight[b];
        const pixelRow = changetype<Pointer<A>>(row.imageAt).from(
          z.index[c] * image.zStride + y.index[b] * image.yStride,
        );
        for (let a = 0; a < columns; a++) {
          const w = rowWeight * x.weight[a];
          // A tap of weight 0 adds nothing, even when dy is infinite.
          if (w === 0) continue;
          const pixel = pixelRow.from(x.index[a] * image.xStride);
          for (let n = 0; n < channels; n++) pixel[n * step] = <A>(<f64>pixel[n * step] + w * <f64>dy[n * dyStep]);
        }
      }
    }
  }
}
