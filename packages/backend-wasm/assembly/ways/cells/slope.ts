import { Lanes } from '../../memory/lanes';
import { Pointer } from '../../memory/pointer';
import { Row } from '../../points/row';
import { TapsPlan } from '../taps/plan';
import { slopeOne } from '../taps/slope';
import { CellsPlan, findCells, PART_OF_CELL, padPoints } from './plan';

/** Differentiates a row cell by cell; points with a part of a cell tap by tap. */
export function slopeCells<T>(row: Row, cells: CellsPlan, tapsPlan: TapsPlan): void {
  padPoints(cells, row);
  findCells(cells, row, false);
  slopeWholeCells<T>(row, cells);
  if (!cells.hasParts) return;
  for (let j = 0; j < row.points; j++) if (cells.offset[j] === PART_OF_CELL) slopeOne<T>(row, j, tapsPlan);
}

/** The points with a whole cell, or none, whose gradients are 0. */
function slopeWholeCells<T>(row: Row, cells: CellsPlan): void {
  const points = row.points;
  let j = 0;
  if (isFloat<T>()) {
    if (row.image.inner > 1) {
      slopePixelCells(row, cells);
      return;
    }
    for (; j <= points - 4; j += 4) {
      if (v128.any_true(i32x4.lt_s(v128.load(cells.offset.at(j)), i32x4.splat(0)))) {
        for (let p = j; p < j + 4; p++) slopeCell<T>(row, p, cells);
      } else {
        slopeFourCells(row, j, cells);
      }
    }
  }
  for (; j < points; j++) slopeCell<T>(row, j, cells);
}

/** One point with a whole cell or none, all channels. */
export function slopeCell<T>(row: Row, j: i32, cells: CellsPlan): void {
  const image = row.image;
  const crop = row.crop;
  const from = changetype<Pointer<T>>(row.imageAt);
  const dy = changetype<Pointer<f32>>(row.cropAt);
  let gx: f64 = 0;
  let gy: f64 = 0;
  const offset = cells.offset[j];
  if (offset >= 0) {
    const tx = <f64>cells.tx[j];
    const ty = <f64>cells.ty[j];
    let at = offset;
    let dyAt = j * crop.xStride;
    for (let n = 0; n < crop.channels; n++) {
      const g = <f64>dy[dyAt];
      const a = <f64>from[at];
      const b = <f64>from[at + image.xStride];
      const c = <f64>from[at + image.yStride];
      const d = <f64>from[at + image.yStride + image.xStride];
      gx += g * ((b - a) * (1 - ty) + (d - c) * ty);
      gy += g * ((c - a) * (1 - tx) + (d - b) * tx);
      at += image.channelStride;
      dyAt += crop.channelStride;
    }
    gx *= <f64>cells.slopeX[j];
    gy *= <f64>cells.slopeY[j];
  }
  row.gx[j] = gx;
  row.gy[j] = gy;
}

