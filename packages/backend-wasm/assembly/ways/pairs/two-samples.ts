import { Lerp } from '../../memory/lerp';
import { CellSpace } from '../cells/cell-space';
import { CellPair } from './plan';

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
    snap: v128,
  ): void {
    const a = f64x2.floor(f64x2.add(p, snap));
    const b = f64x2.floor(f64x2.add(q, snap));
    const t = Lerp.places(CellPair.fractions(p, q, a, b));
    const offsets = CellPair.offsets(a, b, strides, whole);
    const first = pixels + i32x4.extract_lane(offsets, 0);
    const second = pixels + i32x4.extract_lane(offsets, 2);
    const tx = v128.shuffle<f32>(t, t, 0, 0, 0, 0);
    const ty = v128.shuffle<f32>(t, t, 1, 1, 1, 1);
    v128.store(out, TwoSamples.blend(first, right, down, tx, ty));
    const sx = v128.shuffle<f32>(t, t, 2, 2, 2, 2);
    const sy = v128.shuffle<f32>(t, t, 3, 3, 3, 3);
    v128.store(out + right, TwoSamples.blend(second, right, down, sx, sy));
  }

  /** One cell, blended along x, above and below, and then along y. */
  @inline
  static blend(at: usize, right: usize, down: usize, tx: v128, ty: v128): v128 {
    const under = at + down;
    const above = Lerp.four(v128.load(at), v128.load(at + right), tx);
    const below = Lerp.four(v128.load(under), v128.load(under + right), tx);
    return Lerp.four(above, below, ty);
  }
}
