import type { Kernel } from '../device/kernel.js';
import { IS_FINITE } from '../device/kernel.js';
import { footprintSource } from './footprint.js';
import { baseSource, placeSource } from './place.js';

const FUNCTIONS = (): readonly string[] => [IS_FINITE, placeSource(2), baseSource(2), PROJECT];

/** The function `project(crop, base)`, in WGSL: X, Y and W of an output, and whether it is in front of the camera. */
export const PROJECT: string = `
struct Projected { x : f32, y : f32, w : f32, inFront : bool }

fn project(crop : i32, base : vec2<f32>) -> Projected {
  var isUsable = true;
  for (var k = 0; k < 9; k++) {
    isUsable = isUsable && isFinite(f32(theta[crop * 9 + k]));
  }
  let facing = select(1.0, -1.0, f32(theta[crop * 9 + 8]) < 0.0);
  let w = rowAt(crop, 2, base);
  return Projected(rowAt(crop, 0, base), rowAt(crop, 1, base), w, isUsable && w * facing > 0.0);
}

fn entriesOf(crop : i32, row : i32) -> vec2<f32> {
  let first = crop * 9 + row * 3;
  return vec2<f32>(f32(theta[first]), f32(theta[first + 1]));
}

fn rowAt(crop : i32, row : i32, base : vec2<f32>) -> f32 {
  return dot(entriesOf(crop, row), base) + f32(theta[crop * 9 + row * 3 + 2]);
}
`;

/** Far away the product of a gradient that is 0 with a coordinate that is not finite is none. */
const ALONG = `
fn along(g : f32, x : f32) -> f32 {
  if (g == 0.0) {
    return 0.0;
  }
  return g * x;
}`;

/** theta → grid; NaN, whose bits are a uniform, behind the camera and of a theta that is not finite. */
export const perspectiveGridKernel: Kernel = {
  key: 'perspectiveGrid',
  arrays: ['theta'],
  functions: FUNCTIONS,
  body: () => `
  let point = index / 2;
  let crop = point / uniforms.outputs;
  let seen = project(crop, baseOf(placeOf(point - crop * uniforms.outputs)));
  var coordinate = bitcast<f32>(uniforms.nan);
  if (seen.inFront) {
    coordinate = select(seen.y, seen.x, index == point * 2) / seen.w;
  }
  setOutputAtIndex(index, coordinate);`,
};

/**
 * The first step of dgrid, theta → dtheta: for each of nine entries of each theta, `blocks` partial sums. The terms are
 * (gx, gy, -(gx X/W + gy Y/W)) / W by row, times (u, v, 1) by column.
 */
export const perspectiveTermsKernel: Kernel = {
  key: 'perspectiveTerms',
  arrays: ['dgrid', 'theta'],
  functions: () => [...FUNCTIONS(), ALONG],
  body: () => `
  let entry = index / uniforms.blocks;
  let column = entry % 3;
  let row = (entry / 3) % 3;
  let crop = entry / 9;
  var sum = 0.0;
  for (var at = index - entry * uniforms.blocks; at < uniforms.outputs; at += uniforms.blocks) {
    let base = baseOf(placeOf(at));
    let seen = project(crop, base);
    if (!seen.inFront) {
      continue;
    }
    let gx = f32(dgrid[(crop * uniforms.outputs + at) * 2]);
    let gy = f32(dgrid[(crop * uniforms.outputs + at) * 2 + 1]);
    let away = -(along(gx, seen.x / seen.w) + along(gy, seen.y / seen.w));
    let share = select(select(away, gy, row == 1), gx, row == 0);
    sum += share / seen.w * select(select(1.0, base.y, column == 1), base.x, column == 0);
  }
  setOutputAtIndex(index, sum);`,
};

/**
 * The same where each point has a gradient by its footprints, too: `dgrid` has four numbers per point. With J the derivative
 * of a coordinate p by (u, v), the entries of theta's row i above the last get what J_i gets over W, the last row -p_i times
 * that, p_i the product of that with the last row, negated, and W what J_i gets times J_i over W, negated.
 */
export const filteredPerspectiveTermsKernel: Kernel = {
  key: 'filteredPerspectiveTerms',
  arrays: ['dgrid', 'theta'],
  functions: () => [...FUNCTIONS(), ALONG, footprintSource(2), BY_JACOBIAN],
  body: () => `
  let entry = index / uniforms.blocks;
  let column = entry % 3;
  let row = (entry / 3) % 3;
  let crop = entry / 9;
  let last = entriesOf(crop, 2);
  var sum = 0.0;
  for (var at = index - entry * uniforms.blocks; at < uniforms.outputs; at += uniforms.blocks) {
    let base = baseOf(placeOf(at));
    let seen = project(crop, base);
    if (!seen.inFront) {
      continue;
    }
    let point = vec2<f32>(seen.x, seen.y) / seen.w;
    let begin = (crop * uniforms.outputs + at) * 4;
    let x = byJacobian(f32(dgrid[begin + 2]), entriesOf(crop, 0), last, point.x, seen.w, uniforms.ratioX);
    let y = byJacobian(f32(dgrid[begin + 3]), entriesOf(crop, 1), last, point.y, seen.w, uniforms.ratioY);
    let gx = f32(dgrid[begin]) - dot(x.entries, last);
    let gy = f32(dgrid[begin + 1]) - dot(y.entries, last);
    let away = -(along(gx, point.x) + along(gy, point.y) + x.byW + y.byW);
    let share = select(select(away, gy, row == 1), gx, row == 0) / seen.w;
    let lastEntries = -vec2<f32>(
      along(x.entries.x, point.x) + along(y.entries.x, point.y),
      along(x.entries.y, point.x) + along(y.entries.y, point.y));
    let own = select(select(lastEntries, y.entries, row == 1), x.entries, row == 0);
    sum += share * select(select(1.0, base.y, column == 1), base.x, column == 0);
    sum += select(select(0.0, own.y, column == 1), own.x, column == 0);
  }
  setOutputAtIndex(index, sum);`,
};

/**
 * What a footprint's gradient g flows into: the entries of its row of theta, and `byW`, minus W times what W gets of it.
 */
const BY_JACOBIAN = `
struct ByJacobian { entries : vec2<f32>, byW : f32 }

fn byJacobian(g : f32, row : vec2<f32>, last : vec2<f32>, p : f32, w : f32, ratio : vec2<f32>) -> ByJacobian {
  if (g == 0.0) {
    return ByJacobian();
  }
  let jacobian = (row - p * last) / w;
  let byEntry = g * growthOf(jacobian * ratio) * ratio;
  return ByJacobian(byEntry / w, dot(byEntry, jacobian));
}`;
