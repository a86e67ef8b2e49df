import { LONGEST } from '../../axis/four-axis';
import { padPixel } from '../../axis/pad';
import { Row } from '../../points/row';
import { FoursPlan } from './plan';
import { Sums } from './sums';

/** In place of the bytes to a column or row: there is none. */
const NONE: i32 = i32.MIN_VALUE;

/** Finds the columns and rows of a bicubic point, each padded alone; says whether it lies near enough to be counted so. */
export function findCubicEdge(row: Row, plan: FoursPlan, j: i32): bool {
  const x = plan.right[j];
  const y = plan.below[j];
  if (abs(x) >= LONGEST || abs(y) >= LONGEST) return false;
  const problem = row.problem;
  const alignCorners = problem.alignCorners !== 0;
  for (let k = 0; k < 4; k++) {
    const column = padPixel(<f64>(x + k), row.image.width, problem.paddingMode, alignCorners);
    const line = padPixel(<f64>(y + k), row.image.height, problem.paddingMode, alignCorners);
    plan.columns[k] = column < 0 ? NONE : column * plan.x.step;
    plan.rows[k] = line < 0 ? NONE : line * plan.y.step;
  }
  return true;
}

/** What tap (i, k) reads in the channel whose plane, or pixels, start at `plane`. */
class CubicTap {
  @inline
  static value<T>(row: Row, plan: FoursPlan, i: i32, k: i32, plane: usize): f32 {
    const column = plan.columns[i];
    const line = plan.rows[k];
    return column === NONE || line === NONE ? <f32>row.problem.fillValue : <f32>load<T>(plane + column + line);
  }
}

/** Samples a point whose columns and rows were found. The sum is taken of what differs from one tap, as in `Cubic`. */
export function gatherCubicEdge<T>(row: Row, plan: FoursPlan, j: i32): void {
  const wx = plan.weights.x.from(4 * j);
  const wy = plan.weights.y.from(4 * j);
  let plane = row.imageAt;
  let out = row.cropAt + ((<usize>(j * row.crop.xStride)) << 2);
  for (let c = 0; c < row.crop.channels; c++) {
    const from = CubicTap.value<T>(row, plan, 1, 1, plane);
    let sum: f32 = 0;
    for (let k = 0; k < 4; k++) {
      let along: f32 = 0;
      for (let i = 0; i < 4; i++) along += wx[i] * (CubicTap.value<T>(row, plan, i, k, plane) - from);
      sum += wy[k] * along;
    }
    store<f32>(out, from + sum);
    plane += (<usize>row.image.channelStride) << alignof<T>();
    out += (<usize>row.crop.channelStride) << 2;
  }
}

/** Differentiates such a point. */
export function slopeCubicEdge<T>(row: Row, plan: FoursPlan, j: i32): void {
  const wx = plan.weights.x.from(4 * j);
  const wy = plan.weights.y.from(4 * j);
  const sx = plan.weights.slopeX.from(4 * j);
  const sy = plan.weights.slopeY.from(4 * j);
  let plane = row.imageAt;
  let dy = row.cropAt + ((<usize>(j * row.crop.xStride)) << 2);
  let gx: f32 = 0;
  let gy: f32 = 0;
  for (let c = 0; c < row.crop.channels; c++) {
    const from = CubicTap.value<T>(row, plan, 1, 1, plane);
    const g = load<f32>(dy);
    for (let k = 0; k < 4; k++) {
      let slope: f32 = 0;
      let along: f32 = 0;
      for (let i = 0; i < 4; i++) {
        const difference = CubicTap.value<T>(row, plan, i, k, plane) - from;
        slope += sx[i] * difference;
        along += wx[i] * difference;
      }
      gx += g * (wy[k] * slope);
      gy += g * (sy[k] * along);
    }
    plane += (<usize>row.image.channelStride) << alignof<T>();
    dy += (<usize>row.crop.channelStride) << 2;
  }
  row.gx[j] = <f64>(gx * plan.slope[2 * j]);
  row.gy[j] = <f64>(gy * plan.slope[2 * j + 1]);
}

/** The transpose of `gatherCubicEdge`. */
export function scatterCubicEdge<A>(row: Row, plan: FoursPlan, j: i32): void {
  const wx = plan.weights.x.from(4 * j);
  const wy = plan.weights.y.from(4 * j);
  let plane = row.imageAt;
  let dy = row.cropAt + ((<usize>(j * row.crop.xStride)) << 2);
  for (let c = 0; c < row.crop.channels; c++) {
    for (let k = 0; k < 4; k++) {
      for (let i = 0; i < 4; i++) {
        if (plan.columns[i] === NONE || plan.rows[k] === NONE) continue;
        Sums.addAny<A>(plane + Sums.at<A>(plan.columns[i] + plan.rows[k]), wx[i] * wy[k], load<f32>(dy));
      }
    }
    plane += (<usize>row.image.channelStride) << alignof<A>();
    dy += (<usize>row.crop.channelStride) << 2;
  }
}
