import { Lanes } from '../../memory/lanes';
import { Lerp } from '../../memory/lerp';
import { Pointer } from '../../memory/pointer';
import { Row } from '../../points/row';
import { gatherInfinite, gatherOne } from '../taps/gather';
import { TapsPlan } from '../taps/plan';
import { findVolumeCells, VolumeCellsPlan } from './plan';

/** Samples a row cell by cell; points with no whole cell, and those that come out infinite or NaN, tap by tap. */
export function gatherVolumeCells<T>(row: Row, cells: VolumeCellsPlan, tapsPlan: TapsPlan): void {
  findVolumeCells(cells, row, true);
  const sum = gatherWholeCells<T>(row, cells);
  if (cells.hasParts) {
    for (let j = 0; j < row.points; j++) if (cells.offset[j] < 0) gatherOne<T>(row, j, tapsPlan);
  }
  if (!isFinite(sum)) gatherInfinite<T>(row, tapsPlan);
}

/** The points with a whole cell. The answer is a sum of the samples, which is finite only if all of them are. */
function gatherWholeCells<T>(row: Row, cells: VolumeCellsPlan): f64 {
  const volume = changetype<Pointer<T>>(row.imageAt);
  const crop = changetype<Pointer<f32>>(row.cropAt);
  const volumeLayout = row.image;
  const cropLayout = row.crop;
  const right = volumeLayout.xStride;
  const down = volumeLayout.yStride;
  const back = volumeLayout.zStride;
  let sum: f64 = 0;
  for (let j = 0; j < row.points; j++) {
    if (cells.offset[j] < 0) continue;
    const tx = Lerp.place(cells.tx[j]);
    const ty = Lerp.place(cells.ty[j]);
    const tz = Lerp.place(cells.tz[j]);
    let at = cells.offset[j];
    let to = j * cropLayout.xStride;
    if (isFloat<T>()) {
      if (right > 1) {
        const address = volume.at(at);
        if (right === 2) {
          // A voxel and the one to its right make one vector.
          const v = CellRows.blend(address, down << 2, back << 2, ty, tz, 4);
          const w = Lerp.four(v, v128.shuffle<f32>(v, v, 2, 3, 0, 1), f32x4.splat(tx));
          v128.store_lane<f64>(crop.at(to), w, 0);
          sum += <f64>f32x4.extract_lane(w, 0) + <f64>f32x4.extract_lane(w, 1);
        } else {
          for (let n = 0; n < right; n += 4) {
            const lanes = right - n;
            const l = CellRows.blend(address + (n << 2), down << 2, back << 2, ty, tz, lanes);
            const r = CellRows.blend(address + ((n + right) << 2), down << 2, back << 2, ty, tz, lanes);
            const v = Lerp.four(l, r, f32x4.splat(tx));
            Lanes.store(crop.at(to + n), v, lanes);
            sum += Lanes.sum(v);
          }
        }
        continue;
      }
    }
    for (let n = 0; n < cropLayout.channels; n++) {
      const l = CellRows.blendOne<T>(volume, at, down, back, ty, tz);
      const r = CellRows.blendOne<T>(volume, at + right, down, back, ty, tz);
      const value = Lerp.one(l, r, tx);
      crop[to] = value;
      if (isFloat<T>()) sum += <f64>value;
      at += volumeLayout.channelStride;
      to += cropLayout.channelStride;
    }
  }
  return sum;
}

/** The four rows of a cell, blended along y, near and far, and then along z. */
class CellRows {
  @inline
  static blend(at: usize, down: usize, back: usize, ty: f32, tz: f32, lanes: i32): v128 {
    const y = f32x4.splat(ty);
    const behind = at + back;
    const near = Lerp.four(Lanes.load(at, lanes), Lanes.load(at + down, lanes), y);
    const far = Lerp.four(Lanes.load(behind, lanes), Lanes.load(behind + down, lanes), y);
    return Lerp.four(near, far, f32x4.splat(tz));
  }

  @inline
  static blendOne<T>(volume: Pointer<T>, at: i32, down: i32, back: i32, ty: f32, tz: f32): f32 {
    const behind = at + back;
    const near = Lerp.one(<f32>volume[at], <f32>volume[at + down], ty);
    const far = Lerp.one(<f32>volume[behind], <f32>volume[behind + down], ty);
    return Lerp.one(near, far, tz);
  }
}
