import { FourAxis } from '../../axis/four-axis';

/** Where four points at a time lie, from j on: those whose coordinates were found in float64. */
@unmanaged
export class RowFours {
  @inline
  x(_axis: FourAxis, x: usize, _y: usize, _z: usize, j: i32): v128 {
    return Doubles.narrow(x, j);
  }

  @inline
  y(_axis: FourAxis, _x: usize, y: usize, _z: usize, j: i32): v128 {
    return Doubles.narrow(y, j);
  }

  @inline
  z(_axis: FourAxis, _x: usize, _y: usize, z: usize, j: i32): v128 {
    return Doubles.narrow(z, j);
  }
}

/** Those of a grid of an image: `x` is where its first point would be. */
@unmanaged
export class GridFours {
  @inline
  x(axis: FourAxis, x: usize, _y: usize, _z: usize, j: i32): v128 {
    const at = x + ((<usize>j) << 3);
    return axis.fromUnit(v128.shuffle<f32>(v128.load(at), v128.load(at, 16), 0, 2, 4, 6));
  }

  @inline
  y(axis: FourAxis, x: usize, _y: usize, _z: usize, j: i32): v128 {
    const at = x + ((<usize>j) << 3);
    return axis.fromUnit(v128.shuffle<f32>(v128.load(at), v128.load(at, 16), 1, 3, 5, 7));
  }

  @inline
  z(_axis: FourAxis, _x: usize, _y: usize, _z: usize, _j: i32): v128 {
    return unreachable();
  }
}

/** Those of a grid of a volume: x, y and z of each point side by side. */
@unmanaged
export class GridVolumeFours {
  @inline
  x(axis: FourAxis, x: usize, _y: usize, _z: usize, j: i32): v128 {
    const at = x + <usize>j * 12;
    const two = v128.shuffle<f32>(v128.load(at), v128.load(at, 16), 0, 3, 6, 6);
    return axis.fromUnit(v128.shuffle<f32>(two, v128.load(at, 32), 0, 1, 2, 5));
  }

  @inline
  y(axis: FourAxis, x: usize, _y: usize, _z: usize, j: i32): v128 {
    const at = x + <usize>j * 12;
    const two = v128.shuffle<f32>(v128.load(at), v128.load(at, 16), 1, 4, 7, 7);
    return axis.fromUnit(v128.shuffle<f32>(two, v128.load(at, 32), 0, 1, 2, 6));
  }

  @inline
  z(axis: FourAxis, x: usize, _y: usize, _z: usize, j: i32): v128 {
    const at = x + <usize>j * 12;
    const two = v128.shuffle<f32>(v128.load(at), v128.load(at, 16), 2, 5, 5, 5);
    return axis.fromUnit(v128.shuffle<f32>(two, v128.load(at, 32), 0, 1, 4, 7));
  }
}

class Doubles {
  @inline
  static narrow(from: usize, j: i32): v128 {
    const at = from + ((<usize>j) << 3);
    const low = f32x4.demote_f64x2_zero(v128.load(at));
    const high = f32x4.demote_f64x2_zero(v128.load(at, 16));
    return v128.shuffle<f64>(low, high, 0, 2);
  }
}
