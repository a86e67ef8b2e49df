import { computeFilteredTaps } from '../../axis/compute-filtered-taps';
import { absentFilteredTaps, createFilteredTaps, FilteredTaps } from '../../axis/filtered-taps';
import { RowTaps } from '../../axis/row-taps';
import { takeStruct } from '../../memory/scratch';
import { Row } from '../../points/row';

/**
 * The general way under antialias: each point has a list of taps on each axis, as long as its output is large, and reads
 * their product. There is room for one point's, which are never more than the axis has pixels.
 */
@unmanaged
export class ListsPlan {
  x: FilteredTaps;
  y: FilteredTaps;
  z: FilteredTaps;
  /** The same, for what a crop says of its points. */
  taps: RowTaps;

  /** Computes the taps of point j, whose coordinates are there. Says whether it has any. */
  compute(row: Row, j: i32): bool {
    const problem = row.problem;
    const image = row.image;
    const size = row.footprint;
    computeFilteredTaps(this.x, row.x.from(j), size.x[j], 1, image.width, problem);
    computeFilteredTaps(this.y, row.y.from(j), size.y[j], 1, image.height, problem);
    if (problem.dimensions === 3) computeFilteredTaps(this.z, row.z.from(j), size.z[j], 1, image.depth, problem);
    return this.x.taken[0] > 0 && this.y.taken[0] > 0 && this.z.taken[0] > 0;
  }
}

/** Room for the taps of one point. */
export function createListsPlan(row: Row): ListsPlan {
  const plan = takeStruct<ListsPlan>();
  plan.x = createFilteredTaps(1, row.image.width);
  plan.y = createFilteredTaps(1, row.image.height);
  plan.z = row.problem.dimensions === 3 ? createFilteredTaps(1, row.image.depth) : absentFilteredTaps();
  const taps = takeStruct<RowTaps>();
  taps.x = plan.x;
  taps.y = plan.y;
  taps.z = plan.z;
  taps.yAt = 0;
  taps.zAt = 0;
  taps.yStep = 0;
  taps.zStep = 0;
  plan.taps = taps;
  return plan;
}
