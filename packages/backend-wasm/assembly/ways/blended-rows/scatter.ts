import { RowTaps } from '../../axis/row-taps';
import { Lanes } from '../../memory/lanes';
import { Layout } from '../../memory/layout';
import { Pointer } from '../../memory/pointer';
import { Problem } from '../../memory/problem';
import { takeArray, takeStruct } from '../../memory/scratch';
import { Row } from '../../points/row';
import { AxisLists, createAxisLists, listTaps } from './axis-lists';
import { ColumnEntries, createColumnEntries, fillColumnEntries } from './column-entries';
import { createRowList, RowList } from './row-list';
import { sumRows } from './sum-rows';
import { createValueEntries, fillValueEntries, ValueEntries } from './value-entries';

/**
 * What one axis-aligned crop adds to the image gradient, dI = Wyᵀ · dY · Wx: for each image row that the crop reads, the
 * rows of dy that read it are blended into one first, and its columns are gathered from it second. Every pixel is
 * written once per crop, where `scatterTaps` writes it once per tap.
 */
@unmanaged
export class ScatterPlan {
  /** Those of the current crop. */
  taps: RowTaps;
  x: AxisLists;
  y: AxisLists;
  z: AxisLists;
  /** The listed columns once more, for the specialised loops. */
  entries: ColumnEntries;
  /** The same where a pixel has one value. */
  values: ValueEntries;
  /** The rows of dy that are blended, from the start of their plane. */
  rows: RowList;
  /** For images: all rows of dy, in the order in which `y` lists them, of which `rows` are a part. */
  all: RowList;
  /** A blended row of dy, and behind it a pixel of zeros, which missing entries read. */
  blended: Pointer<f32>;
}

/** Room for the lists of any crop. */
export function createScatterPlan(row: Row, taps: RowTaps): ScatterPlan {
  const problem = row.problem;
  const image = row.image;
  const crop = row.crop;
  const plan = takeStruct<ScatterPlan>();
  plan.taps = taps;
  plan.x = createAxisLists(crop.width, taps.x.count, image.width);
  plan.y = createAxisLists(crop.height, taps.y.count, image.height);
  plan.z = createAxisLists(crop.depth, taps.z.count, image.depth);
  const columns = min(<f64>crop.width * taps.x.count, <f64>image.width);
  plan.entries = createColumnEntries(columns);
  plan.values = createValueEntries(columns);
  // Under antialias a row of dy reads a pixel once at most, so those of a volume that are blended at a time are no more than all.
  const pairs = problem.antialias > 0 && problem.dimensions === 3 ? 1 : <f64>taps.y.count * taps.z.count;
  plan.all = createRowList(<f64>crop.depth * crop.height * pairs);
  plan.rows = takeStruct<RowList>();
  plan.rows.at = plan.all.at;
  plan.rows.weight = plan.all.weight;
  plan.blended = takeArray<f32>((<f64>crop.width + 1) * crop.inner + 4);
  return plan;
}

/** Lists the taps of the current crop by the pixels that they read. */
export function listBox(plan: ScatterPlan, row: Row): void {
  const taps = plan.taps;
  listTaps(plan.x, taps.x, row.crop.width, row.image.width);
  listTaps(plan.y, taps.y, row.crop.height, row.image.height);
  listTaps(plan.z, taps.z, row.crop.depth, row.image.depth);
  if (row.problem.dimensions === 2) {
    const y = plan.y;
    for (let k = 0; k < y.start[y.pixels]; k++) {
      plan.all.at[k] = y.point[k] * row.crop.yStride;
      plan.all.weight[k] = <f32>y.weight[k];
    }
  }
}

/**
 * Adds the gradient of a whole crop, where `row` is its first one. The first crop of an image finds it uncleared: then
 * each image row is set to 0 right before it is added to, in the cache.
 */
