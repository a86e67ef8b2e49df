import { BICUBIC, BILINEAR, isLinear, NEAREST } from '../../axis/modes';
import { Lanes } from '../../memory/lanes';
import { Row } from '../../points/row';
import { TapsPlan } from '../taps/plan';
import { scatterOne } from '../taps/scatter';
import { findCubicEdge, scatterCubicEdge } from './cubic-edges';
import { scatterEdge } from './edges';
import { FoursPlan, locateOne, SINGLE } from './plan';
import { planFours } from './plan-fours';
import { scatterPlanes } from './scatter-planes';
import { InImage, InVolume } from './space';
import { Sums } from './sums';

/** The transpose of `gatherFours`: points on an edge one by one. */
export function scatterFours<A>(row: Row, plan: FoursPlan, tapsPlan: TapsPlan): void {
  planFours(plan, row, false);
  scatterPlanned<A>(row, plan);
  if (!plan.hasSingles) return;
  for (let j = 0; j < row.points; j++) {
    if (plan.offset[j] !== SINGLE) continue;
    if (plan.hasEdges && isLinear(row.problem.mode)) {
      scatterEdge<A>(row, plan, j);
    } else if (plan.hasEdges && findCubicEdge(row, plan, j)) {
      scatterCubicEdge<A>(row, plan, j);
    } else {
      locateOne(row, j);
      scatterOne<A>(row, j, tapsPlan);
    }
  }
}

function scatterPlanned<A>(row: Row, plan: FoursPlan): void {
  const sums = row.imageAt;
  const dy = row.cropAt;
  const points = row.points;
  const mode = row.problem.mode;
  const channels = row.image.inner;
  if (channels === 1) scatterPlanes<A>(row, plan);
  else if (mode === BICUBIC) scatterBicubic<A>(plan, sums, dy, points, channels);
  else if (mode === NEAREST) scatterNearest<A>(plan, sums, dy, points, channels);
  else if (mode !== BILINEAR) unreachable();
  else if (plan.isVolume) scatterBilinear<InVolume, A>(plan, sums, dy, points, channels);
  else scatterBilinear<InImage, A>(plan, sums, dy, points, channels);
}

function scatterNearest<A>(plan: FoursPlan, sums: usize, dy: usize, points: i32, channels: i32): void {
  const offset = plan.offset;
  for (let j = 0; j < points; j++, dy += (<usize>channels) << 2) {
    const o = offset[j];
    if (o < 0) continue;
    const to = sums + Sums.at<A>(o);
    for (let n = 0; n < channels; n += 4) {
      Sums.add<A>(to + ((<usize>n) << alignof<A>()), Lanes.load(dy + ((<usize>n) << 2), channels - n), channels - n);
    }
  }
}

/** Pixels of 2 or 3 channels, side by side: the number is a constant where this is inlined. */
class FewChannels {
  @inline
  static scatter<D, A>(plan: FoursPlan, sums: usize, dy: usize, points: i32, channels: i32): void {
    const corners = plan.corners.at(0);
    const offset = plan.offset;
    const rights = plan.right;
    const belows = plan.below;
    const tx = plan.tx;
    const ty = plan.ty;
    const isVolume = changetype<D>(0).isVolume;
    for (let j = 0; j < points; j++, dy += (<usize>channels) << 2) {
      const o = offset[j];
      if (o < 0) continue;
      const to = sums + Sums.at<A>(o);
      const right = Sums.at<A>(rights[j]);
      const below = Sums.at<A>(belows[j]);
      let w = Weights.of(corners, tx.at(j), ty.at(j));
      const g = Lanes.load(dy, channels);
      if (isVolume) {
        const z = v128.load32_splat(plan.tz.at(j));
        FewChannels.add<A>(to + Sums.at<A>(plan.behind[j]), right, below, f32x4.mul(w, z), g, channels);
        w = f32x4.mul(w, f32x4.sub(f32x4.splat(1), z));
      }
      FewChannels.add<A>(to, right, below, w, g, channels);
    }
  }

  /** Adds to a pixel, the one to the right, and the two below them, as the weights say. */
  @inline
  static add<A>(to: usize, right: usize, below: usize, w: v128, g: v128, channels: i32): void {
    const under = to + below;
    if (i32x4.all_true(w)) {
      Sums.add<A>(to, f32x4.mul(v128.shuffle<f32>(w, w, 0, 0, 0, 0), g), channels);
      Sums.add<A>(to + right, f32x4.mul(v128.shuffle<f32>(w, w, 1, 1, 1, 1), g), channels);
      Sums.add<A>(under, f32x4.mul(v128.shuffle<f32>(w, w, 2, 2, 2, 2), g), channels);
      Sums.add<A>(under + right, f32x4.mul(v128.shuffle<f32>(w, w, 3, 3, 3, 3), g), channels);
      return;
    }
    addVector<A>(to, f32x4.extract_lane(w, 0), g, channels);
    addVector<A>(to + right, f32x4.extract_lane(w, 1), g, channels);
    addVector<A>(under, f32x4.extract_lane(w, 2), g, channels);
    addVector<A>(under + right, f32x4.extract_lane(w, 3), g, channels);
  }
}

function scatterBilinear<D, A>(plan: FoursPlan, sums: usize, dy: usize, points: i32, channels: i32): void {
  if (channels === 3) FewChannels.scatter<D, A>(plan, sums, dy, points, 3);
  else if (channels === 2) FewChannels.scatter<D, A>(plan, sums, dy, points, 2);
  else ManyChannels.scatter<D, A>(plan, sums, dy, points, channels);
}

