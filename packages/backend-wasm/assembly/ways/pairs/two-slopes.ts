import { Lanes } from '../../memory/lanes';
import { Layout } from '../../memory/layout';
import { CellSpace } from '../cells/cell-space';
import { CellPair } from './plan';

/** The gradients of two points. */
export class TwoSlopes {
  /** The slopes of two points in pixels: x and y of the first, x and y of the second. */
  @inline
  static inPixels(p: v128, q: v128, dy: usize, pixels: usize, image: Layout, space: CellSpace): v128 {
    const right = (<usize>image.xStride) << 2;
    const down = (<usize>image.yStride) << 2;
    const strides = space.both(offsetof<CellSpace>('strideX'));
    const whole = space.splat(offsetof<CellSpace>('whole'));
    const ones = v128.load32_splat(changetype<usize>(space), offsetof<CellSpace>('one32'));
    const a = f64x2.floor(p);
    const b = f64x2.floor(q);
    const t = CellPair.fractions(p, q, a, b);
    const u = f32x4.sub(ones, t);
    const offsets = CellPair.offsets(a, b, strides, whole);
    const first = pixels + i32x4.extract_lane(offsets, 0);
    const second = pixels + i32x4.extract_lane(offsets, 2);
    const channels = image.xStride;
    const g = Lanes.load(dy, channels);
    const h = Lanes.load(dy + right, channels);
    const gx = TwoSlopes.along(
      g,
      first,
      right,
      down,
      v128.shuffle<f32>(u, u, 1, 1, 1, 1),
      v128.shuffle<f32>(t, t, 1, 1, 1, 1),
    );
    const gy = TwoSlopes.along(
      g,
      first,
      down,
      right,
      v128.shuffle<f32>(u, u, 0, 0, 0, 0),
      v128.shuffle<f32>(t, t, 0, 0, 0, 0),
    );
    const hx = TwoSlopes.along(
      h,
      second,
      right,
      down,
      v128.shuffle<f32>(u, u, 3, 3, 3, 3),
      v128.shuffle<f32>(t, t, 3, 3, 3, 3),
    );
    const hy = TwoSlopes.along(
      h,
      second,
      down,
      right,
      v128.shuffle<f32>(u, u, 2, 2, 2, 2),
      v128.shuffle<f32>(t, t, 2, 2, 2, 2),
    );
    const mask = space.mask();
    return Lanes.sumOfEach(v128.and(gx, mask), v128.and(gy, mask), v128.and(hx, mask), v128.and(hy, mask));
  }

  /** dy times the slope along the axis of `step`, blended along the other. */
  @inline
  static along(dy: v128, at: usize, step: usize, other: usize, u: v128, t: v128): v128 {
    const near = f32x4.sub(v128.load(at + step), v128.load(at));
    const far = f32x4.sub(v128.load(at + other + step), v128.load(at + other));
    return f32x4.mul(dy, f32x4.add(f32x4.mul(near, u), f32x4.mul(far, t)));
  }

  /** Brings the slopes of two points to normalised coordinates, and stores them as doubles. */
  @inline
  static store(x: usize, y: usize, sums: v128, slopeX: usize, slopeY: usize): void {
    const gx = f32x4.mul(v128.shuffle<f32>(sums, sums, 0, 2, 0, 2), v128.load64_zero(slopeX));
    const gy = f32x4.mul(v128.shuffle<f32>(sums, sums, 1, 3, 1, 3), v128.load64_zero(slopeY));
    v128.store(x, f64x2.promote_low_f32x4(gx));
    v128.store(y, f64x2.promote_low_f32x4(gy));
  }
}
