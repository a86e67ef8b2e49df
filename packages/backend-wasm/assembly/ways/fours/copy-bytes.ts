import { Row } from '../../points/row';
import { FoursPlan } from './plan';

/** Samples a row of nearest points of a bool image: a sample is a byte for each channel, as it is. */
export function copyBytes(row: Row, plan: FoursPlan): void {
  const inner = row.image.inner;
  for (let plane = 0; plane < row.image.planes; plane++) {
    const pixels = row.imageAt + <usize>(plane * row.image.channelStride);
    let out = row.cropAt + <usize>(plane * row.crop.channelStride);
    for (let j = 0; j < row.points; j++, out += inner) {
      const o = plan.offset[j];
      if (o < 0) memory.fill(out, <u8>row.fill, inner);
      else for (let n = 0; n < inner; n++) store<u8>(out + n, load<u8>(pixels + o + n));
    }
  }
}
