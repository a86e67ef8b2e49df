import { Pointer } from '../../memory/pointer';
import { takeArray, takeStruct } from '../../memory/scratch';

/**
 * The weights of a row's bicubic points, four side by side for each, and their derivatives, of Keys's cubic convolution
 * as `Bicubic` in axis/modes.ts. With u = 1 - t they are a·t·u², (a + 2)·t³ - (a + 3)·t² + 1, (a + 2)·u³ - (a + 3)·u² + 1
 * and a·t²·u. Its numbers lie in memory, as V8 makes vectors of constants anew in every turn of a loop.
 */
@unmanaged
export class CubicWeights {
  x: Pointer<f32>;
  y: Pointer<f32>;
  slopeX: Pointer<f32>;
  slopeY: Pointer<f32>;
  zero: f32;
  one: f32;
  two: f32;
  three: f32;
  a: f32;
  cube: f32;
  square: f32;
  cubeSlope: f32;
  squareSlope: f32;

  /** Works them out for points whose places between the taps are `tx` and `ty`. */
  find(tx: Pointer<f32>, ty: Pointer<f32>, points: i32, slopes: bool): void {
    for (let j = 0; j < points; j += 4) {
      this.findFour(this.x.at(4 * j), v128.load(tx.at(j)));
      this.findFour(this.y.at(4 * j), v128.load(ty.at(j)));
      if (!slopes) continue;
      this.findSlopes(this.slopeX.at(4 * j), v128.load(tx.at(j)));
      this.findSlopes(this.slopeY.at(4 * j), v128.load(ty.at(j)));
    }
  }

  @inline
  private findFour(to: usize, t: v128): void {
    const u = f32x4.sub(this.splat(offsetof<CubicWeights>('one')), t);
    const outer = f32x4.mul(this.splat(offsetof<CubicWeights>('a')), f32x4.mul(t, u));
    this.store(to, f32x4.mul(outer, u), this.inner(t), this.inner(u), f32x4.mul(outer, t));
  }

  /** The weight of a tap so far away, up to 1. */
  @inline
  private inner(d: v128): v128 {
    const cube = f32x4.mul(this.splat(offsetof<CubicWeights>('cube')), d);
    const both = f32x4.add(cube, this.splat(offsetof<CubicWeights>('square')));
    return f32x4.add(f32x4.mul(f32x4.mul(both, d), d), this.splat(offsetof<CubicWeights>('one')));
  }

  @inline
  private findSlopes(to: usize, t: v128): void {
    const u = f32x4.sub(this.splat(offsetof<CubicWeights>('one')), t);
    const three = this.splat(offsetof<CubicWeights>('three'));
    const a = this.splat(offsetof<CubicWeights>('a'));
    const first = f32x4.mul(f32x4.mul(a, u), f32x4.sub(this.splat(offsetof<CubicWeights>('one')), f32x4.mul(three, t)));
    const last = f32x4.mul(f32x4.mul(a, t), f32x4.sub(this.splat(offsetof<CubicWeights>('two')), f32x4.mul(three, t)));
    const third = f32x4.sub(this.splat(offsetof<CubicWeights>('zero')), this.innerSlope(u));
    this.store(to, first, this.innerSlope(t), third, last);
  }

  @inline
  private innerSlope(d: v128): v128 {
    const square = f32x4.mul(this.splat(offsetof<CubicWeights>('cubeSlope')), d);
    return f32x4.mul(f32x4.add(square, this.splat(offsetof<CubicWeights>('squareSlope'))), d);
  }

  /** Stores what four vectors have of each point side by side. */
  @inline
  private store(to: usize, a: v128, b: v128, c: v128, d: v128): void {
    const ab = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
    const cd = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
    v128.store(to, v128.shuffle<f64>(ab, cd, 0, 2));
    v128.store(to, v128.shuffle<f64>(ab, cd, 1, 3), 16);
    const abFar = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
    const cdFar = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
    v128.store(to, v128.shuffle<f64>(abFar, cdFar, 0, 2), 32);
    v128.store(to, v128.shuffle<f64>(abFar, cdFar, 1, 3), 48);
  }

  @inline
  private splat(offset: usize): v128 {
    return v128.load32_splat(changetype<usize>(this) + offset);
  }
}

/** Room for the weights of so many points, with this a. */
export function createCubicWeights(points: f64, a: f32): CubicWeights {
  const weights = takeStruct<CubicWeights>();
  weights.x = takeArray<f32>(4 * points);
  weights.y = takeArray<f32>(4 * points);
  weights.slopeX = takeArray<f32>(4 * points);
  weights.slopeY = takeArray<f32>(4 * points);
  weights.zero = 0;
  weights.one = 1;
  weights.two = 2;
  weights.three = 3;
  weights.a = a;
  weights.cube = a + 2;
  weights.square = -(a + 3);
  weights.cubeSlope = 3 * (a + 2);
  weights.squareSlope = -2 * (a + 3);
  return weights;
}
