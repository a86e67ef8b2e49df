import type { Kernel } from '../device/kernel.js';
import { IS_FINITE } from '../device/kernel.js';
import { baseSource, placeSource } from './place.js';

const FUNCTIONS = (): readonly string[] => [IS_FINITE, placeSource(2), baseSource(2), PROJECT];

/** The function `project(crop, base)`, in WGSL: X, Y and W of an output, and whether it is in front of the camera. */
const PROJECT = `
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

fn rowAt(crop : i32, row : i32, base : vec2<f32>) -> f32 {
  let first = crop * 9 + row * 3;
  return dot(vec2<f32>(f32(theta[first]), f32(theta[first + 1])), base) + f32(theta[first + 2]);
}

// Far away the product of a gradient that is 0 with a coordinate that is not finite is none.
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
  functions: FUNCTIONS,
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
