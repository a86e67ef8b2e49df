import { Layout } from '../../memory/layout';
import { Pointer } from '../../memory/pointer';
import { Row } from '../../points/row';
import { TapsPlan } from '../taps/plan';
import { scatterOne } from '../taps/scatter';
import { findVolumeCells, VolumeCellsPlan } from './plan';

/** The transpose of `gatherVolumeCells`: points with no whole cell tap by tap. */
export function scatterVolumeCells<A>(row: Row, cells: VolumeCellsPlan, tapsPlan: TapsPlan): void {
  findVolumeCells(cells, row, false);
  scatterWholeCells<A>(row, cells);
  if (!cells.hasParts) return;
  for (let j = 0; j < row.points; j++) if (cells.offset[j] < 0) scatterOne<A>(row, j, tapsPlan);
}

function scatterWholeCells<A>(row: Row, cells: VolumeCellsPlan): void {
  const dvolume = changetype<Pointer<A>>(row.imageAt);
  const dy = changetype<Pointer<f32>>(row.cropAt);
  const volumeLayout = row.image;
  const cropLayout = row.crop;
  const down = volumeLayout.yStride;
  const back = volumeLayout.zStride;
  for (let j = 0; j < row.points; j++) {
    if (cells.offset[j] < 0) continue;
    const tx = cells.tx[j];
    const ty = cells.ty[j];
    const tz = cells.tz[j];
    const to = dvolume.from(cells.offset[j]);
    const from = dy.from(j * cropLayout.xStride);
    VoxelPair.add<A>(to, volumeLayout, from, cropLayout, (1 - tz) * (1 - ty), tx);
    VoxelPair.add<A>(to.from(down), volumeLayout, from, cropLayout, (1 - tz) * ty, tx);
    VoxelPair.add<A>(to.from(back), volumeLayout, from, cropLayout, tz * (1 - ty), tx);
    VoxelPair.add<A>(to.from(back + down), volumeLayout, from, cropLayout, tz * ty, tx);
  }
}

class VoxelPair {
  /** A voxel and the one to its right: += weight · (1 - tx) · dy, and weight · tx · dy. */
  @inline
  static add<A>(to: Pointer<A>, volume: Layout, dy: Pointer<f32>, crop: Layout, weight: f32, tx: f32): void {
    const left: f32 = weight * (1 - tx);
    const right = weight * tx;
    if (sizeof<A>() === 4) {
      if (volume.xStride === 2 && left !== 0 && right !== 0) {
        const w = v128.shuffle<f32>(f32x4.splat(left), f32x4.splat(right), 0, 0, 4, 4);
        v128.store(to.at(0), f32x4.add(v128.load(to.at(0)), f32x4.mul(w, v128.load64_splat(dy.at(0)))));
        return;
      }
    }
    // A tap of weight 0 adds nothing, even when dy is infinite.
    if (left !== 0) addVoxel<A>(to, volume, dy, crop, left);
    if (right !== 0) addVoxel<A>(to.from(volume.xStride), volume, dy, crop, right);
  }
}

/** voxel += weight · dy, all channels. */
function addVoxel<A>(to: Pointer<A>, volume: Layout, dy: Pointer<f32>, crop: Layout, weight: f32): void {
  let at = 0;
  let from = 0;
  for (let n = 0; n < crop.channels; n++) {
    to[at] = to[at] + <A>(weight * dy[from]);
    at += volume.channelStride;
    from += crop.channelStride;
  }
}
