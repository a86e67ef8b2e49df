/** The numbers of the paddings: src/problem.ts has the same. */
export const ZEROS: i32 = 0;
export const BORDER: i32 = 1;
export const REFLECTION: i32 = 2;
export const WRAP: i32 = 3;

/**
 * The paddings, one class each, for loops that are generic over them. None has fields: an instance is `changetype<P>(0)`.
 * On an axis of `size` pixels, `coordinate` brings a pixel coordinate into the image; `slope` is its derivative, which is
 * 0 where the coordinate was clipped, the edge pixel's centre included, as in PyTorch; `pixel` is what a whole coordinate
 * outside of the image reads, or -1 for nothing.
 */
@unmanaged
export class Zeros {
  @inline
  coordinate(x: f64, _size: f64, _alignCorners: bool): f64 {
    return x;
  }

  @inline
  slope(_x: f64, _padded: f64, _size: f64, _alignCorners: bool): f64 {
    return 1;
  }

  @inline
  pixel(_i: f64, _size: f64, _alignCorners: bool): i32 {
    return -1;
  }
}

@unmanaged
export class Border {
  @inline
  coordinate(x: f64, size: f64, _alignCorners: bool): f64 {
    return Edge.clip(x, size);
  }

  @inline
  slope(_x: f64, padded: f64, size: f64, _alignCorners: bool): f64 {
    return padded > 0 && padded < size - 1 ? 1 : 0;
  }

  @inline
  pixel(i: f64, size: f64, alignCorners: bool): i32 {
    return <i32>this.coordinate(i, size, alignCorners);
  }
}

/** Folds back between the outer edges of the image, or between its outer pixels' centres, and is clipped to the latter. */
@unmanaged
export class Reflection {
  @inline
  coordinate(x: f64, size: f64, alignCorners: bool): f64 {
    const low: f64 = alignCorners ? 0 : -0.5;
    const span = alignCorners ? size - 1 : size;
    if (span === 0) return 0;
    const m = remainder(abs(x - low), 2 * span);
    return Edge.clip(low + (m < span ? m : 2 * span - m), size);
  }

  @inline
  slope(x: f64, padded: f64, size: f64, alignCorners: bool): f64 {
    if (padded <= 0 || padded >= size - 1) return 0;
    const low: f64 = alignCorners ? 0 : -0.5;
    const span = alignCorners ? size - 1 : size;
    const m = remainder(abs(x - low), 2 * span);
    return x < low === m < span ? -1 : 1;
  }

  @inline
  pixel(i: f64, size: f64, alignCorners: bool): i32 {
    return <i32>this.coordinate(i, size, alignCorners);
  }
}

/** Repeats the image, with a period of `size`: it has no edges, and nothing is outside. */
@unmanaged
export class Wrap {
  @inline
  coordinate(x: f64, size: f64, _alignCorners: bool): f64 {
    const place = x - size * floor(x / size);
    return place >= 0 && place < size ? place : 0;
  }

  @inline
  slope(_x: f64, _padded: f64, _size: f64, _alignCorners: bool): f64 {
    return 1;
  }

  @inline
  pixel(i: f64, size: f64, alignCorners: bool): i32 {
    return <i32>this.coordinate(i, size, alignCorners);
  }
}

class Edge {
  /** Wasm's own min and max spend most of their time on NaN. */
  @inline
  static clip(x: f64, size: f64): f64 {
    const last = size - 1;
    return x <= 0 ? 0 : x >= last ? last : x;
  }
}

/** The exact remainder, which is a slow loop, only where the quotient is not 0. */
function remainder(x: f64, by: f64): f64 {
  return x < by ? x : x % by;
}
