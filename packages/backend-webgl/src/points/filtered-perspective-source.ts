import type { KernelSource } from '../device/kernel-source.js';
import { LONG_SUM } from '../device/long-sum.js';
import { footprintFunctions } from './footprint-source.js';
import { PERSPECTIVE_PARTS_SOURCE, perspectivePartsBody } from './perspective-source.js';

/** What a footprint's gradient g flows into: the entries of its row of theta, and `byW`, minus W times what W gets of it. */
const BY_JACOBIAN = `
struct ByJacobian { vec2 entries; float byW; };
ByJacobian byJacobian(float g, vec2 row, vec2 last, float p, float w, vec2 ratio) {
  if (g == 0.0) { return ByJacobian(vec2(0.0), 0.0); }
  vec2 jacobian = (row - p * last) / w;
  vec2 byEntry = g * growthOf(jacobian * ratio) * ratio;
  return ByJacobian(byEntry / w, dot(byEntry, jacobian));
}
`;

/**
 * The first half of dgrid, theta → dtheta of antialiased perspective crops, whose points have gradients by their footprints,
 * too, last in `dgrid`. With J the derivative of a coordinate p by (u, v), the entries of theta's row above the last get what J
 * gets over W, the last row -p times that, p the product of that with the last row, negated, and W what J gets times J over
 * W, negated.
 */
export const FILTERED_PERSPECTIVE_PARTS_SOURCE: KernelSource = {
  tensors: PERSPECTIVE_PARTS_SOURCE.tensors,
  functions: PERSPECTIVE_PARTS_SOURCE.functions + footprintFunctions(2) + BY_JACOBIAN,
  body: perspectivePartsBody(`
      vec2 last = vec2(theta6, theta7);
      vec2 point = vec2(x, y) / w;
      int dgrid0 = (n * perCrop + place) * 4;
      ByJacobian byX = byJacobian(getDgrid(dgrid0 + 2), vec2(theta0, theta1), last, point.x, w, vec2(ratioXX, ratioXY));
      ByJacobian byY = byJacobian(getDgrid(dgrid0 + 3), vec2(theta3, theta4), last, point.y, w, vec2(ratioYX, ratioYY));
      float gx = getDgrid(dgrid0) - dot(byX.entries, last);
      float gy = getDgrid(dgrid0 + 1) - dot(byY.entries, last);
      float away = -(along(gx, point.x) + along(gy, point.y) + byX.byW + byY.byW);
      vec2 lastEntries = -vec2(
        along(byX.entries.x, point.x) + along(byY.entries.x, point.y),
        along(byX.entries.y, point.x) + along(byY.entries.y, point.y));
      vec2 own = row == 0 ? byX.entries : row == 1 ? byY.entries : lastEntries;
      float share = row == 0 ? gx : row == 1 ? gy : away;
      float factor = column == 0 ? u : column == 1 ? v : 1.0;
      ${LONG_SUM.add('share / w * factor')}
      ${LONG_SUM.add('(column == 0 ? own.x : column == 1 ? own.y : 0.0)')}`),
};
