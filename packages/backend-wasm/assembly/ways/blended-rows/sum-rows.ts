import { Lanes } from '../../memory/lanes';
import { Pointer } from '../../memory/pointer';
import { RowList } from './row-list';

/** to = Σ factor · row, over listed rows of `length` values; `factor` has one for each. */
export function sumRows<T>(to: Pointer<f32>, rows: RowList, factor: Pointer<f32>, from: Pointer<T>, length: i32): void {
  Sum.all<T>(to, to, rows, factor, factor, from, length, false);
}

/** `sumRows` with two factors for each row, so that the rows are read once for both sums. */
export function sumRowsTwice<T>(
  to: Pointer<f32>,
  other: Pointer<f32>,
  rows: RowList,
  factor: Pointer<f32>,
  otherFactor: Pointer<f32>,
  from: Pointer<T>,
  length: i32,
): void {
  Sum.all<T>(to, other, rows, factor, otherFactor, from, length, true);
}

class Sum {
  /** Four rows in one pass, or two, and the last ones one by one. */
  @inline
  static all<T>(
    to: Pointer<f32>,
    other: Pointer<f32>,
    rows: RowList,
    factor: Pointer<f32>,
    otherFactor: Pointer<f32>,
    from: Pointer<T>,
    length: i32,
    twice: bool,
  ): void {
    const count = rows.count;
    let r = 0;
    if (count >= 4) {
      Sum.of<T>(to, other, rows, 0, factor, otherFactor, from, length, 4, twice, false);
      r = 4;
    } else if (count >= 2) {
      Sum.of<T>(to, other, rows, 0, factor, otherFactor, from, length, 2, twice, false);
      r = 2;
    } else if (count === 1) {
      Sum.of<T>(to, other, rows, 0, factor, otherFactor, from, length, 1, twice, false);
      r = 1;
    } else {
      memory.fill(to.at(0), 0, (<usize>length) << 2);
      if (twice) memory.fill(other.at(0), 0, (<usize>length) << 2);
    }
    for (; r + 4 <= count; r += 4) Sum.of<T>(to, other, rows, r, factor, otherFactor, from, length, 4, twice, true);
    for (; r < count; r++) Sum.of<T>(to, other, rows, r, factor, otherFactor, from, length, 1, twice, true);
  }

  /**
   * The sum of one, two or four rows from row r on, stored or added, and that with other factors; what says so is constant
   * where this is inlined.
   */
  @inline
  private static of<T>(
    to: Pointer<f32>,
    other: Pointer<f32>,
    rows: RowList,
    r: i32,
    factor: Pointer<f32>,
    otherFactor: Pointer<f32>,
    from: Pointer<T>,
    length: i32,
    count: i32,
    twice: bool,
    adds: bool,
  ): void {
    const first = from.at(rows.at[r]);
    const second = count > 1 ? from.at(rows.at[r + 1]) - first : 0;
    const third = count > 2 ? from.at(rows.at[r + 2]) - first : 0;
    const fourth = count > 2 ? from.at(rows.at[r + 3]) - first : 0;
    const last = count > 1 ? r + 1 : r;
    const fa = v128.load32_splat(factor.at(r));
    const fb = v128.load32_splat(factor.at(last));
    const fc = v128.load32_splat(factor.at(count > 2 ? r + 2 : r));
    const fd = v128.load32_splat(factor.at(count > 2 ? r + 3 : r));
    const ga = v128.load32_splat(otherFactor.at(r));
    const gb = v128.load32_splat(otherFactor.at(last));
    const gc = v128.load32_splat(otherFactor.at(count > 2 ? r + 2 : r));
    const gd = v128.load32_splat(otherFactor.at(count > 2 ? r + 3 : r));
    const apart = other.at(0) - to.at(0);
    let at = first;
    let out = to.at(0);
    const end = out + ((<usize>length) << 2);
    for (; out + 16 <= end; out += 16, at += 4 * sizeof<T>()) {
      const a = Lanes.of<T>(at);
      let v = f32x4.mul(fa, a);
      let w = f32x4.mul(ga, a);
      if (count > 1) {
        const b = Lanes.of<T>(at + second);
        v = f32x4.add(v, f32x4.mul(fb, b));
        if (twice) w = f32x4.add(w, f32x4.mul(gb, b));
      }
      if (count > 2) {
        const c = Lanes.of<T>(at + third);
        const d = Lanes.of<T>(at + fourth);
        v = f32x4.add(v, f32x4.add(f32x4.mul(fc, c), f32x4.mul(fd, d)));
        if (twice) w = f32x4.add(w, f32x4.add(f32x4.mul(gc, c), f32x4.mul(gd, d)));
      }
      v128.store(out, adds ? f32x4.add(v128.load(out), v) : v);
      if (twice) v128.store(out + apart, adds ? f32x4.add(v128.load(out + apart), w) : w);
    }
    for (; out < end; out += 4, at += sizeof<T>()) {
      let v: f32 = 0;
      let w: f32 = 0;
      for (let k = 0; k < count; k++) {
        const value = <f32>load<T>(at + (k === 0 ? 0 : k === 1 ? second : k === 2 ? third : fourth));
        v += factor[r + k] * value;
        if (twice) w += otherFactor[r + k] * value;
      }
      store<f32>(out, adds ? load<f32>(out) + v : v);
      if (twice) store<f32>(out + apart, adds ? load<f32>(out + apart) + w : w);
    }
  }
}
