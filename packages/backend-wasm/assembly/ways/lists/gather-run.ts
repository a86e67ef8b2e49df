import { outsideWeight } from '../../axis/row-taps';
import { Lanes } from '../../memory/lanes';
import { Row } from '../../points/row';
import { isFinitePoint } from '../taps/gather';
import { ListsPlan } from './plan';

/**
 * `gatherProduct` for a point of float32 pixels whose taps along x lie side by side, in float32 vectors: of a pixel's channels,
 * or of four pixels in planes. Says whether the sample is finite; differences of large numbers may not be, where it is.
 */
export function gatherRun(row: Row, j: i32, plan: ListsPlan): bool {
  const image = row.image;
  const to = row.cropAt + ((<usize>(j * row.crop.xStride)) << 2);
  const start = row.imageAt + ((<usize>(plan.x.index[0] * image.xStride)) << 2);
  const heaviest = row.imageAt + ((<usize>plan.heaviestPixel(image)) << 2);
  const outside = <f32>outsideWeight(plan.taps, 0);
  const fill = <f32>row.problem.fillValue;
  const inner = image.inner;
  for (let c = 0; c < image.channels; c += inner === 1 ? 1 : 4) {
    const channel = (<usize>(c * image.channelStride)) << 2;
    const lanes = image.channels - c;
    if (inner === 1) {
      const base = load<f32>(heaviest + channel);
      let value = base + <f32>Lanes.sum(sumRows(row, plan, start + channel, f32x4.splat(base), 1));
      if (outside !== 0) value += outside * (fill - base);
      store<f32>(to + ((<usize>(c * row.crop.channelStride)) << 2), value);
    } else {
      const base = Lanes.load(heaviest + channel, lanes);
      let v = f32x4.add(base, sumRows(row, plan, start + channel, base, lanes));
      if (outside !== 0) v = f32x4.add(v, f32x4.mul(f32x4.splat(outside), f32x4.sub(f32x4.splat(fill), base)));
      Lanes.store(to + channel, v, lanes);
    }
  }
  return isFinitePoint(row, j);
}

/** Σ weight · (pixel - base) over the rows that the point reads. */
function sumRows(row: Row, plan: ListsPlan, start: usize, base: v128, lanes: i32): v128 {
  const image = row.image;
  const y = plan.y;
  const z = plan.z;
  let sum = f32x4.splat(0);
  for (let c = 0; c < z.taken[0]; c++) {
    for (let b = 0; b < y.taken[0]; b++) {
      const weight = <f32>(z.weight[c] * y.weight[b]);
      if (weight === 0) continue;
      const at = start + ((<usize>(z.index[c] * image.zStride + y.index[b] * image.yStride)) << 2);
      const v = image.inner === 1 ? sumValues(plan, at, base) : sumPixels(plan, at, base, image.inner, lanes);
      sum = f32x4.add(sum, f32x4.mul(f32x4.splat(weight), v));
    }
  }
  return sum;
}

/** Four taps at a time; the lanes behind the last one are 0. */
function sumValues(plan: ListsPlan, at: usize, base: v128): v128 {
  let n = plan.x.taken[0];
  let weight = plan.weight.at(0);
  let v = f32x4.splat(0);
  for (; n >= 4; n -= 4, at += 16, weight += 16) {
    v = f32x4.add(v, f32x4.mul(v128.load(weight), f32x4.sub(v128.load(at), base)));
  }
  if (n === 0) return v;
  return f32x4.add(v, f32x4.mul(v128.load(weight), v128.and(Lanes.mask(n), f32x4.sub(Lanes.load(at, n), base))));
}

/** A pixel at a time; what is read behind its channels is the next one's, but of the last. */
function sumPixels(plan: ListsPlan, at: usize, base: v128, inner: i32, lanes: i32): v128 {
  const pixel = (<usize>inner) << 2;
  let weight = plan.weight.at(0);
  let v = f32x4.splat(0);
  for (const end = weight + ((<usize>(plan.x.taken[0] - 1)) << 2); weight < end; weight += 4, at += pixel) {
    v = f32x4.add(v, f32x4.mul(v128.load32_splat(weight), f32x4.sub(v128.load(at), base)));
  }
  return f32x4.add(v, f32x4.mul(v128.load32_splat(weight), f32x4.sub(Lanes.load(at, lanes), base)));
}
