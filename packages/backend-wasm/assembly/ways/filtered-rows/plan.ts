import { FilteredTaps } from '../../axis/filtered-taps';
import { Pointer } from '../../memory/pointer';
import { takeArray, takeStruct } from '../../memory/scratch';
import { Box } from '../../points/box';
import { Row } from '../../points/row';
import { createRowList, RowList } from '../blended-rows/row-list';

/**
 * The way through an axis-aligned crop under antialias: the image rows under the filter of an output row are blended into one
 * first, and its columns are filtered from that second. So the cost is the sum of the taps along the axes, and not their
 * product.
 *
 * A blended row holds `span` pixels from image column `first` on. Under wrap, filters that reach over the seam read on behind
 * the last column, where the first ones are put once more. Behind all there is room for a vector of zeros.
 */
@unmanaged
export class FilteredRowsPlan {
  box: Box;
  /** Values per pixel of a blended row, and how many blended rows make up an output row: the planes of NCHW, or 1. */
  inner: i32;
  planes: i32;
  first: i32;
  span: i32;
  /** How many columns from the first on are put behind the last. */
  seam: i32;
  /** Of each point: how many taps it has, where the first one is in a blended row, and the heaviest, in bytes. */
  taken: Pointer<i32>;
  offset: Pointer<i32>;
  heaviest: Pointer<i32>;
  /** Of each point, how much is outside. */
  outside: Pointer<f32>;
  /** The room for the taps of a point, whole vectors; what is behind the taps is 0. */
  room: i32;
  weight: Pointer<f32>;
  /** Their derivatives, where gradients are asked for. */
  slope: Pointer<f32>;
  sizeSlope: Pointer<f32>;
  /** The image rows of an output row, and the heaviest of them, which is none of these for samples. */
  rows: RowList;
  heaviestRow: i32;
  rowSlope: Pointer<f32>;
  rowSizeSlope: Pointer<f32>;
  blended: Pointer<f32>;
  /** For gradients: rows that are blended with the slopes along y or z. */
  sloped: Pointer<f32>;
  sizeSloped: Pointer<f32>;

  /** Puts the first columns behind the last, where a filter reaches over the seam. */
  closeSeam(row: Pointer<f32>): void {
    const length = this.span * this.inner;
    if (this.seam > 0) memory.copy(row.at(length), row.at(0), (<usize>(this.seam * this.inner)) << 2);
  }
}

/** Filters are read a vector at a time, and a pixel's vector may begin with its last channel. */
const VECTOR: i32 = 4;

/** Room for any crop. */
export function createFilteredRowsPlan(row: Row, box: Box, hasSlopes: bool): FilteredRowsPlan {
  const plan = takeStruct<FilteredRowsPlan>();
  const x = box.taps.x;
  const width = row.crop.width;
  const room = (x.count + VECTOR - 1) & ~(VECTOR - 1);
  const taps = <f64>width * room;
  plan.box = box;
  plan.inner = row.image.inner;
  plan.planes = row.image.planes;
  plan.taken = takeArray<i32>(width);
  plan.offset = takeArray<i32>(width);
  plan.heaviest = takeArray<i32>(width);
  plan.outside = takeArray<f32>(width);
  plan.room = room;
  plan.weight = takeArray<f32>(taps);
  // Without slopes these are never read.
  plan.slope = hasSlopes ? takeArray<f32>(taps) : plan.weight;
  plan.sizeSlope = hasSlopes ? takeArray<f32>(taps) : plan.weight;
  const rows = <f64>box.taps.y.count * box.taps.z.count + VECTOR;
  plan.rows = createRowList(rows);
  plan.rowSlope = hasSlopes ? takeArray<f32>(rows) : plan.weight;
  plan.rowSizeSlope = hasSlopes ? takeArray<f32>(rows) : plan.weight;
  const length = (<f64>row.image.width + x.count + VECTOR) * plan.inner + VECTOR;
  plan.blended = takeArray<f32>(length);
  plan.sloped = hasSlopes ? takeArray<f32>(length) : plan.blended;
  plan.sizeSloped = hasSlopes ? takeArray<f32>(length) : plan.blended;
  return plan;
}

