import { matMul, type Tensor3D, tidy } from '@tensorflow/tfjs-core';
import { CropError } from '../errors.js';
import type { OrUnranked, ThetaInput } from '../inputs/argument-types.js';
import { readTheta } from '../inputs/read-theta.js';
import { differentiable } from './differentiable.js';
import { homogeneous, isSquare, linearPart, toSquare } from './homogeneous.js';

/**
 * The map that crops `a` first and then `b` inside that crop: the product of their matrices, [Aa·Ab | Aa·tb + ta] if both
 * are affine.
 *
 * Two [N,2,3] give [N,2,3], and two [N,3,4] give [N,3,4]. If one is perspective, [N,3,3], the other may be [N,3,3] or
 * [N,2,3], and the result is [N,3,3]. Differentiable in both.
 *
 * @param a - the outer crop: [N,2,3], [N,3,3] or [N,3,4]
 * @param b - the crop inside it, of the same kind
 * @returns Theta of the crop inside the crop: [N,2,3], [N,3,3] or [N,3,4].
 * @throws `INVALID_INPUT`, `INVALID_RANK`, `INVALID_DTYPE` or `INVALID_SHAPE`.
 * @example
 * ```ts
 * import '@cropgrad/backend-cpu';
 * import { boxToTheta, composeTheta } from '@cropgrad/core';
 *
 * const topLeft = boxToTheta([[-1, -1, 0, 0]]);
 * const bottomRightOfIt = composeTheta(topLeft, boxToTheta([[0, 0, 1, 1]]));
 * console.log(await bottomRightOfIt.array()); // [ [ [ 0.25, 0, -0.25 ], [ 0, 0.25, -0.25 ] ] ]
 * ```
 * @pytorch None. With square matrices it is a product:
 * ```py
 * last = torch.tensor([[[0.0, 0.0, 1.0]]]).expand(len(a), 1, 3)
 * theta = (torch.cat([a, last], 1) @ torch.cat([b, last], 1))[:, :2]
 * ```
 * @see {@link invertTheta} is the way back; {@link transformPoints} takes points along.
 * @guide coordinates
 */
export function composeTheta<A, B>(a: OrUnranked<ThetaInput, A>, b: OrUnranked<ThetaInput, B>): Tensor3D;
export function composeTheta(a: ThetaInput, b: ThetaInput): Tensor3D {
  return tidy(() => {
    const $a = readTheta('composeTheta', 'a', a, 2, 'either');
    const $b = readTheta('composeTheta', 'b', b, 2, 'either');
    const areSquare = isSquare($a) || isSquare($b);
    const isVolume = $a.shape[2] === 4 || $b.shape[2] === 4;
    const fit = areSquare ? !isVolume && $a.shape[0] === $b.shape[0] : $a.shape.join() === $b.shape.join();
    if (!fit) {
      throw new CropError('INVALID_SHAPE', {
        what: 'composeTheta: a and b',
        got: `shapes [${$a.shape}] and [${$b.shape}]`,
        expected: 'two thetas of the same shape, or [N,2,3] and [N,3,3] with the same N',
        next: 'If one of them is a single theta, repeat it with tf.tile for each crop',
      });
    }
    if (areSquare) {
      return differentiable<Tensor3D>(
        [toSquare($a), toSquare($b)],
        (x, y) => matMul(x as Tensor3D, y as Tensor3D),
        (dy, x, y) => [matMul(dy, y, false, true), matMul(x, dy, true)],
      );
    }
    return differentiable<Tensor3D>(
      [$a, $b],
      (x, y) => matMul(x, homogeneous(y)),
      (dy, x, y) => [matMul(dy, homogeneous(y), false, true), matMul(linearPart(x), dy, true)],
    );
  });
}
