import type { ImageArray } from '../../layout.js';
import type { Span } from '../../span.js';
import { outsideWeight } from '../row-taps.js';
import { type Blend, blendRows } from './plan.js';

/** Samples a row: image rows first, columns second. */
export function gatherBlended(
  blend: Blend,
  { values, at, layout }: Span<ImageArray>,
  image: Span<ImageArray>,
  fillValue: number,
): void {
  const { taps, planes, blended, rowWeight } = blend;
  const { xStride, channels, channelStride } = layout;
  for (let plane = 0; plane < planes; plane++) {
    blendRows(blended, blend, rowWeight, image, plane);
    pickColumns(blend, values, at + plane * channelStride);
  }
  if (fillValue === 0) return;
  for (let j = 0; j < taps.count; j++) {
    const outside = outsideWeight(taps, j);
    if (outside === 0) continue;
    const to = at + j * xStride;
    for (let c = 0; c < channels; c++) values[to + c * channelStride] += fillValue * outside;
  }
}

/** The columns of one blended row. */
function pickColumns({ taps, inner, offset, blended }: Blend, crop: ImageArray, cropAt: number): void {
  const { count, weight } = taps.x;
  let at = cropAt;
  if (count === 2) {
    for (let j = 0; j < taps.count; j++) {
      const a = offset[2 * j];
      const b = offset[2 * j + 1];
      const wa = weight[2 * j];
      const wb = weight[2 * j + 1];
      for (let c = 0; c < inner; c++) crop[at++] = wa * blended[a + c] + wb * blended[b + c];
    }
    return;
  }
  for (let j = 0; j < taps.count; j++) {
    for (let c = 0; c < inner; c++) {
      let value = 0;
      for (let k = j * count; k < (j + 1) * count; k++) value += weight[k] * blended[offset[k] + c];
      crop[at++] = value;
    }
  }
}
