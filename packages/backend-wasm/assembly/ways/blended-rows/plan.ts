import { Layout } from '../../memory/layout';
import { Pointer } from '../../memory/pointer';
import { takeArray, takeStruct } from '../../memory/scratch';
import { RowTaps } from '../taps/plan';
import { blendRows } from './sum-rows';

/**
 * The separable way through an axis-aligned crop: a row of output points shares its taps along y and z, so the image
 * rows they name are blended into one first, and the columns are picked from it second. This costs one pass over the
 * columns a crop spans, where `gatherRow` multiplies out the taps of every point.
 *
 * A blended row holds one pixel of `outside`, `columns` pixels from `first` on, and two more pixels of `outside`: the
 * taps outside the image read these, and the two taps of a bilinear point always lie side by side. NHWC rows hold all
 * channels, pixel by pixel; NCHW rows are blended one channel plane at a time.
 */
@unmanaged
export class RowBlend {
  /** The lowest image column that the crop reads. */
  first: i32;
  /** How many columns from there to the highest. */
  columns: i32;
  /** How many points a row has. */
  width: i32;
  /** Values per pixel of a blended row. */
  inner: i32;
  /** How many blended rows make up an output row: the channel planes of NCHW, or 1. */
  planes: i32;
  /** What is outside the image: the fillValue for samples; 0 for slopes, to which the fill is added later. */
  outside: f32;
  /** Whether there is a z axis to differentiate by. */
  volume: bool;
  /**
   * The taps along x: the first taps of all points, then the second, and so on; offsets into a blended row. Of four
   * taps the second comes first, which is a heavy one.
   */
  count: i32;
  offset: Pointer<i32>;
  weight: Pointer<f32>;
  slope: Pointer<f32>;
  /** Two taps once more: where a point's pair of pixels starts, in bytes, and where between them it lies. */
  pairs: usize;
  /** The image rows that are blended: where each starts, and its weight and slopes. */
  rowAt: Pointer<i32>;
  rowWeight: Pointer<f32>;
  rowSlopeY: Pointer<f32>;
  rowSlopeZ: Pointer<f32>;
  /** Blended rows. */
  blended: Pointer<f32>;
  blendedSlopeY: Pointer<f32>;
  blendedSlopeZ: Pointer<f32>;
}

/** How many columns may be blended for each tap along x, before gathering single taps is cheaper. */
const COLUMNS_PER_TAP: i32 = 4;

/** The size of one of `pairs`. */
export const PAIR_BYTES: usize = 8;

/** The largest float32 below 1. */
const BELOW_ONE: f32 = 1 - 1 / 16_777_216;

/** A vector may be read where a blended row's last pixel starts. */
const VECTOR: i32 = 4;

/** The most columns that are blended. */
function mostColumns(width: i32, count: i32): f64 {
  return <f64>COLUMNS_PER_TAP * width * count;
}

/** Room to blend the rows of any crop of this image that is `width` points wide. */
export function createRowBlend(taps: RowTaps, width: i32, image: Layout, dimensions: i32): RowBlend {
  const count = taps.x.count;
  const room = (min(<f64>image.width, mostColumns(width, count)) + 3) * image.inner + VECTOR;
  const rows = taps.y.count * taps.z.count;
  const blend = takeStruct<RowBlend>();
  blend.inner = image.inner;
  blend.planes = image.planes;
  blend.outside = 0;
  blend.volume = dimensions === 3;
  blend.count = count;
  blend.width = width;
  blend.offset = takeArray<i32>(<f64>width * count);
  blend.weight = takeArray<f32>(<f64>width * count);
  blend.slope = takeArray<f32>(<f64>width * count);
  blend.pairs = takeArray<f32>(<f64>2 * width).at(0);
  blend.rowAt = takeArray<i32>(rows);
  blend.rowWeight = takeArray<f32>(rows);
  blend.rowSlopeY = takeArray<f32>(rows);
  blend.rowSlopeZ = takeArray<f32>(rows);
  blend.blended = takeArray<f32>(room);
  blend.blendedSlopeY = takeArray<f32>(room);
  blend.blendedSlopeZ = takeArray<f32>(room);
  return blend;
}

/**
 * Finds the columns that a crop's taps span, and says whether blending them pays: a crop that skips most columns of a
 * large photo is cheaper tap by tap, and must not cost more because the photo is large.
 */
