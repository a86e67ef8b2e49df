import { Lanes } from '../../memory/lanes';
import { takeArray, takeStruct } from '../../memory/scratch';
import { AxisLists } from './axis-lists';

/** The most entries of a column that `add` takes: a crop at no less than half an image pixel per point has no more. */
const MOST_ENTRIES: i32 = 4;

/**
 * The listed columns of an image axis, for bilinear crops, with as many entries each: 2, or 4. Missing ones read the pixel
 * of zeros behind the blended row. All that a loop over columns reads lies side by side: where the column is in its image
 * row, then for each entry where it reads in the blended row, and its weight. Places are in bytes.
 */
@unmanaged
export class ColumnEntries {
  columns: i32;
  /** Entries per column, or 0 when some column has too many. */
  count: i32;
  first: usize;

  /**
   * Adds to each listed column of the image row at `to` what its entries read in the blended row at `row`; `sets` says
   * that the image row is all 0, so that nothing need be read of it.
   */
  add(to: usize, row: usize, inner: i32, sets: bool): void {
    if (this.count === 2) {
      if (inner > 4) this.addVectors(to, row, inner, 2, sets);
      else if (sets) this.addPixels(to, row, inner, 2, true);
      else this.addPixels(to, row, inner, 2, false);
    } else {
      if (inner > 4) this.addVectors(to, row, inner, 4, sets);
      else if (sets) this.addPixels(to, row, inner, 4, true);
      else this.addPixels(to, row, inner, 4, false);
    }
  }

  /** Up to 4 channels, which fit one vector. What spills over the pixel is 0, and pixels come in order. */
  @inline
  private addPixels(to: usize, row: usize, inner: i32, count: i32, sets: bool): void {
    if (this.columns === 0) return;
    const mask = Lanes.mask(inner);
    const bytes = columnBytes(count);
    let column = this.first;
    for (const last = column + <usize>(this.columns - 1) * bytes; column < last; column += bytes) {
      const at = to + load<u32>(column);
      const v = v128.and(mask, ColumnEntries.sum(column + 4, row, count));
      v128.store(at, sets ? v : f32x4.add(v128.load(at), v));
    }
    Lanes.add(to + load<u32>(column), ColumnEntries.sum(column + 4, row, count), inner);
  }

  /** More channels, a vector at a time. */
  @inline
  private addVectors(to: usize, row: usize, inner: i32, count: i32, sets: bool): void {
    const bytes = columnBytes(count);
    const whole = (<usize>(inner & ~3)) << 2;
    const rest = inner & 3;
    let column = this.first;
    for (const end = column + <usize>this.columns * bytes; column < end; column += bytes) {
      const at = to + load<u32>(column);
      for (let c: usize = 0; c < whole; c += 16) {
        const v = ColumnEntries.sum(column + 4, row + c, count);
        v128.store(at + c, sets ? v : f32x4.add(v128.load(at + c), v));
      }
      if (rest > 0) Lanes.add(at + whole, ColumnEntries.sum(column + 4, row + whole, count), rest);
    }
  }

  /** What the entries of a column read, added up. */
  @inline
  private static sum(entry: usize, row: usize, count: i32): v128 {
    const a = f32x4.mul(v128.load32_splat(entry, 4), v128.load(row + load<u32>(entry)));
    const b = f32x4.mul(v128.load32_splat(entry, 12), v128.load(row + load<u32>(entry, 8)));
    if (count === 2) return f32x4.add(a, b);
    const c = f32x4.mul(v128.load32_splat(entry, 20), v128.load(row + load<u32>(entry, 16)));
    const d = f32x4.mul(v128.load32_splat(entry, 28), v128.load(row + load<u32>(entry, 24)));
    return f32x4.add(f32x4.add(f32x4.add(a, b), c), d);
  }
}

/** Room for so many columns. */
export function createColumnEntries(columns: f64): ColumnEntries {
  const entries = takeStruct<ColumnEntries>();
  entries.first = takeArray<u8>(columns * columnBytes(MOST_ENTRIES)).at(0);
  return entries;
}

function columnBytes(count: i32): usize {
  return 4 + ((<usize>count) << 3);
}

/** Fills in the entries of the listed columns, if none has too many; `width` is the number of points. */
export function fillColumnEntries(entries: ColumnEntries, lists: AxisLists, width: i32, inner: i32): void {
  const count = lists.most <= 2 ? 2 : lists.most <= MOST_ENTRIES ? 4 : 0;
  entries.columns = lists.pixels;
  entries.count = count;
  if (count === 0) return;
  let at = entries.first;
  for (let a = 0; a < lists.pixels; a++) {
    store<i32>(at, (lists.pixel[a] * inner) << 2);
    at += 4;
    for (let k = lists.start[a]; k < lists.start[a] + count; k++, at += 8) {
      const there = k < lists.start[a + 1];
      store<i32>(at, ((there ? lists.point[k] : width) * inner) << 2);
      store<f32>(at, there ? <f32>lists.weight[k] : 0, 4);
    }
  }
}
