import { CellPair } from './cell-pair';
import { CellSpace } from './cell-space';

/** Two points side by side in the crop, which starts with them at `out`. */
export class TwoSamples {
  /** Fills two points that read nothing. */
  @inline
  static fill(out: usize, right: usize, space: CellSpace): void {
    const fill = v128.load32_splat(changetype<usize>(space), offsetof<CellSpace>('fill'));
    v128.store(out, fill);
    v128.store(out + right, fill);
  }

  /** Samples two points. What a vector holds beyond its pixel is overwritten by the next point's. */
  @inline
  static sample(
    out: usize,
    p: v128,
    q: v128,
    pixels: usize,
    right: usize,
    down: usize,
    strides: v128,
    whole: v128,
    ones: v128,
  ): void {
    const a = f64x2.floor(p);
    const b = f64x2.floor(q);
    const t = CellPair.fractions(p, q, a, b);
    const u = f32x4.sub(ones, t);
    const offsets = CellPair.offsets(a, b, strides, whole);
    const first = pixels + i32x4.extract_lane(offsets, 0);
    const second = pixels + i32x4.extract_lane(offsets, 2);
    v128.store(
      out,
      TwoSamples.blend(
        first,
        right,
        down,
        v128.shuffle<f32>(u, u, 0, 0, 0, 0),
        v128.shuffle<f32>(t, t, 0, 0, 0, 0),
        v128.shuffle<f32>(u, u, 1, 1, 1, 1),
        v128.shuffle<f32>(t, t, 1, 1, 1, 1),
      ),
    );
    v128.store(
      out + right,
      TwoSamples.blend(
        second,
        right,
        down,
        v128.shuffle<f32>(u, u, 2, 2, 2, 2),
        v128.shuffle<f32>(t, t, 2, 2, 2, 2),
        v128.shuffle<f32>(u, u, 3, 3, 3, 3),
        v128.shuffle<f32>(t, t, 3, 3, 3, 3),
      ),
    );
  }

  /** One cell, blended along x, above and below, and then along y. */
  @inline
  static blend(at: usize, right: usize, down: usize, ux: v128, tx: v128, uy: v128, ty: v128): v128 {
    const above = f32x4.add(f32x4.mul(ux, v128.load(at)), f32x4.mul(tx, v128.load(at + right)));
    const under = at + down;
    const below = f32x4.add(f32x4.mul(ux, v128.load(under)), f32x4.mul(tx, v128.load(under + right)));
    return f32x4.add(f32x4.mul(uy, above), f32x4.mul(ty, below));
  }
}
