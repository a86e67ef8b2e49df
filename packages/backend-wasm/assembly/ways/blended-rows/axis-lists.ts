import { AxisTaps } from '../../axis/axis-taps';
import { Pointer } from '../../memory/pointer';
import { takeArray, takeStruct } from '../../memory/scratch';

/**
 * The taps of one axis seen from the image: which points read each pixel, and with which weight. Only pixels that are
 * read are listed, in order, and only taps whose weight is not 0: those would turn an infinite dy into NaN.
 */
@unmanaged
export class AxisLists {
  /** How many pixels are listed. */
  pixels: i32;
  /** The pixels. */
  pixel: Pointer<i32>;
  /** Where the entries of each listed pixel start; one more tells where the last ones end. */
  start: Pointer<i32>;
  /** The points, in order for each pixel. */
  point: Pointer<i32>;
  weight: Pointer<f64>;
  /** The most entries that a pixel has. */
  most: i32;
  /** Room to count the entries of every pixel of the axis. */
  counts: Pointer<i32>;
}

/** Room for the lists of so many points with so many taps each, on an axis of `size` pixels. */
export function createAxisLists(points: i32, count: i32, size: i32): AxisLists {
  const lists = takeStruct<AxisLists>();
  const entries = <f64>points * count;
  const pixels = min(entries, <f64>size);
  lists.pixel = takeArray<i32>(pixels);
  lists.start = takeArray<i32>(pixels + 1);
  lists.point = takeArray<i32>(entries);
  lists.weight = takeArray<f64>(entries);
  lists.counts = takeArray<i32>(size);
  return lists;
}

/** Sorts the taps of the first `points` points by the pixel they read: a stable counting sort. */
export function listTaps(lists: AxisLists, taps: AxisTaps, points: i32, size: i32): void {
  const counts = lists.counts;
  const entries = points * taps.count;
  memory.fill(counts.at(0), 0, (<usize>size) << 2);
  for (let k = 0; k < entries; k++) {
    const i = taps.index[k];
    if (i >= 0 && taps.weight[k] !== 0) counts[i] = counts[i] + 1;
  }
  let pixels = 0;
  let start = 0;
  let most = 0;
  for (let i = 0; i < size; i++) {
    const count = counts[i];
    if (count === 0) continue;
    lists.pixel[pixels] = i;
    lists.start[pixels] = start;
    // From now on, where the pixel's next entry goes.
    counts[i] = start;
    start += count;
    most = max(most, count);
    pixels++;
  }
  lists.pixels = pixels;
  lists.start[pixels] = start;
  lists.most = most;
  for (let p = 0; p < points; p++) {
    for (let k = p * taps.count; k < (p + 1) * taps.count; k++) {
      const i = taps.index[k];
      if (i < 0 || taps.weight[k] === 0) continue;
      const to = counts[i];
      counts[i] = to + 1;
      lists.point[to] = p;
      lists.weight[to] = taps.weight[k];
    }
  }
}
