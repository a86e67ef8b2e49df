import { Pointer } from '../memory/pointer';
import { takeArray, takeStruct } from '../memory/scratch';
import { AxisTaps } from './axis-taps';
import { Coverage } from './coverage';
import { PowerSums } from './power-sums';

/**
 * Where a list of points reads along one axis under antialias: as many taps as the size of each output asks for. `count`
 * is the room per point, of which only what is taken is written, unless `closeLists` is asked to. An output's size is that of its footprint along the
 * axis, in pixels, and 1 at least.
 */
@unmanaged
export class FilteredTaps extends AxisTaps {
  /** How many taps each point has. */
  taken: Pointer<i32>;
  /** Which of them weighs most, counted from the point's first one. */
  heaviest: Pointer<i32>;
  /** The derivative of the weights, and of what is outside, by the output's size. */
  sizeSlope: Pointer<f64>;
  outsideSizeSlope: Pointer<f64>;
  /** That of the point whose taps are computed. */
  coverage: Coverage;
  /** Those of a pixel whose copies are added up. */
  powerSums: PowerSums;
}

/** Gives index -1 to the taps behind the taken ones, for readers of as many taps per point as there is room for. */
export function closeLists(taps: FilteredTaps, points: i32): void {
  for (let p = 0; p < points; p++) {
    for (let k = p * taps.count + taps.taken[p]; k < (p + 1) * taps.count; k++) taps.index[k] = -1;
  }
}

/** Room for up to `most` taps of each of so many points. */
export function createFilteredTaps(points: i32, most: i32): FilteredTaps {
  const taps = takeStruct<FilteredTaps>();
  taps.count = most;
  taps.index = takeArray<i32>(<f64>points * most);
  taps.weight = takeArray<f64>(<f64>points * most);
  taps.slope = takeArray<f64>(<f64>points * most);
  taps.sizeSlope = takeArray<f64>(<f64>points * most);
  taps.outside = takeArray<f64>(points);
  taps.outsideSlope = takeArray<f64>(points);
  taps.outsideSizeSlope = takeArray<f64>(points);
  taps.taken = takeArray<i32>(points);
  taps.heaviest = takeArray<i32>(points);
  taps.coverage = takeStruct<Coverage>();
  taps.powerSums = takeStruct<PowerSums>();
  taps.slack = 0;
  return taps;
}

/** The taps of an axis that is not there: one on pixel 0. */
export function absentFilteredTaps(): FilteredTaps {
  const taps = createFilteredTaps(1, 1);
  taps.index[0] = 0;
  taps.weight[0] = 1;
  taps.slope[0] = 0;
  taps.sizeSlope[0] = 0;
  taps.outside[0] = 0;
  taps.outsideSlope[0] = 0;
  taps.outsideSizeSlope[0] = 0;
  taps.taken[0] = 1;
  taps.heaviest[0] = 0;
  return taps;
}
