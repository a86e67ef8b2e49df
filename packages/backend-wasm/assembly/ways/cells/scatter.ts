import { Lanes } from '../../memory/lanes';
import { Layout } from '../../memory/layout';
import { Pointer } from '../../memory/pointer';
import { Row } from '../../points/row';
import { TapsPlan } from '../taps/plan';
import { scatterOne } from '../taps/scatter';
import { CellsPlan, findCells, PART_OF_CELL, padPoints } from './plan';

/** The transpose of `gatherCells`: points with a part of a cell tap by tap. */
export function scatterCells<A>(row: Row, cells: CellsPlan, tapsPlan: TapsPlan): void {
  padPoints(cells, row);
  findCells(cells, row, false);
  scatterWholeCells<A>(row, cells);
  if (!cells.hasParts) return;
  for (let j = 0; j < row.points; j++) if (cells.offset[j] === PART_OF_CELL) scatterOne<A>(row, j, tapsPlan);
}

function scatterWholeCells<A>(row: Row, cells: CellsPlan): void {
  const image = row.image;
  const crop = row.crop;
  const right = image.xStride;
  const down = image.yStride;
  if (sizeof<A>() === 4) {
    if (right === 2 || right === 3) {
      if (right === 3) SmallPixels.scatter(row, cells, 3);
      else SmallPixels.scatter(row, cells, 2);
      return;
    }
  }
  const dimage = changetype<Pointer<A>>(row.imageAt);
  const dy = changetype<Pointer<f32>>(row.cropAt);
  for (let j = 0; j < row.points; j++) {
    if (cells.offset[j] < 0) continue;
    const tx = cells.tx[j];
    const ty = cells.ty[j];
    const to = dimage.from(cells.offset[j]);
    const from = dy.from(j * crop.xStride);
    const a: f32 = (1 - tx) * (1 - ty);
    const b: f32 = tx * (1 - ty);
    const c: f32 = (1 - tx) * ty;
    const d = tx * ty;
    if (a === 0 || b === 0 || c === 0 || d === 0) {
      // A tap of weight 0 adds nothing, even when dy is infinite.
      if (a !== 0) addPixel<A>(to, image, from, crop, a);
      if (b !== 0) addPixel<A>(to.from(right), image, from, crop, b);
      if (c !== 0) addPixel<A>(to.from(down), image, from, crop, c);
      if (d !== 0) addPixel<A>(to.from(down + right), image, from, crop, d);
    } else {
      addCell<A>(to, image, from, crop, a, b, c, d);
    }
  }
}

/** pixel += weight · dy, all channels. */
function addPixel<A>(to: Pointer<A>, image: Layout, dy: Pointer<f32>, crop: Layout, weight: f32): void {
  let at = 0;
  let from = 0;
  for (let n = 0; n < crop.channels; n++) {
    to[at] = to[at] + <A>(weight * dy[from]);
    at += image.channelStride;
    from += crop.channelStride;
  }
}

