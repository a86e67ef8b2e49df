import { Lanes } from '../../memory/lanes';
import { Pointer } from '../../memory/pointer';
import { RowList } from '../blended-rows/row-list';

/** So many values of all rows are blended before the next ones, so that their sum stays in the fastest cache. */
const STRIP: i32 = 1024;

/**
 * to = I_c + Σ weight · (I - I_c) over listed image rows of `length` values, where row c starts at `heaviest` and is not
 * listed; and `outside` of `fill`. There is room for three more rows in the list.
 */
export function blendRows<T>(
  to: Pointer<f32>,
  rows: RowList,
  heaviest: i32,
  from: Pointer<T>,
  length: i32,
  outside: f32,
  fill: f32,
): void {
  // Whole passes: a row that differs from row c in nothing adds nothing.
  const count = (rows.count + 3) & ~3;
  for (let r = rows.count; r < count; r++) {
    rows.at[r] = heaviest;
    rows.weight[r] = 0;
  }
  for (let e = 0; e < length; e += STRIP) {
    const values = min(STRIP, length - e);
    const strip = to.from(e);
    const image = from.from(e);
    if (outside === 0) copyRow<T>(strip, image.at(heaviest), values);
    else fillRow<T>(strip, image.at(heaviest), values, outside, fill);
    for (let r = 0; r < count; r += 4) addFour<T>(strip, rows, r, image, heaviest, values);
  }
}

function copyRow<T>(to: Pointer<f32>, from: usize, length: i32): void {
  let e = 0;
  for (; e <= length - 4; e += 4, from += 4 * sizeof<T>()) v128.store(to.at(e), Lanes.of<T>(from));
  for (; e < length; e++, from += sizeof<T>()) to[e] = <f32>load<T>(from);
}

/** What is outside differs from row c, too. */
function fillRow<T>(to: Pointer<f32>, from: usize, length: i32, outside: f32, fill: f32): void {
  for (let e = 0; e < length; e++, from += sizeof<T>()) {
    const value = <f32>load<T>(from);
    to[e] = value + outside * (fill - value);
  }
}

/** Adds what four rows from row r on differ from row c. */
function addFour<T>(to: Pointer<f32>, rows: RowList, r: i32, from: Pointer<T>, heaviest: i32, length: i32): void {
  const a = v128.load32_splat(rows.weight.at(r));
  const b = v128.load32_splat(rows.weight.at(r + 1));
  const c = v128.load32_splat(rows.weight.at(r + 2));
  const d = v128.load32_splat(rows.weight.at(r + 3));
  let at = from.at(heaviest);
  const first = from.at(rows.at[r]) - at;
  const second = from.at(rows.at[r + 1]) - at;
  const third = from.at(rows.at[r + 2]) - at;
  const fourth = from.at(rows.at[r + 3]) - at;
  let out = to.at(0);
  const end = out + ((<usize>length) << 2);
  for (; out + 16 <= end; out += 16, at += 4 * sizeof<T>()) {
    const base = Lanes.of<T>(at);
    const ab = f32x4.add(
      f32x4.mul(a, f32x4.sub(Lanes.of<T>(at + first), base)),
      f32x4.mul(b, f32x4.sub(Lanes.of<T>(at + second), base)),
    );
    const cd = f32x4.add(
      f32x4.mul(c, f32x4.sub(Lanes.of<T>(at + third), base)),
      f32x4.mul(d, f32x4.sub(Lanes.of<T>(at + fourth), base)),
    );
    v128.store(out, f32x4.add(v128.load(out), f32x4.add(ab, cd)));
  }
  for (; out < end; out += 4, at += sizeof<T>()) {
    const base = <f32>load<T>(at);
    const ab =
      rows.weight[r] * (<f32>load<T>(at + first) - base) + rows.weight[r + 1] * (<f32>load<T>(at + second) - base);
    const cd =
      rows.weight[r + 2] * (<f32>load<T>(at + third) - base) + rows.weight[r + 3] * (<f32>load<T>(at + fourth) - base);
    store<f32>(out, load<f32>(out) + (ab + cd));
  }
}
