import { Lanes } from '../../memory/lanes';
import { Lerp } from '../../memory/lerp';
import { Pointer } from '../../memory/pointer';
import { Row } from '../../points/row';
import { gatherInfinite, gatherOne } from '../taps/gather';
import { TapsPlan } from '../taps/plan';
import { CellsPlan, findCells, PART_OF_CELL, padPoints } from './plan';

/** Samples a row cell by cell; points with a part of a cell, and those that come out infinite or NaN, tap by tap. */
export function gatherCells<T>(row: Row, cells: CellsPlan, tapsPlan: TapsPlan): void {
  padPoints(cells, row);
  findCells(cells, row, true);
  const sum = gatherWholeCells<T>(row, cells);
  if (cells.hasParts) {
    for (let j = 0; j < row.points; j++) if (cells.offset[j] === PART_OF_CELL) gatherOne<T>(row, j, tapsPlan);
  }
  if (!isFinite(sum)) gatherInfinite<T>(row, tapsPlan);
}

/** The points with a whole cell or none. The answer is a sum of the samples, which is finite only if all of them are. */
function gatherWholeCells<T>(row: Row, cells: CellsPlan): f64 {
  const points = row.points;
  let sum: f64 = 0;
  let j = 0;
  if (isFloat<T>()) {
    if (row.image.inner > 1) return gatherPixelCells(row, cells);
    let sums = f32x4.splat(0);
    for (; j <= points - 4; j += 4) {
      if (v128.any_true(i32x4.lt_s(v128.load(cells.offset.at(j)), i32x4.splat(0)))) {
        for (let p = j; p < j + 4; p++) sum += gatherCell<T>(row, p, cells);
      } else {
        sums = f32x4.add(sums, gatherFourCells(row, j, cells));
      }
    }
    sum += Lanes.sum(sums);
  }
  for (; j < points; j++) sum += gatherCell<T>(row, j, cells);
  return sum;
}

/** One point with a whole cell or none, all channels, and their sum. */
export function gatherCell<T>(row: Row, j: i32, cells: CellsPlan): f64 {
  const image = row.image;
  const crop = row.crop;
  const from = changetype<Pointer<T>>(row.imageAt);
  const to = changetype<Pointer<f32>>(row.cropAt);
  const fill = <f32>row.problem.fillValue;
  const offset = cells.offset[j];
  const outside = offset < 0;
  let at = outside ? 0 : offset;
  let out = j * crop.xStride;
  const tx = Lerp.place(cells.tx[j]);
  const ty = Lerp.place(cells.ty[j]);
  let sum: f64 = 0;
  for (let c = 0; c < crop.channels; c++) {
    if (outside) {
      to[out] = fill;
      sum = <f64>fill;
    } else {
      const below = at + image.yStride;
      const top = Lerp.one(<f32>from[at], <f32>from[at + image.xStride], tx);
      const bottom = Lerp.one(<f32>from[below], <f32>from[below + image.xStride], tx);
      const value = Lerp.one(top, bottom, ty);
      to[out] = value;
      if (isFloat<T>()) sum += <f64>value;
    }
    at += image.channelStride;
    out += crop.channelStride;
  }
  return sum;
}

/** Four points with a cell each, one channel plane at a time, and the sums of each. */
function gatherFourCells(row: Row, j: i32, cells: CellsPlan): v128 {
  const image = row.image;
  const crop = row.crop;
  const from = changetype<Pointer<f32>>(row.imageAt);
  const to = changetype<Pointer<f32>>(row.cropAt);
  const tx = Lerp.places(v128.load(cells.tx.at(j)));
  const ty = Lerp.places(v128.load(cells.ty.at(j)));
  let a = from.at(cells.offset[j]);
  let b = from.at(cells.offset[j + 1]);
  let c = from.at(cells.offset[j + 2]);
  let d = from.at(cells.offset[j + 3]);
  const down = (<usize>image.yStride) << 2;
  const step = (<usize>image.channelStride) << 2;
  let out = to.at(j);
  let sums = f32x4.splat(0);
  for (let plane = 0; plane < crop.channels; plane++) {
    let low = Lanes.loadPairs(a, b);
    let high = Lanes.loadPairs(c, d);
    const top = Lerp.four(Lanes.firsts(low, high), Lanes.seconds(low, high), tx);
    low = Lanes.loadPairs(a + down, b + down);
    high = Lanes.loadPairs(c + down, d + down);
    const bottom = Lerp.four(Lanes.firsts(low, high), Lanes.seconds(low, high), tx);
    const four = Lerp.four(top, bottom, ty);
    v128.store(out, four);
    sums = f32x4.add(sums, four);
    a += step;
    b += step;
    c += step;
    d += step;
    out += (<usize>crop.channelStride) << 2;
  }
  return sums;
}

/** All points, the channels of each side by side, a vector at a time. */
function gatherPixelCells(row: Row, cells: CellsPlan): f64 {
  const image = row.image;
  const points = row.points;
  const from = changetype<Pointer<f32>>(row.imageAt);
  const to = changetype<Pointer<f32>>(row.cropAt);
  const right = (<usize>image.xStride) << 2;
  const down = (<usize>image.yStride) << 2;
  const channels = row.crop.channels;
  const offset = cells.offset;
  const tx = cells.tx;
  const ty = cells.ty;
  let sum: f64 = 0;
  let sums = f32x4.splat(0);
  for (let j = 0; j < points; j++) {
    if (offset[j] < 0) {
      sum += gatherCell<f32>(row, j, cells);
      continue;
    }
    const x = Lerp.places(v128.load32_splat(tx.at(j)));
    const y = Lerp.places(v128.load32_splat(ty.at(j)));
    let at = from.at(offset[j]);
    let out = to.at(j * channels);
    for (let lanes = channels; lanes > 0; lanes -= 4, at += 16, out += 16) {
      const below = at + down;
      const top = Lerp.four(Lanes.load(at, lanes), Lanes.load(at + right, lanes), x);
      const bottom = Lerp.four(Lanes.load(below, lanes), Lanes.load(below + right, lanes), x);
      const v = Lerp.four(top, bottom, y);
      Lanes.store(out, v, lanes);
      sums = f32x4.add(sums, v);
    }
  }
  return sum + Lanes.sum(sums);
}
