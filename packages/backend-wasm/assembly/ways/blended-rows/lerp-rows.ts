import { Lanes } from '../../memory/lanes';
import { Lerp } from '../../memory/lerp';
import { Pointer } from '../../memory/pointer';
import { RowList } from './row-list';

/**
 * `sumRows` for samples, whose weights and that of the fill, `outside`, add up to 1: the sum is taken of what differs
 * from the heaviest row, as in `gatherPoint`. The rows are put into another order.
 */
export function lerpRows<T>(
  to: Pointer<f32>,
  rows: RowList,
  from: Pointer<T>,
  length: i32,
  outside: f32,
  fill: f32,
): void {
  const count = rows.count;
  if (count > 1) putHeaviestFirst(rows);
  if (count === 0) {
    for (let e = 0; e < length; e++) to[e] = fill;
  } else if (count === 1 && outside === 0) {
    copyRow<T>(to, from.from(rows.at[0]), length);
  } else if (count === 2 && outside === 0) {
    lerpTwoRows<T>(to, from.from(rows.at[0]), from.from(rows.at[1]), rows.weight[1], length);
  } else if (isFloat<T>() && count === 4 && outside === 0) {
    lerpFourRows(to, rows, changetype<Pointer<f32>>(from), length);
  } else {
    lerpAllRows<T>(to, rows, from, length, outside, outside === 0 ? 0 : fill);
  }
}

function putHeaviestFirst(rows: RowList): void {
  const weight = rows.weight;
  let heaviest = 0;
  for (let r = 1; r < rows.count; r++) if (abs(weight[r]) > abs(weight[heaviest])) heaviest = r;
  const at = rows.at[heaviest];
  const w = weight[heaviest];
  rows.at[heaviest] = rows.at[0];
  weight[heaviest] = weight[0];
  rows.at[0] = at;
  weight[0] = w;
}

function copyRow<T>(to: Pointer<f32>, row: Pointer<T>, length: i32): void {
  if (isFloat<T>()) {
    memory.copy(to.at(0), row.at(0), (<usize>length) << 2);
    return;
  }
  let e = 0;
  for (; e <= length - 4; e += 4) v128.store(to.at(e), Lanes.of<T>(row.at(e)));
  for (; e < length; e++) to[e] = <f32>row[e];
}

function lerpTwoRows<T>(to: Pointer<f32>, a: Pointer<T>, b: Pointer<T>, t: f32, length: i32): void {
  const ts = f32x4.splat(t);
  let e = 0;
  if (isFloat<T>()) {
    const step = b.at(0) - a.at(0);
    let at = a.at(0);
    let out = to.at(0);
    for (; e <= length - 16; e += 16, at += 64, out += 64) {
      const second = at + step;
      const v = Lerp.four(v128.load(at), v128.load(second), ts);
      const w = Lerp.four(v128.load(at, 16), v128.load(second, 16), ts);
      const x = Lerp.four(v128.load(at, 32), v128.load(second, 32), ts);
      const y = Lerp.four(v128.load(at, 48), v128.load(second, 48), ts);
      v128.store(out, v);
      v128.store(out, w, 16);
      v128.store(out, x, 32);
      v128.store(out, y, 48);
    }
    for (; e <= length - 4; e += 4, at += 16, out += 16) {
      v128.store(out, Lerp.four(v128.load(at), v128.load(at + step), ts));
    }
  }
  for (; e <= length - 4; e += 4) v128.store(to.at(e), Lerp.four(Lanes.of<T>(a.at(e)), Lanes.of<T>(b.at(e)), ts));
  for (; e < length; e++) to[e] = Lerp.one(<f32>a[e], <f32>b[e], t);
}

