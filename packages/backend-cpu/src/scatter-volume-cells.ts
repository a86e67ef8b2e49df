import type { Cells } from './cells.js';
import type { Layout } from './layout.js';

/**
 * The transpose of {@link gatherVolumeCells}: adds weight · dy to the eight voxels of every cell of a row. As in
 * {@link scatterRow}, whose arguments it takes, a weight of 0 adds nothing, even when dy is infinite.
 */
export function scatterVolumeCells(
  dvolume: Float32Array,
  volumeLayout: Layout,
  dy: Float32Array,
  cropAt: number,
  cropLayout: Layout,
  { count, at, part }: Cells,
): void {
  const { xStride, yStride, zStride, channelStride, channels } = volumeLayout;
  for (let p = 0; p < count; p++) {
    const u = part[3 * p];
    const v = part[3 * p + 1];
    const w = part[3 * p + 2];
    let a = at[2 * p];
    let from = cropAt + at[2 * p + 1] * cropLayout.xStride;
    for (let n = 0; n < channels; n++) {
      const d = dy[from];
      addPair(dvolume, a, xStride, (1 - w) * (1 - v), u, d);
      addPair(dvolume, a + yStride, xStride, (1 - w) * v, u, d);
      addPair(dvolume, a + zStride, xStride, w * (1 - v), u, d);
      addPair(dvolume, a + zStride + yStride, xStride, w * v, u, d);
      a += channelStride;
      from += cropLayout.channelStride;
    }
  }
}

/** Adds dy to two voxels next to each other, of which the row weighs `row` and the second `u` of that. */
function addPair(dvolume: Float32Array, a: number, xStride: number, row: number, u: number, d: number): void {
  if (row === 0) return;
  dvolume[a] += row * (1 - u) * d;
  if (row * u !== 0) dvolume[a + xStride] += row * u * d;
}
