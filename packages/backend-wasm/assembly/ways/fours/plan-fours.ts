import { FourAxis } from '../../axis/four-axis';
import { BICUBIC, BILINEAR, Bicubic, Bilinear, NEAREST, Nearest } from '../../axis/modes';
import { BORDER, Border, REFLECTION, Reflection, WRAP, Wrap, ZEROS, Zeros } from '../../axis/paddings';
import { Problem } from '../../memory/problem';
import { Row } from '../../points/row';
import { GridFours, GridVolumeFours, RowFours } from './coordinates';
import { cutPoints } from './cut-points';
import { FoursPlan, NOTHING, SINGLE } from './plan';
import { InImage, InVolume } from './space';

/** Plans the points of a row of a grid, or those whose coordinates are there. */
export function planFours(plan: FoursPlan, row: Row, slopes: bool): void {
  plan.hasSlopes = slopes;
  plan.hasSingles = false;
  plan.reach = 0;
  if (plan.isVolume) planIn<InVolume, GridVolumeFours>(plan, row);
  else planIn<InImage, GridFours>(plan, row);
  if (row.problem.mode === BICUBIC) plan.weights.find(plan.tx, plan.ty, row.points, slopes);
}

/** `G` says where points of a grid lie. */
function planIn<D, G>(plan: FoursPlan, row: Row): void {
  const points = row.points;
  const problem = row.problem;
  if (row.grid === 0) {
    planPoints<D, RowFours>(plan, row.x.at(0), row.y.at(0), row.z.at(0), 0, points, problem);
    return;
  }
  const whole = points & ~3;
  planPoints<D, G>(plan, row.grid, 0, 0, 0, whole, problem);
  if (whole === points) return;
  // No vector may end behind the grid.
  const bytes = problem.dimensions << 2;
  memory.fill(plan.tail.at(0), 0, 48);
  memory.copy(plan.tail.at(0), row.grid + whole * bytes, (points - whole) * bytes);
  planPoints<D, G>(plan, plan.tail.at(0) - whole * bytes, 0, 0, whole, points, problem);
}

/** Plans points of which `S` says where they lie, starting from `x`, `y` and `z`. */
function planPoints<D, S>(plan: FoursPlan, x: usize, y: usize, z: usize, from: i32, to: i32, problem: Problem): void {
  switch (problem.mode) {
    case NEAREST:
      planPadded<D, S, Nearest>(plan, x, y, z, from, to, problem);
      break;
    case BILINEAR:
      planPadded<D, S, Bilinear>(plan, x, y, z, from, to, problem);
      break;
    case BICUBIC:
      // Each tap is padded alone: points with all taps inside are left as they are, and others taken one by one. An image
      // that repeats has the same taps around a point of its next repetition.
      if (changetype<D>(0).isVolume) unreachable();
      else if (problem.paddingMode === WRAP) planRow<D, S, Bicubic, Wrap>(plan, x, y, z, from, to);
      else planRow<D, S, Bicubic, Zeros>(plan, x, y, z, from, to);
      break;
    default:
      unreachable();
  }
  if (isFinite(problem.cutoff)) cutPoints<D, S>(plan, x, y, z, from, to, <f32>problem.cutoff);
}

function planPadded<D, S, M>(
  plan: FoursPlan,
  x: usize,
  y: usize,
  z: usize,
  from: i32,
  to: i32,
  problem: Problem,
): void {
  switch (problem.paddingMode) {
    case ZEROS:
      planRow<D, S, M, Zeros>(plan, x, y, z, from, to);
      break;
    case BORDER:
      planRow<D, S, M, Border>(plan, x, y, z, from, to);
      break;
    case REFLECTION:
      planRow<D, S, M, Reflection>(plan, x, y, z, from, to);
      break;
    case WRAP:
      planRow<D, S, M, Wrap>(plan, x, y, z, from, to);
      break;
    default:
      unreachable();
  }
}

