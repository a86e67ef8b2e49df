import { Lanes } from '../../memory/lanes';
import { Layout } from '../../memory/layout';
import { Lerp } from '../../memory/lerp';
import { Pointer } from '../../memory/pointer';
import { VolumeCells } from './plan';

/**
 * `gatherRow` for points of a volume with a whole cell; others are left alone. Arguments as there. The answer is a sum of
 * the samples, which is finite only if all of them are.
 */
export function gatherVolumeCells<T>(
  crop: Pointer<f32>,
  cropAt: i32,
  cropLayout: Layout,
  points: i32,
  volume: Pointer<T>,
  volumeAt: i32,
  volumeLayout: Layout,
  cells: VolumeCells,
): f64 {
  const right = volumeLayout.xStride;
  const down = volumeLayout.yStride;
  const back = volumeLayout.zStride;
  let sum: f64 = 0;
  for (let j = 0; j < points; j++) {
    if (cells.offset[j] < 0) continue;
    const tx = Lerp.place(cells.tx[j]);
    const ty = Lerp.place(cells.ty[j]);
    const tz = Lerp.place(cells.tz[j]);
    let at = volumeAt + cells.offset[j];
    let to = cropAt + j * cropLayout.xStride;
    if (ASC_FEATURE_SIMD) {
      if (isFloat<T>() && right > 1) {
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
