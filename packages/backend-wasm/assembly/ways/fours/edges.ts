import { Lerp } from '../../memory/lerp';
import { Row } from '../../points/row';
import { FoursPlan } from './plan';
import { Sums } from './sums';

/** The taps of a bilinear point, some of which are outside, where the image goes on with pixels of `fillValue`. */
class EdgeTaps {
  @inline
  static isInside(row: Row, x: i32, y: i32, z: i32): bool {
    const image = row.image;
    return <u32>x < <u32>image.width && <u32>y < <u32>image.height && <u32>z < <u32>image.depth;
  }

  /** What a tap reads in the channel whose plane, or pixels, start at `plane`. */
  @inline
  static value<T>(row: Row, plan: FoursPlan, x: i32, y: i32, z: i32, plane: usize): f32 {
    if (!EdgeTaps.isInside(row, x, y, z)) return <f32>row.problem.fillValue;
    return <f32>load<T>(plane + x * plan.x.step + y * plan.y.step + z * plan.z.step);
  }

  /** What all four taps in a slice come to. */
  @inline
  static blend<T>(row: Row, plan: FoursPlan, x: i32, y: i32, z: i32, tx: f32, ty: f32, plane: usize): f32 {
    const a = EdgeTaps.value<T>(row, plan, x, y, z, plane);
    const above = Lerp.one(a, EdgeTaps.value<T>(row, plan, x + 1, y, z, plane), tx);
    const c = EdgeTaps.value<T>(row, plan, x, y + 1, z, plane);
    return Lerp.one(above, Lerp.one(c, EdgeTaps.value<T>(row, plan, x + 1, y + 1, z, plane), tx), ty);
  }
}

/** The largest float32 below 1. */
const BELOW_ONE: f32 = 1 - 1 / 16_777_216;

/** Samples a point on an edge; a place between -1 and 0 may have been rounded to 1. */
export function gatherEdge<T>(row: Row, plan: FoursPlan, j: i32): void {
  const x = plan.right[j];
  const y = plan.below[j];
  const tx = min(plan.tx[j], BELOW_ONE);
  const ty = min(plan.ty[j], BELOW_ONE);
  const z = plan.isVolume ? plan.behind[j] : 0;
  let plane = row.imageAt;
  let out = row.cropAt + ((<usize>(j * row.crop.xStride)) << 2);
  for (let c = 0; c < row.crop.channels; c++) {
    let value = EdgeTaps.blend<T>(row, plan, x, y, z, tx, ty, plane);
    if (plan.isVolume) {
      const far = EdgeTaps.blend<T>(row, plan, x, y, z + 1, tx, ty, plane);
      value = Lerp.one(value, far, min(plan.tz[j], BELOW_ONE));
    }
    store<f32>(out, value);
    plane += (<usize>row.image.channelStride) << alignof<T>();
    out += (<usize>row.crop.channelStride) << 2;
  }
}

/** What rounding moves a coordinate by, in units of the axis's length: 8u, as float32. */
const ROUNDING: f32 = 1 / 2_097_152;

/**
 * Whether rounding cannot have moved a point over a pixel's centre, where its slopes jump, and by the whole of a pixel at
 * the edge. Others have their slopes from their float64 coordinates.
 */
export function hasClearSlopes(row: Row, plan: FoursPlan, j: i32): bool {
  const isFlatClear = isClear(plan.tx[j], row.image.width) && isClear(plan.ty[j], row.image.height);
  return isFlatClear && (!plan.isVolume || isClear(plan.tz[j], row.image.depth));
}

function isClear(t: f32, length: i32): bool {
  return min(t, 1 - t) > ROUNDING * <f32>length;
}

/** Differentiates a point on an edge. */
export function slopeEdge<T>(row: Row, plan: FoursPlan, j: i32): void {
  const x = plan.right[j];
  const y = plan.below[j];
  let plane = row.imageAt;
  let dy = row.cropAt + ((<usize>(j * row.crop.xStride)) << 2);
  const slices = plan.isVolume ? 2 : 1;
  let gx: f32 = 0;
  let gy: f32 = 0;
  let gz: f32 = 0;
  for (let n = 0; n < row.crop.channels; n++) {
    const g = load<f32>(dy);
    for (let k = 0; k < slices; k++) {
      const z = plan.isVolume ? plan.behind[j] + k : 0;
      const a = EdgeTaps.value<T>(row, plan, x, y, z, plane);
      const b = EdgeTaps.value<T>(row, plan, x + 1, y, z, plane);
      const c = EdgeTaps.value<T>(row, plan, x, y + 1, z, plane);
      const d = EdgeTaps.value<T>(row, plan, x + 1, y + 1, z, plane);
      const weight: f32 = plan.isVolume ? (k === 0 ? 1 - plan.tz[j] : plan.tz[j]) : 1;
      gx += g * (weight * Lerp.one(b - a, d - c, plan.ty[j]));
      gy += g * (weight * Lerp.one(c - a, d - b, plan.tx[j]));
      const value = Lerp.one(Lerp.one(a, b, plan.tx[j]), Lerp.one(c, d, plan.tx[j]), plan.ty[j]);
      gz += g * (k === 0 ? -value : value);
    }
    plane += (<usize>row.image.channelStride) << alignof<T>();
    dy += (<usize>row.crop.channelStride) << 2;
  }
  row.gx[j] = <f64>(gx * plan.slope[2 * j]);
  row.gy[j] = <f64>(gy * plan.slope[2 * j + 1]);
  if (plan.isVolume) row.gz[j] = <f64>(gz * plan.slopeZ[j]);
}

/** The transpose of `gatherEdge`. */
export function scatterEdge<A>(row: Row, plan: FoursPlan, j: i32): void {
  const x = plan.right[j];
  const y = plan.below[j];
  const tx = plan.tx[j];
  const ty = plan.ty[j];
  const slices = plan.isVolume ? 2 : 1;
  for (let k = 0; k < slices; k++) {
    const z = plan.isVolume ? plan.behind[j] + k : 0;
    const weight: f32 = plan.isVolume ? (k === 0 ? 1 - plan.tz[j] : plan.tz[j]) : 1;
    scatterTap<A>(row, plan, j, x, y, z, (1 - tx) * (1 - ty) * weight);
    scatterTap<A>(row, plan, j, x + 1, y, z, tx * (1 - ty) * weight);
    scatterTap<A>(row, plan, j, x, y + 1, z, (1 - tx) * ty * weight);
    scatterTap<A>(row, plan, j, x + 1, y + 1, z, tx * ty * weight);
  }
}

function scatterTap<A>(row: Row, plan: FoursPlan, j: i32, x: i32, y: i32, z: i32, weight: f32): void {
  if (!EdgeTaps.isInside(row, x, y, z)) return;
  let sum = row.imageAt + Sums.at<A>(x * plan.x.step + y * plan.y.step + z * plan.z.step);
  let dy = row.cropAt + ((<usize>(j * row.crop.xStride)) << 2);
  for (let n = 0; n < row.crop.channels; n++) {
    Sums.addAny<A>(sum, weight, load<f32>(dy));
    sum += (<usize>row.image.channelStride) << alignof<A>();
    dy += (<usize>row.crop.channelStride) << 2;
  }
}
