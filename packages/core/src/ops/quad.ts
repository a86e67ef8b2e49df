import {
  add,
  concat,
  div,
  equal,
  isFinite as finite,
  matMul,
  mul,
  reverse,
  split,
  sub,
  sum,
  type Tensor,
  type Tensor3D,
  tensor3d,
  tidy,
  transpose,
  where,
  zeros,
  zerosLike,
} from '@tensorflow/tfjs-core';
import type { OrUnranked, QuadsInput } from '../inputs/argument-types.js';
import { readQuads } from '../inputs/read-quads.js';
import { differentiable } from './differentiable.js';

/**
 * Turns quadrilaterals into the perspective maps that straighten them: OpenCV's `getPerspectiveTransform`, in [-1, 1].
 *
 * Quads are [N,4,2]: where in the image the crop's top left, top right, bottom right and bottom left corner lie, each as
 * (x, y), normalised so that -1 and 1 are the ends of each axis. From pixels: (2·x/W - 1, 2·y/H - 1). Gives theta [N,3,3],
 * whose last entry is 1, and whose last row is exactly (0, 0, 1) for a box. A convex quad, mirrored or not, is in front of the
 * camera as a whole. A quad whose bottom right corner is on one line with both of its neighbours has no map: theta is NaN,
 * sampling with it gives `fillValue`, and there is no gradient. Differentiable.
 *
 * @param quads - [N,4,2], the corners (x, y) from -1 to 1
 * @returns Theta [N,3,3].
 * @throws `INVALID_INPUT`, `INVALID_RANK`, `INVALID_DTYPE` or `INVALID_SHAPE`.
 * @example
 * ```ts
 * import '@cropgrad/backend-cpu';
 * import { quadToTheta } from '@cropgrad/core';
 *
 * const theta = quadToTheta([[[-0.5, -1], [0.5, -1], [1, 1], [-1, 1]]]);
 * console.log(Array.from(await theta.data(), (entry) => entry.toFixed(2)).join(' ')); // 0.67 0.00 0.00 0.00 1.00 -0.33 0.00 -0.33 1.00
 * ```
 * @pytorch None. In Kornia:
 * ```py
 * corners = torch.tensor([[[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]]])
 * theta = kornia.geometry.get_perspective_transform(corners.expand_as(quads), quads)
 * ```
 * @see {@link perspectiveGrid} and {@link perspectiveSample} take the theta; {@link cropQuads} does it all.
 * @guide straighten-a-page
 */
export function quadToTheta<Q>(quads: OrUnranked<QuadsInput, Q>): Tensor3D;
export function quadToTheta(quads: QuadsInput): Tensor3D {
  return thetaOfQuads('quadToTheta', quads);
}

/** {@link quadToTheta} on behalf of another op, whose name errors carry. */
export function thetaOfQuads(op: string, quads: QuadsInput): Tensor3D {
  return tidy(() => differentiable<Tensor3D>([readQuads(op, quads)], thetas, (dtheta, x) => [quadGradient(dtheta, x)]));
}

/** The crop's corners, (u, v, 1) each, from the top left clockwise. */
const CORNERS = [
  [-1, -1, 1],
  [1, -1, 1],
  [1, 1, 1],
  [-1, 1, 1],
];

/** Heckbert's closed form. With W = 1 at the first corner it is 1 + g at the second and 1 + h at the fourth. */
function thetas(quads: Tensor): Tensor3D {
  // Some backends cannot transpose nothing.
  if (quads.size === 0) return zeros([0, 3, 3]);
  const [p0, p1, p2, p3] = split(quads, 4, 1);
  // In this order a box has a sum of exactly 0.
  const bent = add(sub(p0, p1), sub(p2, p3));
  const along = sub(p1, p2);
  const down = sub(p3, p2);
  const turn = cross(along, down);
  // Some GPUs' quotients by 0 are finite.
  const area = where(equal(turn, 0), tensor3d(new Float32Array(turn.size).fill(Number.NaN), [turn.size, 1, 1]), turn);
  const g = div(cross(bent, down), area);
  const h = div(cross(along, bent), area);
  const q1 = mul(p1, add(g, 1));
  const q3 = mul(p3, add(h, 1));
  const rows = transpose(mul(concat([sub(q1, p0), sub(q3, p0), add(q1, q3)], 1), 0.5), [0, 2, 1]);
  const last = mul(concat([g, h, add(add(g, h), 2)], 2), 0.5);
  const theta = concat([rows, last], 1);
  return div(theta, mul(add(add(g, h), 2), 0.5));
}

/**
 * Each corner is the image of a fixed (u, v). So, with W at the corner, dtheta and dcorner are related by an 8 x 8 system.
 * The functions 1, u, v and u·v are orthogonal on the corners, which leaves two unknowns, the parts along u·v.
 */
function quadGradient(dtheta: Tensor, quads: Tensor): Tensor {
  const theta = thetas(quads);
  const corners = tensor3d([CORNERS]);
  const [dx, dy, dw] = split(dtheta, 3, 1);
  const known = mul(matMul(corners, concat([dx, dy], 1), false, true), 0.25);
  // The sums over the corners of u, and of v, times what follows.
  const over = (column: 0 | 1, x: Tensor): Tensor =>
    sum(mul(x, tensor3d([CORNERS.map((corner) => [corner[column]])])), 1, true);
  const [toU, toV] = split(dw, 3, 2);
  const dot = sum(mul(quads, known), 2, true);
  const a = mul(add(toU, over(0, dot)), -4);
  const b = mul(add(toV, over(1, dot)), -4);
  const [pu, pv] = [over(0, quads), over(1, quads)];
  const unknown = div(sub(mul(a, perpendicular(pu)), mul(b, perpendicular(pv))), cross(pv, pu));
  const twist = tensor3d([CORNERS.map(([u, v]) => [(u * v) / 4])]);
  const [, , lastRow] = split(theta, 3, 1);
  const w = matMul(corners, lastRow, false, true);
  const gradient = mul(w, add(known, mul(twist, unknown)));
  return where(finite(sum(theta, [1, 2], true)), gradient, zerosLike(gradient));
}

/** (x, y) to (y, -x). */
function perpendicular(p: Tensor): Tensor {
  return mul(reverse(p, 2), tensor3d([[[1, -1]]]));
}

/** a.x·b.y - a.y·b.x of pairs [N,1,2], as [N,1,1]. */
function cross(a: Tensor, b: Tensor): Tensor {
  return sum(mul(a, perpendicular(b)), 2, true);
}
