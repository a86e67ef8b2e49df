import type { ImageArray } from '../../layout.js';
import type { Span } from '../../span.js';
import { type Blend, blendRows } from './plan.js';

/**
 * Differentiates a row, but for what fillValue does: the rows are blended once with their weights, for x, and once with
 * the slopes of each other axis.
 */
export function slopeBlended(
  blend: Blend,
  gradient: Float64Array,
  { values, at, layout }: Span<Float32Array>,
  image: Span<ImageArray>,
  dimensions: number,
): void {
  const { planes, blended, blendedSlopeY, blendedSlopeZ } = blend;
  for (let plane = 0; plane < planes; plane++) {
    blendRows(blended, blend, blend.rowWeight, image, plane);
    blendRows(blendedSlopeY, blend, blend.rowSlopeY, image, plane);
    if (dimensions === 3) blendRows(blendedSlopeZ, blend, blend.rowSlopeZ, image, plane);
    addColumns(blend, gradient, values, at + plane * layout.channelStride, dimensions);
  }
}

/** The columns of one channel plane: in x by their slopes, along the other axes by their weights. */
function addColumns(
  { taps, inner, offset, blended, blendedSlopeY, blendedSlopeZ }: Blend,
  gradient: Float64Array,
  dy: Float32Array,
  dyAt: number,
  dimensions: number,
): void {
  const { count, weight, slope } = taps.x;
  let at = dyAt;
  for (let j = 0; j < taps.count; j++, at += inner) {
    for (let k = j * count; k < (j + 1) * count; k++) {
      const pixel = offset[k];
      let dot = 0;
      let dotY = 0;
      let dotZ = 0;
      for (let c = 0; c < inner; c++) {
        dot += dy[at + c] * blended[pixel + c];
        dotY += dy[at + c] * blendedSlopeY[pixel + c];
        if (dimensions === 3) dotZ += dy[at + c] * blendedSlopeZ[pixel + c];
      }
      gradient[j * dimensions] += slope[k] * dot;
      gradient[j * dimensions + 1] += weight[k] * dotY;
      if (dimensions === 3) gradient[j * dimensions + 2] += weight[k] * dotZ;
    }
  }
}
