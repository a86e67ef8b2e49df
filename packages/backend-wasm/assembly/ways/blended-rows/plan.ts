import { Pointer } from '../../memory/pointer';
import { takeArray, takeStruct } from '../../memory/scratch';
import { Box } from '../../points/box';
import { Row } from '../../points/row';
import { createRowList, RowList } from './row-list';

/**
 * The separable way through an axis-aligned crop: a row of output points shares its taps along y and z, so the image
 * rows they name are blended into one first, and the columns are picked from it second. This costs one pass over the
 * columns a crop spans, where `gatherTaps` multiplies out the taps of every point.
 *
 * A blended row holds one pixel of `outside`, `span` pixels from `first` on, and three more pixels of `outside`, of which
 * a seam takes the first: the taps outside the image read these, and the two taps of a bilinear point always lie side by side. NHWC rows hold all
 * channels, pixel by pixel; NCHW rows are blended one channel plane at a time.
 */
@unmanaged
export class BlendPlan {
  box: Box;
  /** The lowest image column that the crop reads, and how many there are to the highest. */
  first: i32;
  span: i32;
  /** How many points a row has, and how many taps each along x. */
  width: i32;
  count: i32;
  /** Values per pixel of a blended row. */
  inner: i32;
  /** How many blended rows make up an output row: the channel planes of NCHW, or 1. */
  planes: i32;
  /** What is outside the image: the fillValue for samples; 0 for slopes, to which the fill is added later. */
  outside: f32;
  /** Whether there is a z axis to differentiate by. */
  isVolume: bool;
  /**
   * The taps along x: the first taps of all points, then the second, and so on; offsets are in bytes from the start of a
   * blended row. Of four taps the second comes first, which is a heavy one.
   */
  offset: Pointer<i32>;
  weight: Pointer<f32>;
  slope: Pointer<f32>;
  /**
   * The longest run of points, from one to before another, whose taps are side by side in a blended row; those of one tap
   * each read a pixel.
   */
  from: i32;
  to: i32;
  /** Whether a point lies between the last and the first column of the image; two taps alone ask for that. */
  hasSeam: bool;
  /** Two taps once more: a `Column` for each point. */
  columns: usize;
  /** The image rows that are blended, and their slopes in place of their weights. */
  rows: RowList;
  rowSlopeY: Pointer<f32>;
  rowSlopeZ: Pointer<f32>;
  /** A blended row, and for slopes a second one. */
  blended: Pointer<f32>;
  sloped: Pointer<f32>;

  /** Where the pixel of an image column is in a blended row, in bytes; one outside for none. */
  @inline
  placeOf(index: i32): i32 {
    return ((index < 0 ? this.span + 2 : index - this.first + 1) * this.inner) << 2;
  }

  /** Where the pixels of an image row would start, if it were a blended one; `at` is that of its first listed column. */
  @inline
  startOf<T>(at: usize): usize {
    return at - ((<usize>this.inner) << alignof<T>());
  }

  /**
   * Places the two taps of point j side by side. At the image's edges one of them is outside, or weighs nothing: it reads the
   * pixel next to the other. Over the seam of wrap padding the second one reads the first pixel, behind the last.
   */
  @inline
  placeColumn(j: i32, near: i32, far: i32): void {
    const second = this.width + j;
    if (near >= 0 && far >= 0 && far !== near + 1 && this.slope[second] !== 0) this.hasSeam = true;
    const pixel = this.inner << 2;
    if (near < 0 && far >= 0) this.offset[j] = this.offset[second] - pixel;
    else this.offset[second] = this.offset[j] + pixel;
    // A place that float32 cannot tell from the second pixel is that pixel, with the one behind it.
    const t = this.weight[second];
    const isOnSecond = t >= 1 && far >= 0;
    const column = changetype<Column>(this.columns + <usize>j * offsetof<Column>());
    column.offset = this.offset[isOnSecond ? second : j];
    column.t = isOnSecond ? 0 : min(t, BELOW_ONE);
  }

  /** Puts the first pixel behind the last of a row that was blended, where a point needs it there. */
  @inline
  closeSeam(row: Pointer<f32>): void {
    if (!this.hasSeam) return;
    const inner = this.inner;
    memory.copy(row.at((this.span + 1) * inner), row.at(inner), (<usize>inner) << 2);
  }
}

/** Where the left pixel of a bilinear point starts in a blended row, in bytes, and how far right of it the point lies. */
@unmanaged
export class Column {
  offset: i32;
  t: f32;
}

/** How many columns may be blended for each tap along x, before gathering single taps is cheaper. */
const COLUMNS_PER_TAP: i32 = 4;

/** The largest float32 below 1. */
const BELOW_ONE: f32 = 1 - 1 / 16_777_216;

/** A vector may be read where a blended row's last pixel starts. */
const VECTOR: i32 = 4;

