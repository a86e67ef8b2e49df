import { Pointer } from '../../memory/pointer';

/** to = Σ factor · row, over `rows` rows of `length` values, whose places in `from` are listed. */
export function blendRows<T>(
  to: Pointer<f32>,
  rowAt: Pointer<i32>,
  factor: Pointer<f32>,
  rows: i32,
  from: Pointer<T>,
  length: i32,
): void {
  if (rows === 0) {
    memory.fill(to.at(0), 0, (<usize>length) << 2);
    return;
  }
  if (rows === 1) {
    setRow<T>(to, from.from(rowAt[0]), factor[0], length);
    return;
  }
  setRowPair<T>(to, from.from(rowAt[0]), factor[0], from.from(rowAt[1]), factor[1], length);
  for (let r = 2; r < rows; r++) addRow<T>(to, from.from(rowAt[r]), factor[r], length);
}

function setRow<T>(to: Pointer<f32>, row: Pointer<T>, factor: f32, length: i32): void {
  let e = 0;
  if (ASC_FEATURE_SIMD) {
    if (isFloat<T>()) {
      const factors = f32x4.splat(factor);
      for (; e <= length - 4; e += 4) v128.store(to.at(e), f32x4.mul(factors, v128.load(row.at(e))));
    }
  }
  for (; e < length; e++) to[e] = factor * <f32>row[e];
}

function setRowPair<T>(to: Pointer<f32>, a: Pointer<T>, fa: f32, b: Pointer<T>, fb: f32, length: i32): void {
  let e = 0;
  if (ASC_FEATURE_SIMD) {
    if (isFloat<T>()) {
      const fas = f32x4.splat(fa);
      const fbs = f32x4.splat(fb);
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
  }
  for (; e < length; e++) to[e] = fa * <f32>a[e] + fb * <f32>b[e];
}

function addRow<T>(to: Pointer<f32>, row: Pointer<T>, factor: f32, length: i32): void {
  let e = 0;
  if (ASC_FEATURE_SIMD) {
    if (isFloat<T>()) {
      const factors = f32x4.splat(factor);
      for (; e <= length - 4; e += 4) {
        v128.store(to.at(e), f32x4.add(v128.load(to.at(e)), f32x4.mul(factors, v128.load(row.at(e)))));
      }
    }
  }
  for (; e < length; e++) to[e] = to[e] + factor * <f32>row[e];
}
