import { BICUBIC, BILINEAR } from '../../axis/modes';
import { Layout } from '../../memory/layout';

import { Cubic } from './cubic';
import { Fours } from './plan';
import { Sums } from './sums';

/** `scatterFours` where each channel has a plane of its own. */
export function scatterPlanes<A>(
  fours: Fours,
  sums: usize,
  to: Layout,
  dy: usize,
  from: Layout,
  points: i32,
  mode: i32,
): void {
  for (let c = 0; c < to.channels; c++) {
    if (mode === BILINEAR) scatterBilinear<A>(fours, sums, dy, points);
    else if (mode === BICUBIC) scatterBicubic<A>(fours, sums, dy, points);
    else scatterNearest<A>(fours, sums, dy, points);
    sums += (<usize>to.channelStride) << alignof<A>();
    dy += (<usize>from.channelStride) << 2;
  }
}

function scatterNearest<A>(fours: Fours, sums: usize, dy: usize, points: i32): void {
  const offset = fours.offset;
  for (let j = 0; j < points; j++, dy += 4) {
    const o = offset[j];
    if (o >= 0) Sums.addOne<A>(sums + Sums.at<A>(o), 1, load<f32>(dy));
  }
}

function scatterBilinear<A>(fours: Fours, sums: usize, dy: usize, points: i32): void {
  const offset = fours.offset;
  const right = fours.right;
  const below = fours.below;
  const tx = fours.tx;
  const ty = fours.ty;
  for (let j = 0; j < points; j++, dy += 4) {
    const o = offset[j];
    if (o < 0) continue;
    const a = sums + Sums.at<A>(o);
    const b = a + Sums.at<A>(right[j]);
    const down = Sums.at<A>(below[j]);
    const x = tx[j];
    const y = ty[j];
    const g = load<f32>(dy);
    Sums.addOne<A>(a, (1 - x) * (1 - y), g);
    Sums.addOne<A>(b, x * (1 - y), g);
    Sums.addOne<A>(a + down, (1 - x) * y, g);
    Sums.addOne<A>(b + down, x * y, g);
  }
}

function scatterBicubic<A>(fours: Fours, sums: usize, dy: usize, points: i32): void {
  const offset = fours.offset;
  const down = Sums.at<A>(fours.y.step);
  for (let j = 0; j < points; j++, dy += 4) {
    const o = offset[j];
    if (o < 0) continue;
    const x = Cubic.weights(v128.load32_splat(fours.tx.at(j)));
    let y = Cubic.weights(v128.load32_splat(fours.ty.at(j)));
    const g = v128.load32_splat(dy);
    let row = sums + Sums.at<A>(o);
    for (let k = 0; k < 4; k++, row += down, y = v128.shuffle<f32>(y, y, 1, 2, 3, 0)) {
      const w = f32x4.mul(x, v128.shuffle<f32>(y, y, 0, 0, 0, 0));
      // A tap of weight 0 adds nothing, even when dy is infinite.
      const counts = v128.not(f32x4.eq(w, f32x4.splat(0)));
      Sums.add<A>(row, v128.and(counts, f32x4.mul(w, g)), 4);
    }
  }
}
