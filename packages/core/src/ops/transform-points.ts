import {
  concat,
  div,
  isFinite as finite,
  greater,
  less,
  matMul,
  mul,
  neg,
  ones,
  slice,
  split,
  sum,
  type Tensor,
  type Tensor3D,
  tensor3d,
  tidy,
  where,
  zeros,
} from '@tensorflow/tfjs-core';
import { CropError } from '../errors.js';
import type { OrUnranked, PointsInput, ThetaInput } from '../inputs/argument-types.js';
import { readPoints } from '../inputs/read-points.js';
import { readTheta } from '../inputs/read-theta.js';
import { differentiable } from './differentiable.js';
import { isSquare, linearPart } from './homogeneous.js';
import { perImage } from './per-image.js';

/**
 * Takes points of a crop to their places in the image that theta crops it from. For the other way, use {@link invertTheta}
 * first.
 *
 * Theta [N,2,3] or [N,3,3] takes points [N,P,2] = (x, y) to [N,P,2], and theta [N,3,4] takes points [N,P,3] = (x, y, z) to
 * [N,P,3]. -1 and 1 are the ends of the crop, and of the image. One theta can take N lists of points, and N thetas can take
 * one list. A point behind the camera is (NaN, NaN) and has no gradient: see {@link perspectiveGrid}.
 * Differentiable in both.
 *
 * @param theta - [N,2,3], [N,3,3] or [N,3,4]
 * @param points - [N,P,2] = (x, y), or [N,P,3]
 * @returns Points of the same shape, in the image.
 * @throws `INVALID_INPUT`, `INVALID_RANK`, `INVALID_DTYPE`, `INVALID_SHAPE` or `OUT_OF_MEMORY`.
 * @example
 * ```ts
 * import '@cropgrad/backend-cpu';
 * import { boxToTheta, transformPoints } from '@cropgrad/core';
 *
 * const theta = boxToTheta([[0, 0, 1, 1]]);
 * const points = transformPoints(theta, [[[-1, -1], [0, 0]]]); // the first corner of the crop, and its centre
 * console.log(await points.array()); // [ [ [ 0, 0 ], [ 0.5, 0.5 ] ] ]
 * ```
 * @pytorch None. By hand, for affine maps:
 * ```py
 * points = points @ theta[:, :, :2].mT + theta[:, :, 2].unsqueeze(1)
 * ```
 * @see {@link invertTheta} first takes points of the image to the crop; {@link composeTheta}.
 * @guide augment
 */
export function transformPoints<T, P>(theta: OrUnranked<ThetaInput, T>, points: OrUnranked<PointsInput, P>): Tensor3D;
export function transformPoints(theta: ThetaInput, points: PointsInput): Tensor3D {
  return tidy(() => {
    const op = 'transformPoints';
    const $theta = readTheta(op, 'theta', theta, 2, 'either');
    const $points = readPoints(op, points, $theta.shape[2] === 4 ? 3 : 2);
    const [thetas, lists] = [$theta.shape[0], $points.shape[0]];
    if (thetas !== lists && thetas !== 1 && lists !== 1) {
      throw new CropError('INVALID_SHAPE', {
        what: `${op}: points`,
        got: `${lists} lists of points for ${thetas} thetas`,
        expected: 'one list for each theta, one list for all thetas, or one theta for all lists',
        next: 'Pass one list of points for each theta, or a single list',
      });
    }
    const inputs = [perImage(op, $theta, lists, undefined), perImage(op, $points, thetas, undefined)];
    const shape: [number, number, number] = [thetas === 1 ? lists : thetas, $points.shape[1], $points.shape[2]];
    // For empty inputs, tfjs's backends give results of other shapes.
    const isNothing = shape.includes(0);
    const [forward, gradient] = isSquare($theta) ? [project, projectGradient] : [move, moveGradient];
    return differentiable<Tensor3D>(inputs, isNothing ? () => zeros(shape) : forward, gradient);
  });
}

/** Points (x, y) as (x, y, 1). */
function withOne(points: Tensor): Tensor3D {
  const [lists, count] = points.shape;
  return concat<Tensor3D>([points as Tensor3D, ones([lists, count, 1])], 2);
}

function move(theta: Tensor, points: Tensor): Tensor3D {
  return matMul(withOne(points), theta as Tensor3D, false, true);
}

function moveGradient(dy: Tensor, theta: Tensor, points: Tensor): Tensor[] {
  return [matMul(dy, withOne(points), true), matMul(dy, linearPart(theta))];
}

function project(theta: Tensor, points: Tensor): Tensor3D {
  const [x, y, w] = split(matMul(withOne(points), theta, false, true), 3, 2);
  return div<Tensor3D>(concat([x, y], 2), inFront(theta, w));
}

/** W where it has the sign that it has in the middle of the crop, and NaN elsewhere. */
function inFront(theta: Tensor, w: Tensor): Tensor {
  const middle = slice(theta as Tensor3D, [0, 2, 2], [-1, 1, 1]);
  const facing = mul(w, where(less(middle, 0), tensor3d([[[-1]]]), tensor3d([[[1]]])));
  return where(greater(facing, 0), w, tensor3d([[[Number.NaN]]]));
}

function projectGradient(dy: Tensor, theta: Tensor, points: Tensor): Tensor[] {
  const projected = project(theta, points);
  const [, , w] = split(matMul(withOne(points), theta, false, true), 3, 2);
  const parts = concat([dy, neg(sum(mul(dy, projected), 2, true))], 2);
  const homogeneous = where(finite(inFront(theta, w)), div(parts, w), tensor3d([[[0]]]));
  const dpoints = slice(matMul(homogeneous, theta) as Tensor3D, 0, points.shape as [number, number, number]);
  return [matMul(homogeneous, withOne(points), true), dpoints];
}
