import { BilinearCells } from './bilinear-cells';
import { Lanes } from './lanes';
import { Layout } from './layout';
import { Pointer } from './pointer';

/** `gatherRow` for points of a volume with a whole cell; others are left alone. Arguments as there. */
export function gatherVolumeCells<T>(
  crop: Pointer<f32>,
  cropAt: i32,
  cropLayout: Layout,
  points: i32,
  volume: Pointer<T>,
  volumeAt: i32,
  volumeLayout: Layout,
  cells: BilinearCells,
): void {
  const right = volumeLayout.xStride;
  const down = volumeLayout.yStride;
  const back = volumeLayout.zStride;
  for (let j = 0; j < points; j++) {
    if (cells.offset[j] < 0) continue;
    const tx = cells.tx[j];
    const ty = cells.ty[j];
    const tz = cells.tz[j];
    const a: f32 = (1 - tz) * (1 - ty);
    const b: f32 = (1 - tz) * ty;
    const c: f32 = tz * (1 - ty);
    const d: f32 = tz * ty;
    let at = volumeAt + cells.offset[j];
    let to = cropAt + j * cropLayout.xStride;
    if (ASC_FEATURE_SIMD) {
      if (isFloat<T>() && right > 1) {
        const address = volume.at(at);
        if (right === 2) {
          // A voxel and the one to its right make one vector.
          const v = CellRows.blend(address, down << 2, back << 2, a, b, c, d, 4);
          const w = v128.shuffle<f32>(f32x4.splat(1 - tx), f32x4.splat(tx), 0, 0, 4, 4);
          const sides = f32x4.mul(v, w);
          v128.store_lane<f64>(crop.at(to), f32x4.add(sides, v128.shuffle<f32>(sides, sides, 2, 3, 0, 1)), 0);
        } else {
          for (let n = 0; n < right; n += 4) {
            const lanes = right - n;
            const l = CellRows.blend(address + (n << 2), down << 2, back << 2, a, b, c, d, lanes);
            const r = CellRows.blend(address + ((n + right) << 2), down << 2, back << 2, a, b, c, d, lanes);
            const v = f32x4.add(f32x4.mul(f32x4.splat(1 - tx), l), f32x4.mul(f32x4.splat(tx), r));
            Lanes.store(crop.at(to + n), v, lanes);
          }
        }
        continue;
      }
    }
    for (let n = 0; n < cropLayout.channels; n++) {
      const e = at + down;
      const f = at + back;
      const g = f + down;
      const l: f32 = a * <f32>volume[at] + b * <f32>volume[e] + (c * <f32>volume[f] + d * <f32>volume[g]);
      const r: f32 =
        a * <f32>volume[at + right] +
        b * <f32>volume[e + right] +
        (c * <f32>volume[f + right] + d * <f32>volume[g + right]);
      crop[to] = (1 - tx) * l + tx * r;
      at += volumeLayout.channelStride;
      to += cropLayout.channelStride;
    }
  }
}

class CellRows {
  /** The weighted sum of four rows of a cell. */
  @inline
  static blend(at: usize, down: usize, back: usize, a: f32, b: f32, c: f32, d: f32, lanes: i32): v128 {
    const near = f32x4.add(
      f32x4.mul(f32x4.splat(a), Lanes.load(at, lanes)),
      f32x4.mul(f32x4.splat(b), Lanes.load(at + down, lanes)),
    );
    const far = f32x4.add(
      f32x4.mul(f32x4.splat(c), Lanes.load(at + back, lanes)),
      f32x4.mul(f32x4.splat(d), Lanes.load(at + back + down, lanes)),
    );
    return f32x4.add(near, far);
  }
}
