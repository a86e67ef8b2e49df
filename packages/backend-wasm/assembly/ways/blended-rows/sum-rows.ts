import { Lanes } from '../../memory/lanes';
import { Pointer } from '../../memory/pointer';
import { RowList } from './row-list';

/** to = Σ factor · row, over listed rows of `length` values; `factor` has one for each. */
export function sumRows<T>(to: Pointer<f32>, rows: RowList, factor: Pointer<f32>, from: Pointer<T>, length: i32): void {
  if (rows.count === 0) {
    memory.fill(to.at(0), 0, (<usize>length) << 2);
    return;
  }
  if (rows.count === 1) {
    setRow<T>(to, from.from(rows.at[0]), factor[0], length);
    return;
  }
  setTwoRows<T>(to, from.from(rows.at[0]), factor[0], from.from(rows.at[1]), factor[1], length);
  for (let r = 2; r < rows.count; r++) addRow<T>(to, from.from(rows.at[r]), factor[r], length);
}

function setRow<T>(to: Pointer<f32>, row: Pointer<T>, factor: f32, length: i32): void {
  const factors = f32x4.splat(factor);
  let e = 0;
  for (; e <= length - 4; e += 4) v128.store(to.at(e), f32x4.mul(factors, Lanes.of<T>(row.at(e))));
  for (; e < length; e++) to[e] = factor * <f32>row[e];
}

function setTwoRows<T>(to: Pointer<f32>, a: Pointer<T>, fa: f32, b: Pointer<T>, fb: f32, length: i32): void {
  const fas = f32x4.splat(fa);
  const fbs = f32x4.splat(fb);
  let e = 0;
  if (isFloat<T>()) {
    for (; e <= length - 8; e += 8) {
      const at = to.at(e);
      const first = a.at(e);
      const second = b.at(e);
      const v = f32x4.add(f32x4.mul(fas, v128.load(first)), f32x4.mul(fbs, v128.load(second)));
      const w = f32x4.add(f32x4.mul(fas, v128.load(first, 16)), f32x4.mul(fbs, v128.load(second, 16)));
      v128.store(at, v);
      v128.store(at, w, 16);
    }
  }
  for (; e <= length - 4; e += 4) {
    const v = f32x4.add(f32x4.mul(fas, Lanes.of<T>(a.at(e))), f32x4.mul(fbs, Lanes.of<T>(b.at(e))));
    v128.store(to.at(e), v);
  }
  for (; e < length; e++) to[e] = fa * <f32>a[e] + fb * <f32>b[e];
}

function addRow<T>(to: Pointer<f32>, row: Pointer<T>, factor: f32, length: i32): void {
  const factors = f32x4.splat(factor);
  let e = 0;
  for (; e <= length - 4; e += 4) {
    v128.store(to.at(e), f32x4.add(v128.load(to.at(e)), f32x4.mul(factors, Lanes.of<T>(row.at(e)))));
  }
  for (; e < length; e++) to[e] = to[e] + factor * <f32>row[e];
}
