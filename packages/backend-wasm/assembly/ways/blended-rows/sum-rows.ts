import { Lanes } from '../../memory/lanes';
import { Pointer } from '../../memory/pointer';
import { RowList } from './row-list';

/** to = Σ factor · row, over listed rows of `length` values; `factor` has one for each. */
export function sumRows<T>(to: Pointer<f32>, rows: RowList, factor: Pointer<f32>, from: Pointer<T>, length: i32): void {
  const count = rows.count;
  let r = 0;
  if (count >= 4) {
    Sum.of<T>(to, rows, 0, factor, from, length, 4, false);
    r = 4;
  } else if (count >= 2) {
    Sum.of<T>(to, rows, 0, factor, from, length, 2, false);
    r = 2;
  } else if (count === 1) {
    Sum.of<T>(to, rows, 0, factor, from, length, 1, false);
    r = 1;
  } else {
    memory.fill(to.at(0), 0, (<usize>length) << 2);
  }
  for (; r <= count - 2; r += 2) Sum.of<T>(to, rows, r, factor, from, length, 2, true);
  if (r < count) Sum.of<T>(to, rows, r, factor, from, length, 1, true);
}

class Sum {
  /** The sum of up to four rows from row r on, to be stored or added; their number is a constant where this is inlined. */
  @inline
  static of<T>(
    to: Pointer<f32>,
    rows: RowList,
    r: i32,
    factor: Pointer<f32>,
    from: Pointer<T>,
    length: i32,
    count: i32,
    adds: bool,
  ): void {
    const first = from.at(rows.at[r]);
    const second = count > 1 ? from.at(rows.at[r + 1]) - first : 0;
    const third = count > 2 ? from.at(rows.at[r + 2]) - first : 0;
    const fourth = count > 2 ? from.at(rows.at[r + 3]) - first : 0;
    const fa = v128.load32_splat(factor.at(r));
    const fb = count > 1 ? v128.load32_splat(factor.at(r + 1)) : fa;
    const fc = count > 2 ? v128.load32_splat(factor.at(r + 2)) : fa;
    const fd = count > 2 ? v128.load32_splat(factor.at(r + 3)) : fa;
    let at = first;
    let out = to.at(0);
    const end = out + ((<usize>length) << 2);
    for (; out + 16 <= end; out += 16, at += 4 * sizeof<T>()) {
      let v = f32x4.mul(fa, Lanes.of<T>(at));
      if (count > 1) v = f32x4.add(v, f32x4.mul(fb, Lanes.of<T>(at + second)));
      if (count > 2) {
        const w = f32x4.mul(fc, Lanes.of<T>(at + third));
        v = f32x4.add(v, f32x4.add(w, f32x4.mul(fd, Lanes.of<T>(at + fourth))));
      }
      v128.store(out, adds ? f32x4.add(v128.load(out), v) : v);
    }
    for (; out < end; out += 4, at += sizeof<T>()) {
      let v = factor[r] * <f32>load<T>(at);
      if (count > 1) v += factor[r + 1] * <f32>load<T>(at + second);
      if (count > 2) v += factor[r + 2] * <f32>load<T>(at + third) + factor[r + 3] * <f32>load<T>(at + fourth);
      store<f32>(out, adds ? load<f32>(out) + v : v);
    }
  }
}
