import { Lanes } from '../../memory/lanes';
import { Pointer } from '../../memory/pointer';
import { takeArray, takeStruct } from '../../memory/scratch';
import { AxisLists } from './axis-lists';
import { FourColumns } from './four-columns';

/** The most entries that a column may have. */
const MOST_ENTRIES: i32 = 4;

/**
 * The listed columns of an image axis once more, for rows of one value per pixel, where the entries of each column are
 * points side by side, and at most four: four columns are taken at a time.
 */
@unmanaged
export class ValueEntries {
  /** Entries per column, 1, 2 or 4, of which some may weigh 0; or 0 when some column has too many, or has them apart. */
  count: i32;
  /** Where the first entry of each column is in a row of dy, in bytes. */
  first: Pointer<i32>;
  /** The weights, as `FourColumns` takes them. */
  weight: Pointer<f32>;

  /**
   * Adds to the listed columns of the image row at `to` what they read in the row of dy at `row`, whose end is followed by
   * zeros, and says how many columns it took: none where dy is infinite or NaN, which a weight of 0 would multiply.
   */
  add(to: Pointer<f32>, row: usize, width: i32, x: AxisLists): i32 {
    const columns = x.pixels;
    if (this.count === 0) return 0;
    if (this.count === 1) {
      this.addSingle(to, row, x);
      return columns;
    }
    let sum = f32x4.splat(0);
    for (let at = row; at < row + ((<usize>width) << 2); at += 16) sum = f32x4.add(sum, v128.load(at));
    if (!isFinite(Lanes.sum(sum))) return 0;
    const pixel = x.pixel;
    const first = this.first;
    const weight = this.weight;
    let a = 0;
    for (; a <= columns - 4; a += 4) {
      const v =
        this.count === 2
          ? FourColumns.sumOfTwo(row, first, weight, columns, a)
          : FourColumns.sumOfFour(row, first, weight, columns, a, false);
      const at = to.at(pixel[a]);
      if (pixel[a + 3] === pixel[a] + 3) {
        v128.store(at, f32x4.add(v128.load(at), v));
      } else {
        const second = to.at(pixel[a + 1]);
        const third = to.at(pixel[a + 2]);
        const fourth = to.at(pixel[a + 3]);
        store<f32>(at, load<f32>(at) + f32x4.extract_lane(v, 0));
        store<f32>(second, load<f32>(second) + f32x4.extract_lane(v, 1));
        store<f32>(third, load<f32>(third) + f32x4.extract_lane(v, 2));
        store<f32>(fourth, load<f32>(fourth) + f32x4.extract_lane(v, 3));
      }
    }
    return a;
  }

  /** One entry for each column. */
  @inline
  private addSingle(to: Pointer<f32>, row: usize, x: AxisLists): void {
    const columns = x.pixels;
    const pixel = x.pixel;
    const first = this.first;
    const weight = this.weight;
    for (let a = 0; a < columns; a++) {
      const at = to.at(pixel[a]);
      store<f32>(at, load<f32>(at) + weight[a] * load<f32>(row + first[a]));
    }
  }
}

/** Room for so many columns. */
export function createValueEntries(columns: f64): ValueEntries {
  const entries = takeStruct<ValueEntries>();
  entries.first = takeArray<i32>(columns);
  entries.weight = takeArray<f32>(columns * MOST_ENTRIES);
  return entries;
}

/** Fills in the entries of the listed columns, if none has too many. */
export function fillValueEntries(entries: ValueEntries, x: AxisLists): void {
  const columns = x.pixels;
  const count = x.most <= 2 ? x.most : x.most <= MOST_ENTRIES ? 4 : 0;
  entries.count = count;
  for (let a = 0; a < columns && entries.count > 0; a++) {
    const start = x.start[a];
    const own = x.start[a + 1] - start;
    entries.first[a] = x.point[start] << 2;
    for (let k = 0; k < count; k++) {
      if (k < own && x.point[start + k] !== x.point[start] + k) entries.count = 0;
      const place = count === 4 && k < 2 ? 1 - k : k;
      entries.weight[place * columns + a] = k < own ? <f32>x.weight[start + k] : 0;
    }
  }
}
