import { BilinearCells } from './bilinear-cells';
import { Lanes } from './lanes';
import { Layout } from './layout';
import { Pointer } from './pointer';

/** `gatherRow` for points with a whole cell or none; others are left alone. Arguments as there. */
export function gatherCells<T>(
  crop: Pointer<f32>,
  cropAt: i32,
  cropLayout: Layout,
  points: i32,
  image: Pointer<T>,
  imageAt: i32,
  imageLayout: Layout,
  cells: BilinearCells,
  fillValue: f64,
): void {
  const from = image.from(imageAt);
  const to = crop.from(cropAt);
  const fill = <f32>fillValue;
  let j = 0;
  if (ASC_FEATURE_SIMD) {
    if (isFloat<T>()) {
      if (imageLayout.inner === 1) {
        for (; j <= points - 4; j += 4) {
          if (v128.any_true(i32x4.lt_s(v128.load(cells.offset.at(j)), i32x4.splat(0)))) {
            for (let p = j; p < j + 4; p++) gatherCell<T>(to, p, cropLayout, from, imageLayout, cells, fill);
          } else {
            gatherFourCells(to, j, cropLayout, changetype<Pointer<f32>>(from), imageLayout, cells);
          }
        }
      } else {
        gatherPixelCells(to, points, cropLayout, changetype<Pointer<f32>>(from), imageLayout, cells, fill);
        return;
      }
    }
  }
  for (; j < points; j++) gatherCell<T>(to, j, cropLayout, from, imageLayout, cells, fill);
}

/** One point with a whole cell or none, all channels. */
export function gatherCell<T>(
  to: Pointer<f32>,
  j: i32,
  crop: Layout,
  from: Pointer<T>,
  image: Layout,
  cells: BilinearCells,
  fill: f32,
): void {
  const offset = cells.offset[j];
  const outside = offset < 0;
  let at = outside ? 0 : offset;
  let out = j * crop.xStride;
  const tx = cells.tx[j];
  const ty = cells.ty[j];
  for (let c = 0; c < crop.channels; c++) {
    if (outside) {
      to[out] = fill;
    } else {
      const below = at + image.yStride;
      const top: f32 = (1 - tx) * <f32>from[at] + tx * <f32>from[at + image.xStride];
      const bottom: f32 = (1 - tx) * <f32>from[below] + tx * <f32>from[below + image.xStride];
      to[out] = (1 - ty) * top + ty * bottom;
    }
    at += image.channelStride;
    out += crop.channelStride;
  }
}

/** Four points with a cell each, one channel plane at a time. */
function gatherFourCells(
  to: Pointer<f32>,
  j: i32,
  crop: Layout,
  from: Pointer<f32>,
  image: Layout,
  cells: BilinearCells,
): void {
  const tx = v128.load(cells.tx.at(j));
  const ty = v128.load(cells.ty.at(j));
  const ux = f32x4.sub(f32x4.splat(1), tx);
  const uy = f32x4.sub(f32x4.splat(1), ty);
  let a = from.at(cells.offset[j]);
  let b = from.at(cells.offset[j + 1]);
  let c = from.at(cells.offset[j + 2]);
  let d = from.at(cells.offset[j + 3]);
  const down = (<usize>image.yStride) << 2;
  const step = (<usize>image.channelStride) << 2;
  let out = to.at(j);
  for (let plane = 0; plane < crop.channels; plane++) {
    let low = Lanes.loadPairs(a, b);
    let high = Lanes.loadPairs(c, d);
    const top = f32x4.add(f32x4.mul(ux, Lanes.firsts(low, high)), f32x4.mul(tx, Lanes.seconds(low, high)));
    low = Lanes.loadPairs(a + down, b + down);
    high = Lanes.loadPairs(c + down, d + down);
    const bottom = f32x4.add(f32x4.mul(ux, Lanes.firsts(low, high)), f32x4.mul(tx, Lanes.seconds(low, high)));
    v128.store(out, f32x4.add(f32x4.mul(uy, top), f32x4.mul(ty, bottom)));
    a += step;
    b += step;
    c += step;
    d += step;
    out += (<usize>crop.channelStride) << 2;
  }
}

/** All points, the channels of each side by side, a vector at a time. */
function gatherPixelCells(
  to: Pointer<f32>,
  points: i32,
  crop: Layout,
  from: Pointer<f32>,
  image: Layout,
  cells: BilinearCells,
  fill: f32,
): void {
  const one = f32x4.splat(1);
  const right = (<usize>image.xStride) << 2;
  const down = (<usize>image.yStride) << 2;
  const channels = crop.channels;
  const offset = cells.offset;
  const tx = cells.tx;
  const ty = cells.ty;
  for (let j = 0; j < points; j++) {
    if (offset[j] < 0) {
      gatherCell<f32>(to, j, crop, from, image, cells, fill);
      continue;
    }
    const x = v128.load32_splat(tx.at(j));
    const y = v128.load32_splat(ty.at(j));
    const ux = f32x4.sub(one, x);
    const uy = f32x4.sub(one, y);
    let at = from.at(offset[j]);
    let out = to.at(j * channels);
    for (let lanes = channels; lanes > 0; lanes -= 4, at += 16, out += 16) {
      const below = at + down;
      const top = f32x4.add(f32x4.mul(ux, Lanes.load(at, lanes)), f32x4.mul(x, Lanes.load(at + right, lanes)));
      const bottom = f32x4.add(f32x4.mul(ux, Lanes.load(below, lanes)), f32x4.mul(x, Lanes.load(below + right, lanes)));
      Lanes.store(out, f32x4.add(f32x4.mul(uy, top), f32x4.mul(y, bottom)), lanes);
    }
  }
}