/** `lerpAllRows` for the four rows of a bicubic image or a bilinear volume. */
function lerpFourRows(to: Pointer<f32>, rows: RowList, from: Pointer<f32>, length: i32): void {
  const first = from.at(rows.at[0]);
  const second = from.at(rows.at[1]) - first;
  const third = from.at(rows.at[2]) - first;
  const fourth = from.at(rows.at[3]) - first;
  const b = f32x4.splat(rows.weight[1]);
  const c = f32x4.splat(rows.weight[2]);
  const d = f32x4.splat(rows.weight[3]);
  let out = to.at(0);
  let at = first;
  for (const end = first + ((<usize>(length & ~7)) << 2); at < end; at += 32, out += 32) {
    const p = at + second;
    const q = at + third;
    const r = at + fourth;
    const a = v128.load(at);
    const a4 = v128.load(at, 16);
    let v = f32x4.mul(b, f32x4.sub(v128.load(p), a));
    let w = f32x4.mul(b, f32x4.sub(v128.load(p, 16), a4));
    v = f32x4.add(v, f32x4.mul(c, f32x4.sub(v128.load(q), a)));
    w = f32x4.add(w, f32x4.mul(c, f32x4.sub(v128.load(q, 16), a4)));
    v = f32x4.add(v, f32x4.mul(d, f32x4.sub(v128.load(r), a)));
    w = f32x4.add(w, f32x4.mul(d, f32x4.sub(v128.load(r, 16), a4)));
    v128.store(out, f32x4.add(a, v));
    v128.store(out, f32x4.add(a4, w), 16);
  }
  let e = length & ~7;
  if ((length & 4) !== 0) {
    const a = v128.load(at);
    let v = f32x4.mul(b, f32x4.sub(v128.load(at + second), a));
    v = f32x4.add(v, f32x4.mul(c, f32x4.sub(v128.load(at + third), a)));
    v = f32x4.add(v, f32x4.mul(d, f32x4.sub(v128.load(at + fourth), a)));
    v128.store(out, f32x4.add(a, v));
    e += 4;
  }
  for (; e < length; e++) {
    const a = from[rows.at[0] + e];
    const v: f32 = rows.weight[1] * (from[rows.at[1] + e] - a) + rows.weight[2] * (from[rows.at[2] + e] - a);
    to[e] = a + (v + rows.weight[3] * (from[rows.at[3] + e] - a));
  }
}

/** Any number of rows, and the fill: what differs from the heaviest of them is added up. */
function lerpAllRows<T>(to: Pointer<f32>, rows: RowList, from: Pointer<T>, length: i32, outside: f32, fill: f32): void {
  const at = rows.at;
  const weight = rows.weight;
  const count = rows.count;
  const fillIsHeaviest = outside > abs(weight[0]);
  const heaviest = from.from(at[0]);
  const start = fillIsHeaviest ? 0 : 1;
  const fills = f32x4.splat(fill);
  const outsides = f32x4.splat(outside);
  let e = 0;
  if (isFloat<T>()) {
    for (; e <= length - 16; e += 16) {
      const base = heaviest.at(e);
      const a = fillIsHeaviest ? fills : v128.load(base);
      const b = fillIsHeaviest ? fills : v128.load(base, 16);
      const c = fillIsHeaviest ? fills : v128.load(base, 32);
      const d = fillIsHeaviest ? fills : v128.load(base, 48);
      let sumA = f32x4.mul(outsides, f32x4.sub(fills, a));
      let sumB = f32x4.mul(outsides, f32x4.sub(fills, b));
      let sumC = f32x4.mul(outsides, f32x4.sub(fills, c));
      let sumD = f32x4.mul(outsides, f32x4.sub(fills, d));
      for (let r = start; r < count; r++) {
        const row = from.at(at[r] + e);
        const factor = v128.load32_splat(weight.at(r));
        sumA = f32x4.add(sumA, f32x4.mul(factor, f32x4.sub(v128.load(row), a)));
        sumB = f32x4.add(sumB, f32x4.mul(factor, f32x4.sub(v128.load(row, 16), b)));
        sumC = f32x4.add(sumC, f32x4.mul(factor, f32x4.sub(v128.load(row, 32), c)));
        sumD = f32x4.add(sumD, f32x4.mul(factor, f32x4.sub(v128.load(row, 48), d)));
      }
      const out = to.at(e);
      v128.store(out, f32x4.add(a, sumA));
      v128.store(out, f32x4.add(b, sumB), 16);
      v128.store(out, f32x4.add(c, sumC), 32);
      v128.store(out, f32x4.add(d, sumD), 48);
    }
  }
  for (; e <= length - 4; e += 4) {
    const a = fillIsHeaviest ? fills : Lanes.of<T>(heaviest.at(e));
    let sum = f32x4.mul(outsides, f32x4.sub(fills, a));
    for (let r = start; r < count; r++) {
      const differs = f32x4.sub(Lanes.of<T>(from.at(at[r] + e)), a);
      sum = f32x4.add(sum, f32x4.mul(v128.load32_splat(weight.at(r)), differs));
    }
    v128.store(to.at(e), f32x4.add(a, sum));
  }
  for (; e < length; e++) {
    const a = fillIsHeaviest ? fill : <f32>heaviest[e];
    let v: f32 = outside * (fill - a);
    for (let r = start; r < count; r++) v += weight[r] * (<f32>from[at[r] + e] - a);
    to[e] = a + v;
  }
}
