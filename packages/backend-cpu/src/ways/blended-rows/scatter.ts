import type { Span } from '../../span.js';
import type { Sums } from '../../sum-per-image.js';
import type { Blend } from './plan.js';

/** Adds a row to the image: columns first, image rows second. */
export function scatterBlended(blend: Blend, dimage: Span<Sums>, dy: Span<Float32Array>): void {
  const { planes, inner, length, blended, rowAt, rowWeight, runs, runFrom, runTo, runLength } = blend;
  const { values, at, layout } = dimage;
  for (let plane = 0; plane < planes; plane++) {
    blended.fill(0, 0, length + inner);
    spreadColumns(blend, dy.values, dy.at + plane * dy.layout.channelStride);
    for (let r = 0; r < blend.rows; r++) {
      const w = rowWeight[r];
      if (w === 0) continue;
      const row = at + plane * layout.channelStride + rowAt[r];
      for (let run = 0; run < runs; run++) {
        const from = runTo[run];
        const to = row + runFrom[run];
        const n = runLength[run];
        for (let e = 0; e < n; e++) values[to + e] += w * blended[from + e];
      }
    }
  }
}

/** Adds each output pixel of a row to the columns it read. */
function spreadColumns({ taps, inner, offset, blended }: Blend, dy: Float32Array, dyAt: number): void {
  const { count, weight } = taps.x;
  let at = dyAt;
  for (let j = 0; j < taps.count; j++, at += inner) {
    for (let k = j * count; k < (j + 1) * count; k++) {
      const w = weight[k];
      if (w === 0) continue;
      const to = offset[k];
      for (let c = 0; c < inner; c++) blended[to + c] += w * dy[at + c];
    }
  }
}
