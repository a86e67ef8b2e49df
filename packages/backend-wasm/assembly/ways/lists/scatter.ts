import { tapsPerPoint } from '../../axis/modes';
import { Lanes } from '../../memory/lanes';
import { Layout } from '../../memory/layout';
import { Pointer } from '../../memory/pointer';
import { Problem } from '../../memory/problem';
import { takeArray, takeStruct } from '../../memory/scratch';
import { blendRows } from '../blended-rows/sum-rows';
import { RowTaps } from '../taps/plan';
import { AxisLists, createAxisLists, listTaps } from './axis-lists';
import { ColumnEntries, createColumnEntries, fillColumnEntries } from './column-entries';

/**
 * What one axis-aligned crop adds to the image gradient, dI = Wyᵀ · dY · Wx: for each image row that the crop reads, the
 * rows of dy that read it are blended into one first, and its columns are gathered from it second. Every pixel is
 * written once per crop, where `scatterRow` writes it once per tap.
 */
@unmanaged
export class ImageLists {
  x: AxisLists;
  y: AxisLists;
  z: AxisLists;
  /** The listed columns once more, for the specialised loops. */
  entries: ColumnEntries;
  /** The rows of dy that are blended: where each starts in its plane, and its weight. */
  rowAt: Pointer<i32>;
  rowWeight: Pointer<f32>;
  /** A blended row of dy, and behind it a pixel of zeros, which missing entries read. */
  blended: Pointer<f32>;
}

/** Room for the lists of any crop. */
export function createImageLists(problem: Problem, image: Layout, crop: Layout): ImageLists {
  const count = tapsPerPoint(problem.mode);
  const lists = takeStruct<ImageLists>();
  lists.x = createAxisLists(crop.width, count, image.width);
  lists.y = createAxisLists(crop.height, count, image.height);
  lists.z = createAxisLists(crop.depth, problem.dimensions === 3 ? count : 1, image.depth);
  lists.entries = createColumnEntries(min(<f64>crop.width * count, <f64>image.width));
  const rows = <f64>crop.depth * crop.height * count * (problem.dimensions === 3 ? count : 1);
  lists.rowAt = takeArray<i32>(rows);
  lists.rowWeight = takeArray<f32>(rows);
  lists.blended = takeArray<f32>((<f64>crop.width + 1) * crop.inner + 4);
  return lists;
}

/**
 * Adds the gradient of one crop: `dyAt` is where the crop starts in dy, `imageAt` where its image does in dimage. The
 * first crop of an image finds it uncleared: then each row is set to 0 right before it is added to, in the cache.
 */
export function addCropGradient(
  dimage: Pointer<f32>,
  imageAt: i32,
  imageLayout: Layout,
  dy: Pointer<f32>,
  dyAt: i32,
  cropLayout: Layout,
  taps: RowTaps,
  lists: ImageLists,
  cleared: bool,
): void {
  const x = lists.x;
  const y = lists.y;
  const z = lists.z;
  const inner = cropLayout.inner;
  const row = lists.blended;
  listTaps(x, taps.x, cropLayout.width, imageLayout.width);
  listTaps(y, taps.y, cropLayout.height, imageLayout.height);
  listTaps(z, taps.z, cropLayout.depth, imageLayout.depth);
  const entries = lists.entries;
  fillColumnEntries(entries, x, cropLayout.width, inner);
  memory.fill(row.at(cropLayout.width * inner), 0, (<usize>(inner + 4)) << 2);
  // With channels second, an image row is in as many places as there are planes.
  const rowByRow = !cleared && inner > 1;
  // What is cleared of the image ends here.
  let end = imageAt;
  if (!cleared && !rowByRow) clearValues(dimage, imageAt, imageAt + imageLayout.batchStride);
  for (let c = 0; c < z.pixels; c++) {
    for (let b = 0; b < y.pixels; b++) {
      const rowAt = imageAt + z.pixel[c] * imageLayout.zStride + y.pixel[b] * imageLayout.yStride;
      const rows = listDyRows(lists, b, c, cropLayout);
      if (rowByRow) {
        clearValues(dimage, end, rowAt + imageLayout.yStride);
        end = rowAt + imageLayout.yStride;
      }
      for (let plane = 0; plane < cropLayout.planes; plane++) {
        const from = dy.from(dyAt + plane * cropLayout.channelStride);
        blendRows<f32>(row, lists.rowAt, lists.rowWeight, rows, from, cropLayout.width * inner);
        const to = dimage.from(rowAt + plane * imageLayout.channelStride);
        if (ASC_FEATURE_SIMD && entries.count > 0 && inner > 1) entries.add(to.at(0), row.at(0), inner, rowByRow);
        else if (inner === 1 && entries.count === 2) addPairedValues(to, row, entries);
        else addColumns(to, row, x, inner);
      }
    }
  }
  if (rowByRow) clearValues(dimage, end, imageAt + imageLayout.batchStride);
}

function clearValues(values: Pointer<f32>, from: i32, to: i32): void {
  memory.fill(values.at(from), 0, (<usize>(to - from)) << 2);
}

/** Lists the rows of dy that read image row b of slice c, both as listed, and says how many they are. */
export function listDyRows(lists: ImageLists, b: i32, c: i32, crop: Layout): i32 {
  const y = lists.y;
  const z = lists.z;
  let n = 0;
  for (let m = z.start[c]; m < z.start[c + 1]; m++) {
    for (let k = y.start[b]; k < y.start[b + 1]; k++) {
      lists.rowAt[n] = z.point[m] * crop.zStride + y.point[k] * crop.yStride;
      lists.rowWeight[n] = <f32>(z.weight[m] * y.weight[k]);
      n++;
    }
  }
  return n;
}

/** The general way to the columns: any number of entries each. */
function addColumns(to: Pointer<f32>, row: Pointer<f32>, x: AxisLists, inner: i32): void {
  for (let a = 0; a < x.pixels; a++) {
    const at = x.pixel[a] * inner;
    if (ASC_FEATURE_SIMD) {
      if (inner > 1) {
        for (let c = 0; c < inner; c += 4) {
          let v = f32x4.splat(0);
          for (let k = x.start[a]; k < x.start[a + 1]; k++) {
            const dy = v128.load(row.at(x.point[k] * inner + c));
            v = f32x4.add(v, f32x4.mul(f32x4.splat(<f32>x.weight[k]), dy));
          }
          Lanes.add(to.at(at + c), v, inner - c);
        }
        continue;
      }
    }
    for (let c = 0; c < inner; c++) {
      let value: f32 = 0;
      for (let k = x.start[a]; k < x.start[a + 1]; k++) value += <f32>x.weight[k] * row[x.point[k] * inner + c];
      to[at + c] = to[at + c] + value;
    }
  }
}

/** `addColumns` for one channel and at most two entries. */
function addPairedValues(to: Pointer<f32>, row: Pointer<f32>, entries: ColumnEntries): void {
  let column = entries.first;
  for (const end = column + <usize>entries.columns * 20; column < end; column += 20) {
    const at = to.at(0) + load<u32>(column);
    const a = load<f32>(column, 8) * load<f32>(row.at(0) + load<u32>(column, 4));
    const b = load<f32>(column, 16) * load<f32>(row.at(0) + load<u32>(column, 12));
    store<f32>(at, load<f32>(at) + (a + b));
  }
}
