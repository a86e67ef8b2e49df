import { Lanes } from '../../memory/lanes';
import { Pointer } from '../../memory/pointer';
import { Row } from '../../points/row';
import { ListsPlan } from './plan';

/** `scatterLists` for point j, whose taps along x lie side by side, to a float32 image, in vectors as `gatherRun`. */
export function scatterRun(row: Row, j: i32, plan: ListsPlan): void {
  const image = row.image;
  const y = plan.y;
  const z = plan.z;
  const dy = changetype<Pointer<f32>>(row.cropAt).from(j * row.crop.xStride);
  const start = row.imageAt + ((<usize>(plan.x.index[0] * image.xStride)) << 2);
  for (let c = 0; c < z.taken[0]; c++) {
    for (let b = 0; b < y.taken[0]; b++) {
      const rowWeight = <f32>(z.weight[c] * y.weight[b]);
      if (rowWeight === 0) continue;
      const at = start + ((<usize>(z.index[c] * image.zStride + y.index[b] * image.yStride)) << 2);
      if (image.inner === 1) {
        for (let n = 0; n < image.channels; n++) {
          addValues(plan, at + ((<usize>(n * image.channelStride)) << 2), rowWeight * dy[n * row.crop.channelStride]);
        }
        continue;
      }
      for (let n = 0; n < image.channels; n += 4) {
        const lanes = image.channels - n;
        const g = f32x4.mul(f32x4.splat(rowWeight), Lanes.load(dy.at(n), lanes));
        addPixels(plan, at + ((<usize>n) << 2), g, image.inner, lanes);
      }
    }
  }
}

/** Four taps at a time. */
function addValues(plan: ListsPlan, at: usize, g: f32): void {
  const gs = f32x4.splat(g);
  let n = plan.x.taken[0];
  let weight = plan.weight.at(0);
  for (; n >= 4; n -= 4, at += 16, weight += 16) {
    v128.store(at, f32x4.add(v128.load(at), weighed(v128.load(weight), gs)));
  }
  if (n > 0) Lanes.add(at, weighed(v128.load(weight), gs), n);
}

/** A pixel at a time, and no more of it: to read what overlaps with what was just written takes longer. */
function addPixels(plan: ListsPlan, at: usize, g: v128, inner: i32, lanes: i32): void {
  const pixel = (<usize>inner) << 2;
  let weight = plan.weight.at(0);
  for (const end = weight + ((<usize>plan.x.taken[0]) << 2); weight < end; weight += 4, at += pixel) {
    Lanes.add(at, weighed(v128.load32_splat(weight), g), lanes);
  }
}

/** weight · g; 0 where the weight is, even when g is infinite. */
function weighed(weight: v128, g: v128): v128 {
  return v128.andnot(f32x4.mul(weight, g), f32x4.eq(weight, f32x4.splat(0)));
}
