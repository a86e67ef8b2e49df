import { AxisTaps, pixelsPerUnit } from '../../axis/axis-taps';
import { BICUBIC, BILINEAR, Bicubic } from '../../axis/modes';
import { RowTaps } from '../../axis/row-taps';
import { Layout } from '../../memory/layout';
import { Pointer } from '../../memory/pointer';
import { Problem } from '../../memory/problem';
import { takeArray, takeStruct } from '../../memory/scratch';
import { Row } from '../../points/row';
import { TapsPlan } from '../taps/plan';

/** The second derivatives of an axis's weights by the normalised coordinate. */
@unmanaged
export class Curvatures {
  ofTap: Pointer<f64>;
  /** Per point, the sum of those of its taps outside. */
  outside: Pointer<f64>;
}

/**
 * The way of a grid's points that move along a tangent: it takes all of them. Its loops are those of `taps`, with the
 * derivatives of the weights along the tangent in place of the weights: the samples are the derivatives of the samples, and
 * the gradients those of these.
 */
@unmanaged
export class TangentPlan {
  points: TapsPlan;
  x: Curvatures;
  y: Curvatures;
  z: Curvatures;
  isVolume: bool;
  /** How the current point moves along each axis. */
  hx: f64;
  hy: f64;
  hz: f64;

  /** Computes the taps of the row, whose coordinates are there. */
  compute(row: Row): void {
    this.points.compute(row, 0, row.points);
    // Straight weights have none, which were written once and for all.
    if (row.problem.mode === BILINEAR) return;
    if (row.problem.mode !== BICUBIC) unreachable();
    const taps = this.points.taps;
    curve(this.x, taps.x, row.x, row.points, row.image.width, row.problem);
    curve(this.y, taps.y, row.y, row.points, row.image.height, row.problem);
    if (this.isVolume) curve(this.z, taps.z, row.z, row.points, row.image.depth, row.problem);
  }

  /** Goes to point j of the row. */
  enterPoint(row: Row, j: i32): void {
    const tangent = row.tangent.from(j * row.problem.dimensions);
    this.hx = <f64>tangent[0];
    this.hy = <f64>tangent[1];
    this.hz = this.isVolume ? <f64>tangent[2] : 0;
  }

  /** Whether point j has a tap in the image. One that has none changes nothing, wherever it moves, and be that NaN. */
  readsAny(j: i32): bool {
    const taps = this.points.taps;
    return isInside(taps.x, j) && isInside(taps.y, j) && isInside(taps.z, j * taps.zStep);
  }

  /** Multiplies out the taps of point j, which was entered, inside the image whose weight changes; says how many they are. */
  multiply(j: i32, image: Layout): i32 {
    const taps = this.points.taps;
    const offset = this.points.offset;
    const weight = this.points.weight;
    const x = taps.x;
    const y = taps.y;
    const z = taps.z;
    const zFrom = j * taps.zStep * z.count;
    let n = 0;
    for (let c = zFrom; c < zFrom + z.count; c++) {
      if (z.index[c] < 0) continue;
      for (let b = j * y.count; b < (j + 1) * y.count; b++) {
        if (y.index[b] < 0) continue;
        const imageRow = z.index[c] * image.zStride + y.index[b] * image.yStride;
        const still = this.hx * z.weight[c] * y.weight[b];
        const moved = this.hy * z.weight[c] * y.slope[b] + this.hz * z.slope[c] * y.weight[b];
        for (let a = j * x.count; a < (j + 1) * x.count; a++) {
          if (x.index[a] < 0) continue;
          const change = still * x.slope[a] + moved * x.weight[a];
          if (change === 0) continue;
          offset[n] = imageRow + x.index[a] * image.xStride;
          weight[n] = change;
          n++;
        }
      }
    }
    return n;
  }

  /** How fast the weight of point j outside, 1 - (1 - ox)·(1 - oy)·(1 - oz), grows along the tangent. */
  outsideSlope(j: i32): f64 {
    const taps = this.points.taps;
    const x = taps.x;
    const y = taps.y;
    const z = taps.z;
    const c = j * taps.zStep;
    const ix = 1 - x.outside[j];
    const iy = 1 - y.outside[j];
    const iz = 1 - z.outside[c];
    const alongPlane = this.hx * x.outsideSlope[j] * iy * iz + this.hy * y.outsideSlope[j] * ix * iz;
    return alongPlane + this.hz * z.outsideSlope[c] * ix * iy;
  }
}

function isInside(taps: AxisTaps, j: i32): bool {
  for (let k = j * taps.count; k < (j + 1) * taps.count; k++) if (taps.index[k] >= 0) return true;
  return false;
}

/** Bicubic taps are padded one by one, and their place between the pixels is that of the coordinate. */
function curve(to: Curvatures, taps: AxisTaps, x: Pointer<f64>, points: i32, size: i32, problem: Problem): void {
  const mode = changetype<Bicubic>(0);
  const perUnit = pixelsPerUnit(size, problem.alignCorners !== 0);
  const a = problem.cubicCoefficient;
  for (let p = 0, k = 0; p < points; p++) {
    const t = x[p] - mode.base(x[p]);
    let outside: f64 = 0;
    for (let tap = mode.first; tap < mode.first + mode.taps; tap++, k++) {
      const curvature = mode.curvature(<f64>tap, t, a) * perUnit * perUnit;
      to.ofTap[k] = curvature;
      if (taps.index[k] < 0) outside += curvature;
    }
    // Where nothing is outside there is no weight to change, and where all is, it stays.
    to.outside[p] = taps.outside[p] === 0 || taps.outside[p] === 1 ? 0 : outside;
  }
}

/** Room for a row, whose points have the taps of `points`. */
export function createTangentPlan(row: Row, points: TapsPlan): TangentPlan {
  const plan = takeStruct<TangentPlan>();
  const taps: RowTaps = points.taps;
  plan.points = points;
  plan.isVolume = row.problem.dimensions === 3;
  plan.x = createCurvatures(row.points, taps.x.count);
  plan.y = createCurvatures(row.points, taps.y.count);
  plan.z = plan.isVolume ? createCurvatures(row.points, taps.z.count) : createCurvatures(1, 1);
  return plan;
}

/** Room for those of so many points, which are 0 yet. */
function createCurvatures(points: i32, count: i32): Curvatures {
  const curvatures = takeStruct<Curvatures>();
  curvatures.ofTap = takeArray<f64>(<f64>points * count);
  curvatures.outside = takeArray<f64>(points);
  memory.fill(curvatures.ofTap.at(0), 0, (<usize>(points * count)) << 3);
  memory.fill(curvatures.outside.at(0), 0, (<usize>points) << 3);
  return curvatures;
}
