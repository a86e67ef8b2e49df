import type { ImageArray, Layout } from './layout.js';
import type { RowTaps } from './row-taps.js';

/**
 * The separable way through an axis-aligned crop: a row of output points shares its taps along y and z, so the image
 * rows they name are blended into one first, and the columns are picked from it second. This costs one pass over the
 * columns a crop spans, where {@link gatherRow} multiplies out the taps of every point.
 *
 * A blended row holds `columns` pixels from `first` on, and behind them a pixel that stays 0, which the taps outside
 * the image read. NHWC rows hold all channels, pixel by pixel; NCHW rows are blended one channel plane at a time.
 */
export interface RowBlend {
  /** The lowest image column that the crop reads. */
  first: number;
  /** How many columns from there to the highest. */
  columns: number;
  /** Values per pixel of a blended row. */
  inner: number;
  /** How many blended rows make up an output row: the channel planes of NCHW, or 1. */
  planes: number;
  /** Whether there is a z axis to differentiate by. */
  volume: boolean;
  /** Per column tap, where it reads in a blended row. */
  offset: Int32Array;
  /** The image rows that are blended: where each starts, and its weight and slopes. */
  rowAt: Int32Array;
  rowWeight: Float64Array;
  rowSlopeY: Float64Array;
  rowSlopeZ: Float64Array;
  /** Room for blended rows. */
  blended: Float64Array;
  blendedSlopeY: Float64Array;
  blendedSlopeZ: Float64Array;
}

/** How many columns may be blended for each tap along x, before reading single taps is cheaper. Measured. */
const COLUMNS_PER_TAP = 4;

/** Room to blend the rows of any crop of this image that is `width` points wide. */
export function createRowBlend(taps: RowTaps, width: number, image: Layout, dimensions: number): RowBlend {
  const { x, y, z } = taps;
  const inner = image.xStride;
  const rows = y.count * z.count;
  const room = (Math.min(image.width, COLUMNS_PER_TAP * width * x.count) + 1) * inner;
  return {
    first: 0,
    columns: 0,
    inner,
    planes: image.channels / inner,
    volume: dimensions === 3,
    offset: new Int32Array(width * x.count),
    rowAt: new Int32Array(rows),
    rowWeight: new Float64Array(rows),
    rowSlopeY: new Float64Array(rows),
    rowSlopeZ: new Float64Array(rows),
    blended: new Float64Array(room),
    blendedSlopeY: new Float64Array(room),
    blendedSlopeZ: new Float64Array(room),
  };
}

/**
 * Finds the columns that a crop's taps span, and says whether blending them pays: a crop that skips most columns of a
 * large photo is cheaper point by point, and must not cost more because the photo is large.
 */
export function planBlend(blend: RowBlend, { x }: RowTaps, width: number): boolean {
  const { offset, inner } = blend;
  const taps = width * x.count;
  let first = Number.POSITIVE_INFINITY;
  let last = -1;
  for (let k = 0; k < taps; k++) {
    const i = x.index[k];
    if (i < 0) continue;
    if (i < first) first = i;
    if (i > last) last = i;
  }
  blend.first = last < 0 ? 0 : first;
  blend.columns = last < 0 ? 0 : last - first + 1;
  if (blend.columns > COLUMNS_PER_TAP * taps) return false;
  for (let k = 0; k < taps; k++) offset[k] = (x.index[k] < 0 ? blend.columns : x.index[k] - blend.first) * inner;
  return true;
}

/** Lists the image rows inside the image that the current output row reads, and says how many they are. */
export function listRows(blend: RowBlend, { y, z, yAt, zAt }: RowTaps, imageAt: number, image: Layout): number {
  const { rowAt, rowWeight, rowSlopeY, rowSlopeZ } = blend;
  const start = imageAt + blend.first * image.xStride;
  let n = 0;
  for (let c = zAt * z.count; c < (zAt + 1) * z.count; c++) {
    if (z.index[c] < 0) continue;
    for (let b = yAt * y.count; b < (yAt + 1) * y.count; b++) {
      if (y.index[b] < 0) continue;
      rowAt[n] = start + z.index[c] * image.zStride + y.index[b] * image.yStride;
      rowWeight[n] = z.weight[c] * y.weight[b];
      rowSlopeY[n] = z.weight[c] * y.slope[b];
      rowSlopeZ[n] = z.slope[c] * y.weight[b];
      n++;
    }
  }
  return n;
}

/** blended = Σ factor · row, over `rows` rows of the image that start `plane` further on; then the pixel of zeros. */
export function blendRows(
  blended: Float64Array,
  { rowAt, columns, inner }: RowBlend,
  factor: Float64Array,
  rows: number,
  image: ImageArray,
  plane: number,
): void {
  const length = columns * inner;
  if (rows === 4) {
    // As many as bicubic images and trilinear volumes have.
    const at0 = rowAt[0] + plane;
    const at1 = rowAt[1] + plane;
    const at2 = rowAt[2] + plane;
    const at3 = rowAt[3] + plane;
    const f0 = factor[0];
    const f1 = factor[1];
    const f2 = factor[2];
    const f3 = factor[3];
    for (let e = 0; e < length; e++) {
      blended[e] = f0 * image[at0 + e] + f1 * image[at1 + e] + f2 * image[at2 + e] + f3 * image[at3 + e];
    }
    blended.fill(0, length, length + inner);
    return;
  }
  blended.fill(0, 0, length + inner);
  for (let r = 0; r < rows; r++) {
    const at = rowAt[r] + plane;
    const f = factor[r];
    for (let e = 0; e < length; e++) blended[e] += f * image[at + e];
  }
}