/** Lays out the columns of the current crop. */
export function planFilteredRows(plan: FilteredRowsPlan, row: Row, hasSlopes: bool): void {
  const x = changetype<FilteredTaps>(plan.box.taps.x);
  const width = row.crop.width;
  findSpan(plan, x, width, row.image.width);
  for (let j = 0; j < width; j++) {
    const n = x.taken[j];
    const from = j * x.count;
    const pixel = n > 0 ? x.index[from] - plan.first : 0;
    plan.taken[j] = n;
    plan.offset[j] = (pixel * plan.inner) << 2;
    plan.heaviest[j] = n > 0 ? ((pixel + x.heaviest[j]) * plan.inner) << 2 : 0;
    plan.outside[j] = <f32>x.outside[j];
    narrow(plan.weight, j * plan.room, x.weight, from, n, plan.room);
    if (!hasSlopes) continue;
    narrow(plan.slope, j * plan.room, x.slope, from, n, plan.room);
    narrow(plan.sizeSlope, j * plan.room, x.sizeSlope, from, n, plan.room);
  }
  clearMargin(plan.blended, plan);
  if (!hasSlopes) return;
  clearMargin(plan.sloped, plan);
  clearMargin(plan.sizeSloped, plan);
}

/** Finds the columns that are read; all, where a filter reaches over the seam. */
function findSpan(plan: FilteredRowsPlan, x: FilteredTaps, width: i32, length: i32): void {
  let first = length;
  let end = 0;
  let seam = 0;
  for (let j = 0; j < width; j++) {
    const n = x.taken[j];
    if (n === 0) continue;
    const from = x.index[j * x.count];
    first = min(first, from);
    end = max(end, from + n);
    seam = max(seam, from + n - length);
  }
  plan.seam = seam;
  plan.first = seam > 0 ? 0 : min(first, end);
  plan.span = (seam > 0 ? length : end) - plan.first;
}

function narrow(to: Pointer<f32>, at: i32, taps: Pointer<f64>, from: i32, n: i32, room: i32): void {
  for (let k = 0; k < n; k++) to[at + k] = <f32>taps[from + k];
  for (let k = n; k < room; k++) to[at + k] = 0;
}

function clearMargin(row: Pointer<f32>, plan: FilteredRowsPlan): void {
  const end = (plan.span + plan.seam) * plan.inner;
  memory.fill(row.at(end), 0, (<usize>(VECTOR * plan.inner + VECTOR)) << 2);
}

/** Lists the image rows that the current output row of samples reads, all but the heaviest; says whether there are any. */
export function listFilteredRows(plan: FilteredRowsPlan, row: Row): bool {
  const taps = plan.box.taps;
  const y = changetype<FilteredTaps>(taps.y);
  const z = changetype<FilteredTaps>(taps.z);
  const yFrom = taps.yAt * y.count;
  const zFrom = taps.zAt * z.count;
  const yEnd = yFrom + y.taken[taps.yAt];
  const zEnd = zFrom + z.taken[taps.zAt];
  if (yFrom === yEnd || zFrom === zEnd) return false;
  const yHeaviest = yFrom + y.heaviest[taps.yAt];
  const zHeaviest = zFrom + z.heaviest[taps.zAt];
  const rows = plan.rows;
  const start = plan.first * row.image.xStride;
  let n = 0;
  for (let c = zFrom; c < zEnd; c++) {
    for (let b = yFrom; b < yEnd; b++) {
      const at = start + z.index[c] * row.image.zStride + y.index[b] * row.image.yStride;
      if (b === yHeaviest && c === zHeaviest) {
        plan.heaviestRow = at;
        continue;
      }
      rows.at[n] = at;
      rows.weight[n] = <f32>(z.weight[c] * y.weight[b]);
      n++;
    }
  }
  rows.count = n;
  return true;
}
