import { computeFilteredTaps } from '../../axis/compute-filtered-taps';
import { absentFilteredTaps, createFilteredTaps, FilteredTaps } from '../../axis/filtered-taps';
import { RowTaps } from '../../axis/row-taps';
import { Layout } from '../../memory/layout';
import { Pointer } from '../../memory/pointer';
import { takeArray, takeStruct } from '../../memory/scratch';
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
  /** The taps along x once more, for loops over vectors; behind them are 0s. */
  weight: Pointer<f32>;
  slope: Pointer<f32>;
  sizeSlope: Pointer<f32>;
  /** What an image row comes to, for gradients. */
  blend: f64;
  rowSlope: f64;
  rowSizeSlope: f64;

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

  /**
   * Whether the point's taps along x lie side by side, and vectors are there to read them with. Then they are narrowed to
   * float32, and their slopes where these are asked for.
   */
  narrowRun(hasSlopes: bool): bool {
    if (!ASC_FEATURE_SIMD) return false;
    const x = this.x;
    const n = x.taken[0];
    if (x.index[n - 1] !== x.index[0] + n - 1) return false;
    narrow(this.weight, x.weight, n);
    if (!hasSlopes) return true;
    narrow(this.slope, x.slope, n);
    narrow(this.sizeSlope, x.sizeSlope, n);
    return true;
  }

  /** Where the heaviest tap reads in the image. */
  heaviestPixel(image: Layout): i32 {
    return (
      this.x.index[this.x.heaviest[0]] * image.xStride +
      this.y.index[this.y.heaviest[0]] * image.yStride +
      this.z.index[this.z.heaviest[0]] * image.zStride
    );
  }
}

function narrow(to: Pointer<f32>, from: Pointer<f64>, n: i32): void {
  for (let k = 0; k < n; k++) to[k] = <f32>from[k];
  for (let k = n; k < n + 3; k++) to[k] = 0;
}

/** Room for the taps of one point. */
export function createListsPlan(row: Row): ListsPlan {
  const plan = takeStruct<ListsPlan>();
  const width = row.image.width;
  plan.x = createFilteredTaps(1, width);
  plan.y = createFilteredTaps(1, row.image.height);
  plan.z = row.problem.dimensions === 3 ? createFilteredTaps(1, row.image.depth) : absentFilteredTaps();
  plan.weight = takeArray<f32>(<f64>width + 3);
  plan.slope = takeArray<f32>(<f64>width + 3);
  plan.sizeSlope = takeArray<f32>(<f64>width + 3);
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
