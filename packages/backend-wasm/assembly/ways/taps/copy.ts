import { Row } from '../../points/row';
import { TapsPlan } from './plan';

/** Samples a row of points that have one tap each, whose coordinates are there: a sample is a pixel as it is, or the fill. */
export function copyTaps<T>(row: Row, plan: TapsPlan): void {
  plan.compute(row, 0, row.points);
  const taps = plan.taps;
  const image = row.image;
  const step = (<usize>image.channelStride) << alignof<T>();
  const cropStep = (<usize>row.crop.channelStride) << alignof<T>();
  for (let j = 0; j < row.points; j++) {
    const x = taps.x.index[j];
    const y = taps.y.index[j];
    const z = taps.z.index[j * taps.zStep];
    const isInside = x >= 0 && y >= 0 && z >= 0;
    let pixel = row.imageAt + ((<usize>(z * image.zStride + y * image.yStride + x * image.xStride)) << alignof<T>());
    let out = row.cropAt + ((<usize>(j * row.crop.xStride)) << alignof<T>());
    for (let c = 0; c < row.crop.channels; c++, pixel += step, out += cropStep) {
      if (isInside) store<T>(out, load<T>(pixel));
      else store<T>(out, <T>row.fill);
    }
  }
}