/** Four points with a cell each, one channel plane at a time. */
function slopeFourCells(row: Row, j: i32, cells: CellsPlan): void {
  const image = row.image;
  const crop = row.crop;
  const from = changetype<Pointer<f32>>(row.imageAt);
  const dy = changetype<Pointer<f32>>(row.cropAt);
  const tx = v128.load(cells.tx.at(j));
  const ty = v128.load(cells.ty.at(j));
  const ux = f32x4.sub(f32x4.splat(1), tx);
  const uy = f32x4.sub(f32x4.splat(1), ty);
  const down = (<usize>image.yStride) << 2;
  const step = (<usize>image.channelStride) << 2;
  let p0 = from.at(cells.offset[j]);
  let p1 = from.at(cells.offset[j + 1]);
  let p2 = from.at(cells.offset[j + 2]);
  let p3 = from.at(cells.offset[j + 3]);
  let dyAt = dy.at(j);
  let gx = f32x4.splat(0);
  let gy = f32x4.splat(0);
  for (let plane = 0; plane < crop.channels; plane++) {
    let low = Lanes.loadPairs(p0, p1);
    let high = Lanes.loadPairs(p2, p3);
    const a = Lanes.firsts(low, high);
    const b = Lanes.seconds(low, high);
    low = Lanes.loadPairs(p0 + down, p1 + down);
    high = Lanes.loadPairs(p2 + down, p3 + down);
    const c = Lanes.firsts(low, high);
    const d = Lanes.seconds(low, high);
    const g = v128.load(dyAt);
    const acrossX = f32x4.add(f32x4.mul(f32x4.sub(b, a), uy), f32x4.mul(f32x4.sub(d, c), ty));
    const acrossY = f32x4.add(f32x4.mul(f32x4.sub(c, a), ux), f32x4.mul(f32x4.sub(d, b), tx));
    gx = f32x4.add(gx, f32x4.mul(g, acrossX));
    gy = f32x4.add(gy, f32x4.mul(g, acrossY));
    p0 += step;
    p1 += step;
    p2 += step;
    p3 += step;
    dyAt += (<usize>crop.channelStride) << 2;
  }
  storeDoubles(row.gx.at(j), f32x4.mul(gx, v128.load(cells.slopeX.at(j))));
  storeDoubles(row.gy.at(j), f32x4.mul(gy, v128.load(cells.slopeY.at(j))));
}

/** All points, the channels of each side by side. */
function slopePixelCells(row: Row, cells: CellsPlan): void {
  const image = row.image;
  const crop = row.crop;
  const from = changetype<Pointer<f32>>(row.imageAt);
  const dy = changetype<Pointer<f32>>(row.cropAt);
  const one = f32x4.splat(1);
  const right = (<usize>image.xStride) << 2;
  const down = (<usize>image.yStride) << 2;
  const channels = crop.channels;
  const offset = cells.offset;
  const tx = cells.tx;
  const ty = cells.ty;
  for (let j = 0; j < row.points; j++) {
    if (offset[j] < 0) {
      row.gx[j] = 0;
      row.gy[j] = 0;
      continue;
    }
    const x = v128.load32_splat(tx.at(j));
    const y = v128.load32_splat(ty.at(j));
    const ux = f32x4.sub(one, x);
    const uy = f32x4.sub(one, y);
    let at = from.at(offset[j]);
    let dyAt = dy.at(j * channels);
    let gx = f32x4.splat(0);
    let gy = f32x4.splat(0);
    for (let lanes = channels; lanes > 0; lanes -= 4, at += 16, dyAt += 16) {
      const a = Lanes.load(at, lanes);
      const b = Lanes.load(at + right, lanes);
      const c = Lanes.load(at + down, lanes);
      const d = Lanes.load(at + down + right, lanes);
      const g = Lanes.load(dyAt, lanes);
      const acrossX = f32x4.add(f32x4.mul(f32x4.sub(b, a), uy), f32x4.mul(f32x4.sub(d, c), y));
      const acrossY = f32x4.add(f32x4.mul(f32x4.sub(c, a), ux), f32x4.mul(f32x4.sub(d, b), x));
      gx = f32x4.add(gx, f32x4.mul(g, acrossX));
      gy = f32x4.add(gy, f32x4.mul(g, acrossY));
    }
    const sums = Lanes.sumOfBoth(gx, gy);
    row.gx[j] = <f64>(f32x4.extract_lane(sums, 0) * cells.slopeX[j]);
    row.gy[j] = <f64>(f32x4.extract_lane(sums, 2) * cells.slopeY[j]);
  }
}

function storeDoubles(address: usize, v: v128): void {
  v128.store(address, f64x2.promote_low_f32x4(v));
  v128.store(address, f64x2.promote_low_f32x4(v128.shuffle<f32>(v, v, 2, 3, 2, 3)), 16);
}