function planRow<D, S, M, P>(plan: FoursPlan, xs: usize, ys: usize, zs: usize, from: i32, to: i32): void {
  const isVolume = changetype<D>(0).isVolume;
  const source = changetype<S>(0);
  const mode = changetype<M>(0);
  const padding = changetype<P>(0);
  const axisX = plan.x;
  const axisY = plan.y;
  const axisZ = plan.z;
  const offset = plan.offset;
  const right = plan.right;
  const below = plan.below;
  const behind = plan.behind;
  const tx = plan.tx;
  const ty = plan.ty;
  const tz = plan.tz;
  const slope = plan.slope;
  const slopeZ = plan.slopeZ;
  const slopes = plan.hasSlopes;
  let reach = i32x4.splat(plan.reach);
  for (let j = from; j < to; j += 4) {
    const x = Coordinates.usable<P>(source.x(axisX, xs, ys, zs, j));
    const y = Coordinates.usable<P>(source.y(axisY, xs, ys, zs, j));
    const paddedX = padding.coordinates(axisX, x);
    const paddedY = padding.coordinates(axisY, y);
    const baseX = mode.bases(paddedX);
    const baseY = mode.bases(paddedY);
    const indexX = Coordinates.indices<M>(axisX, baseX);
    const indexY = Coordinates.indices<M>(axisY, baseY);
    const stepX = axisX.splat(offsetof<FourAxis>('step'));
    const stepY = axisY.splat(offsetof<FourAxis>('step'));
    let outside = v128.or(axisX.areOutside(indexX), axisY.areOutside(indexY));
    let at = i32x4.add(i32x4.mul(indexX, stepX), i32x4.mul(indexY, stepY));
    let z = x;
    let paddedZ = x;
    let indexZ = x;
    let stepZ = x;
    if (isVolume) {
      z = Coordinates.usable<P>(source.z(axisZ, xs, ys, zs, j));
      paddedZ = padding.coordinates(axisZ, z);
      const baseZ = mode.bases(paddedZ);
      indexZ = Coordinates.indices<M>(axisZ, baseZ);
      stepZ = axisZ.splat(offsetof<FourAxis>('step'));
      outside = v128.or(outside, axisZ.areOutside(indexZ));
      at = i32x4.add(at, i32x4.mul(indexZ, stepZ));
      if (mode.taps > 1) v128.store(tz.at(j), f32x4.sub(paddedZ, baseZ));
    }
    if (mode.taps === 2) {
      v128.store(right.at(j), padding.moves ? axisX.steps(indexX) : stepX);
      v128.store(below.at(j), padding.moves ? axisY.steps(indexY) : stepY);
      if (isVolume) v128.store(behind.at(j), padding.moves ? axisZ.steps(indexZ) : stepZ);
    }
    if (i32x4.bitmask(outside)) {
      let near = v128.and(axisX.areNear(indexX), axisY.areNear(indexY));
      if (isVolume) near = v128.and(near, axisZ.areNear(indexZ));
      const others = v128.bitselect(i32x4.splat(SINGLE), i32x4.splat(NOTHING), near);
      at = v128.bitselect(others, at, outside);
      if (v128.any_true(v128.and(near, outside))) plan.hasSingles = true;
      if (mode.taps > 2 || (mode.taps > 1 && !padding.moves)) {
        v128.store(right.at(j), v128.bitselect(indexX, stepX, outside));
        v128.store(below.at(j), v128.bitselect(indexY, stepY, outside));
        if (isVolume) v128.store(behind.at(j), v128.bitselect(indexZ, stepZ, outside));
      }
    }
    reach = i32x4.max_s(reach, at);
    v128.store(offset.at(j), at);
    if (mode.taps > 1) {
      v128.store(tx.at(j), f32x4.sub(paddedX, baseX));
      v128.store(ty.at(j), f32x4.sub(paddedY, baseY));
      if (slopes) {
        const slopeX = padding.slopes(axisX, x, paddedX);
        const slopeY = padding.slopes(axisY, y, paddedY);
        v128.store(slope.at(2 * j), v128.shuffle<f32>(slopeX, slopeY, 0, 4, 1, 5));
        v128.store(slope.at(2 * j), v128.shuffle<f32>(slopeX, slopeY, 2, 6, 3, 7), 16);
        if (isVolume) v128.store(slopeZ.at(j), padding.slopes(axisZ, z, paddedZ));
      }
    }
  }
  reach = i32x4.max_s(reach, v128.shuffle<i32>(reach, reach, 2, 3, 0, 1));
  plan.reach = max(i32x4.extract_lane(reach, 0), i32x4.extract_lane(reach, 1));
}

class Coordinates {
  /** Where padding moves points, makes infinite coordinates NaN, which no padding moves into the image. */
  @inline
  static usable<P>(x: v128): v128 {
    return changetype<P>(0).moves ? f32x4.add(x, f32x4.sub(x, x)) : x;
  }

  /** The indices of first taps. */
  @inline
  static indices<M>(axis: FourAxis, base: v128): v128 {
    return changetype<M>(0).taps > 1 ? axis.indices(base) : axis.padded(axis.indices(base));
  }
}