/** Four channels and more. */
class ManyChannels {
  @inline
  static scatter<D, A>(plan: FoursPlan, sums: usize, dy: usize, points: i32, channels: i32): void {
    const corners = plan.corners.at(0);
    const offset = plan.offset;
    for (let j = 0; j < points; j++, dy += (<usize>channels) << 2) {
      const o = offset[j];
      if (o < 0) continue;
      const to = sums + Sums.at<A>(o);
      const right = Sums.at<A>(plan.right[j]);
      const below = Sums.at<A>(plan.below[j]);
      let w = Weights.of(corners, plan.tx.at(j), plan.ty.at(j));
      if (changetype<D>(0).isVolume) {
        const z = v128.load32_splat(plan.tz.at(j));
        ManyChannels.add<A>(to + Sums.at<A>(plan.behind[j]), right, below, f32x4.mul(w, z), dy, channels);
        w = f32x4.mul(w, f32x4.sub(f32x4.splat(1), z));
      }
      ManyChannels.add<A>(to, right, below, w, dy, channels);
    }
  }

  /** Adds to a pixel, the one to the right, and the two below them, as the weights say. */
  @inline
  static add<A>(to: usize, right: usize, below: usize, w: v128, dy: usize, channels: i32): void {
    const under = to + below;
    const w0 = v128.shuffle<f32>(w, w, 0, 0, 0, 0);
    const w1 = v128.shuffle<f32>(w, w, 1, 1, 1, 1);
    const w2 = v128.shuffle<f32>(w, w, 2, 2, 2, 2);
    const w3 = v128.shuffle<f32>(w, w, 3, 3, 3, 3);
    let n = 0;
    if (i32x4.all_true(w)) {
      for (; n <= channels - 4; n += 4) {
        const g = v128.load(dy + ((<usize>n) << 2));
        const at = (<usize>n) << alignof<A>();
        Sums.add<A>(to + at, f32x4.mul(w0, g), 4);
        Sums.add<A>(to + right + at, f32x4.mul(w1, g), 4);
        Sums.add<A>(under + at, f32x4.mul(w2, g), 4);
        Sums.add<A>(under + right + at, f32x4.mul(w3, g), 4);
      }
    }
    for (; n < channels; n += 4) {
      const g = Lanes.load(dy + ((<usize>n) << 2), channels - n);
      const at = (<usize>n) << alignof<A>();
      addVector<A>(to + at, f32x4.extract_lane(w, 0), g, channels - n);
      addVector<A>(to + right + at, f32x4.extract_lane(w, 1), g, channels - n);
      addVector<A>(under + at, f32x4.extract_lane(w, 2), g, channels - n);
      addVector<A>(under + right + at, f32x4.extract_lane(w, 3), g, channels - n);
    }
  }
}

class Weights {
  /** Those of a point's taps, left and right, above and then below: (1 - tx, tx, …) · (1 - ty, 1 - ty, …). */
  @inline
  static of(corners: usize, tx: usize, ty: usize): v128 {
    const x = f32x4.abs(f32x4.sub(v128.load(corners), v128.load32_splat(tx)));
    const y = f32x4.abs(f32x4.sub(v128.load(corners, 16), v128.load32_splat(ty)));
    return f32x4.mul(x, y);
  }
}

/** A tap of weight 0 adds nothing, even when dy is infinite. */
function addVector<A>(to: usize, weight: f32, g: v128, lanes: i32): void {
  if (weight !== 0) Sums.add<A>(to, f32x4.mul(f32x4.splat(weight), g), lanes);
}

function scatterBicubic<A>(plan: FoursPlan, sums: usize, dy: usize, points: i32, channels: i32): void {
  const offset = plan.offset;
  const right = Sums.at<A>(plan.x.step);
  const down = Sums.at<A>(plan.y.step);
  for (let j = 0; j < points; j++, dy += (<usize>channels) << 2) {
    const o = offset[j];
    if (o < 0) continue;
    const x = v128.load(plan.weights.x.at(4 * j));
    let y = plan.weights.y.at(4 * j);
    let row = sums + Sums.at<A>(o);
    for (let k = 0; k < 4; k++, row += down, y += 4) {
      const w = f32x4.mul(x, v128.load32_splat(y));
      const w0 = v128.shuffle<f32>(w, w, 0, 0, 0, 0);
      const w1 = v128.shuffle<f32>(w, w, 1, 1, 1, 1);
      const w2 = v128.shuffle<f32>(w, w, 2, 2, 2, 2);
      const w3 = v128.shuffle<f32>(w, w, 3, 3, 3, 3);
      let n = 0;
      if (i32x4.all_true(w)) {
        for (; n <= channels - 4; n += 4) {
          const g = v128.load(dy + ((<usize>n) << 2));
          const at = row + ((<usize>n) << alignof<A>());
          Sums.add<A>(at, f32x4.mul(w0, g), 4);
          Sums.add<A>(at + right, f32x4.mul(w1, g), 4);
          Sums.add<A>(at + 2 * right, f32x4.mul(w2, g), 4);
          Sums.add<A>(at + 3 * right, f32x4.mul(w3, g), 4);
        }
      }
      for (; n < channels; n += 4) {
        const g = Lanes.load(dy + ((<usize>n) << 2), channels - n);
        const at = row + ((<usize>n) << alignof<A>());
        addVector<A>(at, f32x4.extract_lane(w, 0), g, channels - n);
        addVector<A>(at + right, f32x4.extract_lane(w, 1), g, channels - n);
        addVector<A>(at + 2 * right, f32x4.extract_lane(w, 2), g, channels - n);
        addVector<A>(at + 3 * right, f32x4.extract_lane(w, 3), g, channels - n);
      }
    }
  }
}
