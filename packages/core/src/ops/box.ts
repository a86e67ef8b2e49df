import {
  add,
  concat,
  matMul,
  mul,
  reshape,
  stridedSlice,
  sub,
  type Tensor,
  type Tensor2D,
  type Tensor3D,
  tensor2d,
  tidy,
} from '@tensorflow/tfjs-core';
import { hasCropKernel, runCropKernel } from '../backend/run-kernel.js';
import type { BoxesInput, OrUnranked } from '../inputs/argument-types.js';
import { readBoxes } from '../inputs/read-boxes.js';
import { linear } from './linear.js';

/**
 * Turns boxes into the affine maps that crop them: theta = [[(x'-x)/2, 0, (x'+x)/2], [0, (y'-y)/2, (y'+y)/2]].
 *
 * Boxes are [N,4] = (x, y, x2, y2) for images, giving theta [N,2,3], or [N,6] = (x, y, z, x2, y2, z2) for volumes,
 * giving [N,3,4]: two opposite corners, normalised so that -1 and 1 are the ends of each axis. Corners may lie outside
 * the image; x2 < x mirrors the crop. Differentiable.
 *
 * @param boxes - [N,4] or [N,6], two opposite corners from -1 to 1
 * @returns Theta [N,2,3], or [N,3,4] of boxes [N,6].
 * @throws `INVALID_INPUT`, `INVALID_RANK`, `INVALID_DTYPE` or `INVALID_SHAPE`.
 * @example
 * ```ts
 * import '@cropgrad/backend-cpu';
 * import { boxToTheta } from '@cropgrad/core';
 *
 * const theta = boxToTheta([[-1, -0.5, 0, 0.5]]);
 * console.log(await theta.array()); // [ [ [ 0.5, 0, -0.5 ], [ 0, 0.5, 0 ] ] ]
 * ```
 * @pytorch None. By hand:
 * ```py
 * x, y, x2, y2 = boxes.unbind(1)
 * zero = torch.zeros_like(x)
 * rows = [(x2 - x) / 2, zero, (x2 + x) / 2, zero, (y2 - y) / 2, (y2 + y) / 2]
 * theta = torch.stack(rows, 1).view(-1, 2, 3)
 * ```
 * @see {@link boxesFromPixels} makes the boxes; {@link rotatedBoxToTheta} and {@link quadToTheta} are for other
 * shapes; {@link affineGrid} and {@link affineSample} take the theta.
 * @guide coordinates
 */
export function boxToTheta<B>(boxes: OrUnranked<BoxesInput, B>): Tensor3D;
export function boxToTheta(boxes: BoxesInput): Tensor3D {
  return tidy(() => thetaOfBoxes('boxToTheta', boxes));
}

/** {@link boxToTheta} inside another op's tidy, whose name errors carry; `[]` is no boxes of so many dimensions. */
export function thetaOfBoxes(op: string, boxes: BoxesInput, dimensions: 2 | 3 = 2): Tensor3D {
  const $boxes = readBoxes(op, boxes, dimensions);
  if (hasCropKernel('BoxToTheta')) return runCropKernel('BoxToTheta', { boxes: $boxes }, {}) as Tensor3D;
  return linear<Tensor3D>($boxes, thetas, boxGradient);
}

/** Linear, so one matrix [2d, d·(d+1)] says it all. */
function thetas(boxes: Tensor): Tensor3D {
  const [n, corners] = boxes.shape;
  const dimensions = corners / 2;
  return reshape(matMul(boxes as Tensor2D, cornersToTheta(dimensions)), [n, dimensions, dimensions + 1]);
}

/** An axis at a time: a product with the matrix would make NaN of its zeros and another axis's infinity. */
function boxGradient(dtheta: Tensor): Tensor {
  const [n, dimensions, columns] = dtheta.shape;
  const entries = dimensions * columns;
  const half = mul(reshape(dtheta, [n, entries]), 0.5);
  const dscale = stridedSlice(half, [0, 0], [n, entries], [1, columns + 1]);
  const dshift = stridedSlice(half, [0, dimensions], [n, entries], [1, columns]);
  return concat([sub(dshift, dscale), add(dshift, dscale)], 1);
}

/** Row k of theta is ((far - near) / 2 at column k, (far + near) / 2 in the last column). */
function cornersToTheta(dimensions: number): Tensor2D {
  const columns = dimensions * (dimensions + 1);
  const values = new Float32Array(2 * dimensions * columns);
  for (let k = 0; k < dimensions; k++) {
    const scale = k * (dimensions + 1) + k;
    const shift = k * (dimensions + 1) + dimensions;
    values[k * columns + scale] = -0.5;
    values[k * columns + shift] = 0.5;
    values[(k + dimensions) * columns + scale] = 0.5;
    values[(k + dimensions) * columns + shift] = 0.5;
  }
  return tensor2d(values, [2 * dimensions, columns]);
}
