import { FourAxis } from '../../axis/four-axis';

/** Coordinates of four points at a time, from j on: those that were found in float64. */
@unmanaged
export class RowFours {
  @inline
  x(_axis: FourAxis, x: usize, _y: usize, j: i32): v128 {
    return this.narrow(x + ((<usize>j) << 3));
  }

  @inline
  y(_axis: FourAxis, _x: usize, y: usize, j: i32): v128 {
    return this.narrow(y + ((<usize>j) << 3));
  }

  @inline
  private narrow(at: usize): v128 {
    const low = f32x4.demote_f64x2_zero(v128.load(at));
    const high = f32x4.demote_f64x2_zero(v128.load(at, 16));
    return v128.shuffle<f64>(low, high, 0, 2);
  }
}

/** Those of a grid: `x` is where its first point would be. */
@unmanaged
export class GridFours {
  @inline
  x(axis: FourAxis, x: usize, _y: usize, j: i32): v128 {
    const at = x + ((<usize>j) << 3);
    return axis.fromUnit(v128.shuffle<f32>(v128.load(at), v128.load(at, 16), 0, 2, 4, 6));
  }

  @inline
  y(axis: FourAxis, x: usize, _y: usize, j: i32): v128 {
    const at = x + ((<usize>j) << 3);
    return axis.fromUnit(v128.shuffle<f32>(v128.load(at), v128.load(at, 16), 1, 3, 5, 7));
  }
}