export function planBlend(blend: RowBlend, taps: RowTaps, width: i32): bool {
  const x = taps.x;
  const count = x.count;
  let first = i32.MAX_VALUE;
  let last = -1;
  for (let k = 0; k < width * count; k++) {
    const i = x.index[k];
    if (i < 0) continue;
    first = min(first, i);
    last = max(last, i);
  }
  blend.first = last < 0 ? 0 : first;
  blend.columns = last < 0 ? 0 : last - first + 1;
  if (<f64>blend.columns > mostColumns(width, count)) return false;

  for (let j = 0; j < width; j++) {
    for (let k = 0; k < count; k++) {
      const tap = j * count + (count === 4 && k < 2 ? 1 - k : k);
      blend.offset[k * width + j] = blendedColumn(blend, x.index[tap]) * blend.inner;
      blend.weight[k * width + j] = <f32>x.weight[tap];
      blend.slope[k * width + j] = <f32>x.slope[tap];
    }
    if (count === 2) {
      // Over the seam of wrap padding, the two pixels of a point are not side by side.
      const near = x.index[2 * j];
      const far = x.index[2 * j + 1];
      if (near >= 0 && far >= 0 && far !== near + 1 && x.slope[2 * j + 1] !== 0) return false;
      // At the image's edges one tap of a pair is outside: it reads the pixel next to the other.
      const second = width + j;
      if (x.index[2 * j] < 0 && x.index[2 * j + 1] >= 0) blend.offset[j] = blend.offset[second] - blend.inner;
      else blend.offset[second] = blend.offset[j] + blend.inner;
      storePair(blend, j, x.index[2 * j + 1] >= 0);
    }
  }
  fillMargins(blend.blended, blend);
  fillMargins(blend.blendedSlopeY, blend);
  fillMargins(blend.blendedSlopeZ, blend);
  return true;
}

/** Stores the pair of point j: a place that float32 cannot tell from the second pixel is the start of the next pair. */
function storePair(blend: RowBlend, j: i32, secondIsInside: bool): void {
  const t = blend.weight[blend.width + j];
  const isOnSecond = t >= 1 && secondIsInside;
  const pair = blend.pairs + <usize>j * PAIR_BYTES;
  store<i32>(pair, blend.offset[isOnSecond ? blend.width + j : j] << 2);
  store<f32>(pair, isOnSecond ? 0 : min(t, BELOW_ONE), 4);
}

/** Which pixel of a blended row holds an image column; one outside for none. */
function blendedColumn(blend: RowBlend, index: i32): i32 {
  return index < 0 ? blend.columns + 1 : index - blend.first + 1;
}

function fillMargins(row: Pointer<f32>, blend: RowBlend): void {
  const inner = blend.inner;
  const end = (blend.columns + 1) * inner;
  for (let e = 0; e < inner; e++) row[e] = blend.outside;
  for (let e = end; e < end + 2 * inner + VECTOR; e++) row[e] = blend.outside;
}

/** Lists the image rows inside the image that the current output row reads, and says how many they are. */
export function listRows(blend: RowBlend, taps: RowTaps, imageAt: i32, image: Layout): i32 {
  const y = taps.y;
  const z = taps.z;
  const start = imageAt + blend.first * image.xStride;
  let n = 0;
  for (let c = taps.zAt * z.count; c < (taps.zAt + 1) * z.count; c++) {
    if (z.index[c] < 0) continue;
    for (let b = taps.yAt * y.count; b < (taps.yAt + 1) * y.count; b++) {
      if (y.index[b] < 0) continue;
      blend.rowAt[n] = start + z.index[c] * image.zStride + y.index[b] * image.yStride;
      blend.rowWeight[n] = <f32>(z.weight[c] * y.weight[b]);
      blend.rowSlopeY[n] = <f32>(z.weight[c] * y.slope[b]);
      blend.rowSlopeZ[n] = <f32>(z.slope[c] * y.weight[b]);
      n++;
    }
  }
  return n;
}

/** Blends the listed rows of the plane that starts `plane` further on; the margins of the blended row stay. */
export function blendImageRows<T>(
  blended: Pointer<f32>,
  blend: RowBlend,
  factor: Pointer<f32>,
  rows: i32,
  image: Pointer<T>,
  plane: i32,
): void {
  const length = blend.columns * blend.inner;
  blendRows<T>(blended.from(blend.inner), blend.rowAt, factor, rows, image.from(plane), length);
}
