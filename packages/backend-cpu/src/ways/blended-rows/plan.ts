import { computeAxisTaps } from '../../axis/compute-axis-taps.js';
import type { Call } from '../../call.js';
import type { ImageArray, Layout } from '../../layout.js';
import type { Lines } from '../../points/lines.js';
import type { Row } from '../../row.js';
import type { Span } from '../../span.js';
import type { RowTaps } from '../row-taps.js';

/**
 * A row of an axis-aligned crop shares its taps along y and z, so the image rows that they name are blended into one
 * first, and the columns are picked from it second. The taps are those of the crop: per column, row and slice.
 *
 * Only the columns that the crop reads are blended, in runs of neighbours. A blended row holds their pixels one after
 * the other, and behind them one that stays 0, which the taps outside the image read. NHWC rows hold all channels,
 * pixel by pixel; NCHW rows are blended one channel plane at a time.
 */
export interface Blend {
  taps: RowTaps;
  /** Values per pixel of a blended row. */
  inner: number;
  /** How many blended rows make up an output row: the channel planes of NCHW, or 1. */
  planes: number;
  /** The runs: where each starts in a row of the image and in a blended one, and how long it is, in values. */
  runs: number;
  runFrom: Int32Array;
  runTo: Int32Array;
  runLength: Int32Array;
  /** Values of a blended row but for the last pixel. */
  length: number;
  /** Per column tap, where it reads in a blended row. */
  offset: Int32Array;
  /** Room to number the columns of the image. */
  place: Int32Array;
  /** How many image rows are blended, where each starts, and its weight and slopes. */
  rows: number;
  rowAt: Int32Array;
  rowWeight: Float64Array;
  rowSlopeY: Float64Array;
  rowSlopeZ: Float64Array;
  /** Room for blended rows. */
  blended: Float64Array;
  blendedSlopeY: Float64Array;
  blendedSlopeZ: Float64Array;
}

/** So many columns between two that are read are blended too, as starting a run costs more. */
const GAP = 2;

/** Room for any crop of the call, whose taps will be as many as these. */
export function createBlend({ image, crop }: Call, taps: RowTaps): Blend {
  const { x, y, z } = taps;
  const inner = image.xStride;
  const read = crop.width * x.count;
  const rows = y.count * z.count;
  const room = (Math.min(image.width, (GAP + 1) * read) + 1) * inner;
  return {
    taps,
    inner,
    planes: image.channels / inner,
    runs: 0,
    runFrom: new Int32Array(read),
    runTo: new Int32Array(read),
    runLength: new Int32Array(read),
    length: 0,
    offset: new Int32Array(read),
    place: new Int32Array(image.width),
    rows: 0,
    rowAt: new Int32Array(rows),
    rowWeight: new Float64Array(rows),
    rowSlopeY: new Float64Array(rows),
    rowSlopeZ: new Float64Array(rows),
    blended: new Float64Array(room),
    blendedSlopeY: new Float64Array(room),
    blendedSlopeZ: new Float64Array(room),
  };
}

/** Computes the taps of a crop. */
export function computeBoxTaps(taps: RowTaps, lines: Lines, { errors }: Row, call: Call): void {
  const { x, y, z, mode, dimensions } = call;
  computeAxisTaps(taps.x, lines.x, lines.x.length, x, mode, errors[0]);
  computeAxisTaps(taps.y, lines.y, lines.y.length, y, mode, errors[1]);
  if (dimensions === 3) computeAxisTaps(taps.z, lines.z, lines.z.length, z, mode, errors[2]);
}

/** Lists the runs of columns that a crop's taps read. */
export function listRuns(blend: Blend): void {
  const { offset, place, inner, runFrom, runTo, runLength } = blend;
  const { index } = blend.taps.x;
  let first = place.length;
  let last = -1;
  for (let k = 0; k < index.length; k++) {
    const i = index[k];
    if (i < 0) continue;
    place[i] = 1;
    if (i < first) first = i;
    if (i > last) last = i;
  }
  let runs = 0;
  let pixels = 0;
  let next = -GAP - 1;
  for (let i = first; i <= last; i++) {
    if (place[i] === 0) continue;
    if (i - next > GAP) {
      runFrom[runs] = i * inner;
      runTo[runs] = pixels * inner;
      runs++;
    } else {
      pixels += i - next;
    }
    place[i] = pixels++;
    next = i + 1;
    runLength[runs - 1] = pixels * inner - runTo[runs - 1];
  }
  blend.runs = runs;
  blend.length = pixels * inner;
  for (let k = 0; k < index.length; k++) offset[k] = index[k] < 0 ? blend.length : place[index[k]] * inner;
  place.fill(0, first, last + 1);
}

/** Takes a whole row. */
export function takeRow(blend: Blend, { i, k }: Row, { image }: Call): void {
  blend.taps.yAt = i;
  blend.taps.zAt = k;
  listRows(blend, image);
}

/** Lists the image rows inside the image that an output row reads. */
export function listRows(blend: Blend, image: Layout): void {
  const { rowAt, rowWeight, rowSlopeY, rowSlopeZ } = blend;
  const { y, z, yAt, zAt } = blend.taps;
  let n = 0;
  for (let c = zAt * z.count; c < (zAt + 1) * z.count; c++) {
    if (z.index[c] < 0) continue;
    for (let b = yAt * y.count; b < (yAt + 1) * y.count; b++) {
      if (y.index[b] < 0) continue;
      rowAt[n] = z.index[c] * image.zStride + y.index[b] * image.yStride;
      rowWeight[n] = z.weight[c] * y.weight[b];
      rowSlopeY[n] = z.weight[c] * y.slope[b];
      rowSlopeZ[n] = z.slope[c] * y.weight[b];
      n++;
    }
  }
  blend.rows = n;
}

/** blended = Σ factor · row, over the rows of one channel plane of the image; then the pixel of zeros. */
export function blendRows(
  blended: Float64Array,
  { rows, rowAt, runs, runFrom, runTo, runLength, length, inner }: Blend,
  factor: Float64Array,
  { values, at, layout }: Span<ImageArray>,
  plane: number,
): void {
  const start = at + plane * layout.channelStride;
  blended.fill(0, 0, length + inner);
  for (let run = 0; run < runs; run++) {
    const from = start + runFrom[run];
    const to = runTo[run];
    const n = runLength[run];
    let r = 0;
    // Four at a time, as many as bicubic images and trilinear volumes have.
    for (; r + 4 <= rows; r += 4) {
      const at0 = from + rowAt[r];
      const at1 = from + rowAt[r + 1];
      const at2 = from + rowAt[r + 2];
      const at3 = from + rowAt[r + 3];
      const f0 = factor[r];
      const f1 = factor[r + 1];
      const f2 = factor[r + 2];
      const f3 = factor[r + 3];
      for (let e = 0; e < n; e++) {
        blended[to + e] += f0 * values[at0 + e] + f1 * values[at1 + e] + f2 * values[at2 + e] + f3 * values[at3 + e];
      }
    }
    for (; r < rows; r++) {
      const row = from + rowAt[r];
      const f = factor[r];
      for (let e = 0; e < n; e++) blended[to + e] += f * values[row + e];
    }
  }
}