/** Room to blend the rows of any crop. */
export function createBlendPlan(row: Row, box: Box, outside: f32, hasSlopes: bool): BlendPlan {
  const plan = takeStruct<BlendPlan>();
  const width = row.points;
  const count = box.taps.x.count;
  const inner = row.image.inner;
  plan.box = box;
  plan.width = width;
  plan.count = count;
  plan.inner = inner;
  plan.planes = row.image.planes;
  plan.outside = outside;
  plan.isVolume = row.problem.dimensions === 3;
  plan.offset = takeArray<i32>(<f64>width * count);
  plan.weight = takeArray<f32>(<f64>width * count);
  plan.slope = takeArray<f32>(<f64>width * count);
  plan.columns = takeArray<u8>(<f64>width * offsetof<Column>()).at(0);
  const rows = box.taps.y.count * box.taps.z.count;
  plan.rows = createRowList(rows);
  plan.rowSlopeY = takeArray<f32>(rows);
  plan.rowSlopeZ = takeArray<f32>(rows);
  const length = (min(<f64>row.image.width, mostColumns(width, count)) + 4) * inner + VECTOR;
  plan.blended = takeArray<f32>(length);
  plan.sloped = hasSlopes ? takeArray<f32>(length) : plan.blended;
  return plan;
}

/** The most columns that are blended. */
function mostColumns(width: i32, count: i32): f64 {
  return <f64>COLUMNS_PER_TAP * width * count;
}

/**
 * Finds the columns that a crop's taps span, and says whether blending them pays: a crop that skips most columns of a
 * large photo is cheaper tap by tap, and must not cost more because the photo is large.
 */
export function planBlend(plan: BlendPlan): bool {
  const x = plan.box.taps.x;
  const count = plan.count;
  const width = plan.width;
  let first = i32.MAX_VALUE;
  let last = -1;
  for (let k = 0; k < width * count; k++) {
    const i = x.index[k];
    if (i < 0) continue;
    first = min(first, i);
    last = max(last, i);
  }
  plan.first = last < 0 ? 0 : first;
  plan.span = last < 0 ? 0 : last - first + 1;
  if (<f64>plan.span > mostColumns(width, count)) return false;

  plan.hasSeam = false;
  for (let j = 0; j < width; j++) {
    for (let k = 0; k < count; k++) {
      const tap = j * count + (count === 4 && k < 2 ? 1 - k : k);
      plan.offset[k * width + j] = plan.placeOf(x.index[tap]);
      plan.weight[k * width + j] = <f32>x.weight[tap];
      plan.slope[k * width + j] = <f32>x.slope[tap];
    }
    if (count === 2) plan.placeColumn(j, x.index[2 * j], x.index[2 * j + 1]);
  }
  findRun(plan);
  fillMargins(plan);
  return true;
}

/** Finds the longest run of points whose taps are pixels side by side. */
function findRun(plan: BlendPlan): void {
  const index = plan.box.taps.x.index;
  const count = plan.count;
  plan.from = 0;
  plan.to = count === 2 ? plan.width : 0;
  if (count === 2) return;
  for (let from = 0, to = 0; from < plan.width; from = to) {
    to = from;
    while (to < plan.width && isSideBySide(index, to * count, count)) to++;
    if (to - from > plan.to - plan.from) {
      plan.from = from;
      plan.to = to;
    }
    if (to === from) to++;
  }
}

function isSideBySide(index: Pointer<i32>, from: i32, count: i32): bool {
  if (index[from] < 0) return false;
  for (let k = 1; k < count; k++) if (index[from + k] !== index[from] + k) return false;
  return true;
}

function fillMargins(plan: BlendPlan): void {
  fillMarginsOf(plan.blended, plan);
  if (plan.sloped !== plan.blended) fillMarginsOf(plan.sloped, plan);
}

function fillMarginsOf(row: Pointer<f32>, plan: BlendPlan): void {
  const inner = plan.inner;
  const end = (plan.span + 1) * inner;
  for (let e = 0; e < inner; e++) row[e] = plan.outside;
  for (let e = end; e < end + 3 * inner + VECTOR; e++) row[e] = plan.outside;
}

/** Lists the image rows inside the image that the current output row reads, from the first column on. */
export function listRows(plan: BlendPlan, row: Row): void {
  const taps = plan.box.taps;
  const y = taps.y;
  const z = taps.z;
  const at = plan.rows.at;
  const weight = plan.rows.weight;
  const slopeY = plan.rowSlopeY;
  const slopeZ = plan.rowSlopeZ;
  const image = row.image;
  const start = plan.first * image.xStride;
  let n = 0;
  for (let c = taps.zAt * z.count; c < (taps.zAt + 1) * z.count; c++) {
    if (z.index[c] < 0) continue;
    for (let b = taps.yAt * y.count; b < (taps.yAt + 1) * y.count; b++) {
      if (y.index[b] < 0) continue;
      at[n] = start + z.index[c] * image.zStride + y.index[b] * image.yStride;
      weight[n] = <f32>(z.weight[c] * y.weight[b]);
      slopeY[n] = <f32>(z.weight[c] * y.slope[b]);
      slopeZ[n] = <f32>(z.slope[c] * y.weight[b]);
      n++;
    }
  }
  plan.rows.count = n;
}