/** The same for the four pixels of a cell: a and b above, c and d below. */
function addCell<A>(
  to: Pointer<A>,
  image: Layout,
  dy: Pointer<f32>,
  crop: Layout,
  a: f32,
  b: f32,
  c: f32,
  d: f32,
): void {
  const right = image.xStride;
  const down = image.yStride;
  if (sizeof<A>() === 4) {
    if (image.inner > 1) {
      let lanes = image.inner;
      for (let n = 0; lanes > 0; n += 4, lanes -= 4) {
        const g = Lanes.load(dy.at(n), lanes);
        Lanes.add(to.at(n), f32x4.mul(f32x4.splat(a), g), lanes);
        Lanes.add(to.at(n + right), f32x4.mul(f32x4.splat(b), g), lanes);
        Lanes.add(to.at(n + down), f32x4.mul(f32x4.splat(c), g), lanes);
        Lanes.add(to.at(n + down + right), f32x4.mul(f32x4.splat(d), g), lanes);
      }
      return;
    }
  }
  if (sizeof<A>() === 8) {
    if (image.inner > 1) {
      const whole = image.inner & ~1;
      for (let n = 0; n < whole; n += 2) {
        const g = f64x2.promote_low_f32x4(v128.load64_zero(dy.at(n)));
        addTwo(to.at(n), a, g);
        addTwo(to.at(n + right), b, g);
        addTwo(to.at(n + down), c, g);
        addTwo(to.at(n + down + right), d, g);
      }
      if (whole < image.inner) {
        const last = to.from(whole);
        const g = dy[whole];
        last[0] = last[0] + <A>(a * g);
        last[right] = last[right] + <A>(b * g);
        last[down] = last[down] + <A>(c * g);
        last[down + right] = last[down + right] + <A>(d * g);
      }
      return;
    }
  }
  let at = 0;
  let from = 0;
  for (let n = 0; n < crop.channels; n++) {
    const g = dy[from];
    const below = at + down;
    to[at] = to[at] + <A>(a * g);
    to[at + right] = to[at + right] + <A>(b * g);
    to[below] = to[below] + <A>(c * g);
    to[below + right] = to[below + right] + <A>(d * g);
    at += image.channelStride;
    from += crop.channelStride;
  }
}

/** Adds to two float64 sums. */
function addTwo(to: usize, weight: f32, g: v128): void {
  v128.store(to, f64x2.add(v128.load(to), f64x2.mul(f64x2.splat(<f64>weight), g)));
}

/** Pixels of 2 or 3 channels, side by side: the number is a constant where this is inlined. */
class SmallPixels {
  @inline
  static scatter(row: Row, cells: CellsPlan, channels: i32): void {
    const step = (<usize>channels) << 2;
    const down = (<usize>row.image.yStride) << 2;
    const points = row.points;
    const image = row.imageAt;
    let dy = row.cropAt;
    const offset = cells.offset;
    const tx = cells.tx;
    const ty = cells.ty;
    for (let j = 0; j < points; j++, dy += step) {
      const o = offset[j];
      if (o < 0) continue;
      const to = image + ((<usize>o) << 2);
      // The weights of the pixels, left and right, above and then below: (1 - tx, tx, …) · (1 - ty, 1 - ty, …).
      const x = f32x4.abs(f32x4.sub(f32x4(1, 0, 1, 0), v128.load32_splat(tx.at(j))));
      const y = f32x4.abs(f32x4.sub(f32x4(1, 1, 0, 0), v128.load32_splat(ty.at(j))));
      const w = f32x4.mul(x, y);
      const g = Lanes.load(dy, channels);
      if (i32x4.all_true(w)) {
        Lanes.add(to, f32x4.mul(v128.shuffle<f32>(w, w, 0, 0, 0, 0), g), channels);
        Lanes.add(to + step, f32x4.mul(v128.shuffle<f32>(w, w, 1, 1, 1, 1), g), channels);
        Lanes.add(to + down, f32x4.mul(v128.shuffle<f32>(w, w, 2, 2, 2, 2), g), channels);
        Lanes.add(to + down + step, f32x4.mul(v128.shuffle<f32>(w, w, 3, 3, 3, 3), g), channels);
        continue;
      }
      SmallPixels.addOne(to, f32x4.extract_lane(w, 0), g, channels);
      SmallPixels.addOne(to + step, f32x4.extract_lane(w, 1), g, channels);
      SmallPixels.addOne(to + down, f32x4.extract_lane(w, 2), g, channels);
      SmallPixels.addOne(to + down + step, f32x4.extract_lane(w, 3), g, channels);
    }
  }

  /** A tap of weight 0 adds nothing, even when dy is infinite. */
  private static addOne(to: usize, weight: f32, g: v128, channels: i32): void {
    if (weight !== 0) Lanes.add(to, f32x4.mul(f32x4.splat(weight), g), channels);
  }
}