export function scatterBox(row: Row, plan: ScatterPlan, isCleared: bool): void {
  const x = plan.x;
  const y = plan.y;
  const z = plan.z;
  const image = row.image;
  const crop = row.crop;
  const inner = crop.inner;
  const blended = plan.blended;
  const dimage = changetype<Pointer<f32>>(row.imageAt);
  listBox(plan, row);
  const entries = plan.entries;
  if (inner === 1) fillValueEntries(plan.values, x);
  else fillColumnEntries(entries, x, crop.width, inner);
  memory.fill(blended.at(crop.width * inner), 0, (<usize>(inner + 4)) << 2);
  // Rows come in the order of memory. Those of one value per pixel are short, so their plane is cleared as a whole.
  const rowByRow = !isCleared && inner > 1;
  // What is cleared of the image row by row ends here.
  let end = 0;
  // Planes of an image are taken in the order of memory; those of a volume together, as its rows take longer to list.
  const together = row.problem.dimensions === 2 ? 1 : crop.planes;
  for (let first = 0; first < crop.planes; first += together) {
    const behind = first + together;
    if (!isCleared && !rowByRow) clearValues(dimage, first * image.channelStride, behind * image.channelStride);
    for (let c = 0; c < z.pixels; c++) {
      for (let b = 0; b < y.pixels; b++) {
        const rowAt = z.pixel[c] * image.zStride + y.pixel[b] * image.yStride;
        if (rowByRow) {
          clearValues(dimage, end, rowAt + image.yStride);
          end = rowAt + image.yStride;
        }
        listDyRows(plan, b, c, row.problem, crop);
        for (let plane = first; plane < behind; plane++) {
          const from = changetype<Pointer<f32>>(row.cropAt).from(plane * crop.channelStride);
          const to = dimage.from(rowAt + plane * image.channelStride);
          sumRows<f32>(blended, plan.rows, plan.rows.weight, from, crop.width * inner);
          if (inner === 1) addValues(to, blended, x, plan.values.add(to, blended.at(0), crop.width, x));
          else if (entries.count > 0) entries.add(to.at(0), blended.at(0), inner, rowByRow);
          else addColumns(to, blended, x, inner);
        }
      }
    }
  }
  if (rowByRow) clearValues(dimage, end, image.batchStride);
}

function clearValues(values: Pointer<f32>, from: i32, to: i32): void {
  memory.fill(values.at(from), 0, (<usize>(to - from)) << 2);
}

/** Lists the rows of dy that read image row b of slice c, both as listed. */
export function listDyRows(plan: ScatterPlan, b: i32, c: i32, problem: Problem, crop: Layout): void {
  const y = plan.y;
  const z = plan.z;
  const rows = plan.rows;
  if (problem.dimensions === 2) {
    const start = y.start[b];
    rows.at = plan.all.at.from(start);
    rows.weight = plan.all.weight.from(start);
    rows.count = y.start[b + 1] - start;
    return;
  }
  let n = 0;
  for (let m = z.start[c]; m < z.start[c + 1]; m++) {
    for (let k = y.start[b]; k < y.start[b + 1]; k++) {
      rows.at[n] = z.point[m] * crop.zStride + y.point[k] * crop.yStride;
      rows.weight[n] = <f32>(z.weight[m] * y.weight[k]);
      n++;
    }
  }
  rows.count = n;
}

/** Columns of one value each from one on, with any number of entries. */
function addValues(to: Pointer<f32>, row: Pointer<f32>, x: AxisLists, from: i32): void {
  for (let a = from; a < x.pixels; a++) {
    let value: f32 = 0;
    for (let k = x.start[a]; k < x.start[a + 1]; k++) value += <f32>x.weight[k] * row[x.point[k]];
    to[x.pixel[a]] = to[x.pixel[a]] + value;
  }
}

/** Columns of several channels, with any number of entries. */
function addColumns(to: Pointer<f32>, row: Pointer<f32>, x: AxisLists, inner: i32): void {
  for (let a = 0; a < x.pixels; a++) {
    const pixel = to.from(x.pixel[a] * inner);
    const end = x.start[a + 1];
    for (let c = 0; c < inner; c += 4) {
      let v = f32x4.splat(0);
      for (let k = x.start[a]; k < end; k++) {
        const dy = v128.load(row.at(x.point[k] * inner + c));
        v = f32x4.add(v, f32x4.mul(f32x4.splat(<f32>x.weight[k]), dy));
      }
      Lanes.add(pixel.at(c), v, inner - c);
    }
  }
}
