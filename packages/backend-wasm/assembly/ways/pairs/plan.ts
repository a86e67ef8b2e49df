import { movesPoints } from '../../axis/pad';
import { Row } from '../../points/row';
import { CellSpace } from '../cells/cell-space';
import { takesCells } from '../cells/plan';

/** Whether points can be read two at a time: their cells are whole vectors, each of which holds a pixel's 2 to 4 channels. */
export function takesPairs<T>(row: Row): bool {
  return isFloat<T>() && takesCells(row) && row.image.inner > 1 && row.image.inner <= 4;
}

/** Whether pairs are read from the grid as they are, so that nobody need fill in their pixel coordinates. */
export function readsGrid(row: Row): bool {
  return row.grid !== 0 && !movesPoints(row.problem.paddingMode);
}

/**
 * Where the coordinates of two points are read from, for loops that are generic over it: `a` and `b` are vectors from two
 * arrays of 8 bytes per point; `p` and `q` the places of the two points, (x, y) in pixels. A grid is one array.
 */
@unmanaged
export class FromGrid {
  @inline
  b(a: v128, _address: usize): v128 {
    return a;
  }

  @inline
  p(a: v128, _b: v128, one: v128, scale: v128, shift: v128): v128 {
    return f64x2.sub(f64x2.mul(f64x2.add(f64x2.promote_low_f32x4(a), one), scale), shift);
  }

  @inline
  q(a: v128, b: v128, one: v128, scale: v128, shift: v128): v128 {
    return this.p(v128.shuffle<f64>(a, a, 1, 1), b, one, scale, shift);
  }
}

/** Pixel coordinates along x and along y. */
@unmanaged
export class FromCoordinates {
  @inline
  b(_a: v128, address: usize): v128 {
    return v128.load(address);
  }

  @inline
  p(a: v128, b: v128, _one: v128, _scale: v128, _shift: v128): v128 {
    return v128.shuffle<f64>(a, b, 0, 2);
  }

  @inline
  q(a: v128, b: v128, _one: v128, _scale: v128, _shift: v128): v128 {
    return v128.shuffle<f64>(a, b, 1, 3);
  }
}

/** Two points, at pixel coordinates p = (x, y) and q = (x, y), and the cells of 2 × 2 pixels that they lie in. */
export class CellPair {
  /** Whether both have a cell: coordinates from `zero` to `last`, exclusive, which is false for NaN. */
  @inline
  static areInside(p: v128, q: v128, zero: v128, last: v128): bool {
    const first = v128.and(f64x2.ge(p, zero), f64x2.lt(p, last));
    const second = v128.and(f64x2.ge(q, zero), f64x2.lt(q, last));
    return i64x2.bitmask(v128.and(first, second)) === 3;
  }

  /** Whether both read nothing at all. At -1 the near tap weighs 0 but has a slope. */
  @inline
  static areOutside(p: v128, q: v128, space: CellSpace): bool {
    const before = space.splat(offsetof<CellSpace>('before'));
    const end = space.both(offsetof<CellSpace>('endX'));
    const first = v128.and(f64x2.ge(p, before), f64x2.lt(p, end));
    const second = v128.and(f64x2.ge(q, before), f64x2.lt(q, end));
    return !i64x2.all_true(first) && !i64x2.all_true(second);
  }

  /** Where in their cells, from 0 to 1, as floats: x and y of the first, x and y of the second. */
  @inline
  static fractions(p: v128, q: v128, corner: v128, corner2: v128): v128 {
    const first = f32x4.demote_f64x2_zero(f64x2.sub(p, corner));
    const second = f32x4.demote_f64x2_zero(f64x2.sub(q, corner2));
    return v128.shuffle<f64>(first, second, 0, 2);
  }

  /** Where the cells are in the image: whole numbers in the low halves of both lanes. See `CellSpace.whole`. */
  @inline
  static offsets(corner: v128, corner2: v128, strides: v128, whole: v128): v128 {
    const first = f64x2.mul(corner, strides);
    const second = f64x2.mul(corner2, strides);
    const x = v128.shuffle<f64>(first, second, 0, 2);
    const y = v128.shuffle<f64>(first, second, 1, 3);
    return f64x2.add(f64x2.add(x, y), whole);
  }
}
