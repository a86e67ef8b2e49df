import {
  abs,
  add,
  cast,
  concat,
  div,
  equal,
  less,
  max,
  mul,
  split,
  sub,
  sum,
  type Tensor,
  type Tensor2D,
  tensor1d,
  tidy,
  where,
} from '@tensorflow/tfjs-core';
import type { BoxesInput, OrUnranked } from '../inputs/argument-types.js';
import { readBoxes } from '../inputs/read-boxes.js';
import { dimensionsOf, readSize } from '../inputs/read-size.js';
import { differentiable } from './differentiable.js';

/**
 * Enlarges boxes about their centres to the shape of a crop of `size`, so that the crop is not stretched. The boxes grow as
 * little as possible. Where they reach outside the image, `paddingMode` says what is read: the bars of a letterbox.
 *
 * Boxes are [N,4] = (x, y, x2, y2) with `imageSize` [H,W] and `size` [h,w], or [N,6] with [D,H,W] and [d,h,w]. The result has
 * the same form. A mirrored box stays mirrored. Differentiable once, by the boxes: the side that sets the size gets
 * the gradient of all sides, and two sides that set it together get half each.
 *
 * @param boxes - [N,4] or [N,6], (x, y, x2, y2) from -1 to 1
 * @param imageSize - [H,W] of the image, or [D,H,W]
 * @param size - [h,w] of the crop, or [d,h,w]
 * @returns Boxes of the same shape.
 * @throws `INVALID_INPUT`, `INVALID_RANK`, `INVALID_DTYPE` or `INVALID_SHAPE`.
 * @example
 * ```ts
 * import '@cropgrad/backend-cpu';
 * import { letterboxBoxes } from '@cropgrad/core';
 *
 * // A photo twice as wide as it is high, for a model that wants a square:
 * const boxes = letterboxBoxes([[-1, -1, 1, 1]], [320, 640], [224, 224]);
 * console.log(await boxes.array()); // [ [ -1, -2, 1, 2 ] ]
 * ```
 * @pytorch None.
 * @see {@link squareBoxes} for squares; {@link crop} takes the boxes.
 * @guide coordinates
 * @guide outside
 */
export function letterboxBoxes<B>(
  boxes: OrUnranked<BoxesInput, B>,
  imageSize: readonly number[],
  size: readonly number[],
): Tensor2D;
export function letterboxBoxes(boxes: BoxesInput, imageSize: readonly number[], size: readonly number[]): Tensor2D {
  return tidy(() => {
    const op = 'letterboxBoxes';
    const corners = readBoxes(op, boxes, dimensionsOf(imageSize));
    const dimensions = corners.shape[1] / 2;
    const lengths = readSize(op, 'imageSize', imageSize, dimensions, 1).reverse();
    const sides = readSize(op, 'size', size, dimensions, 1).reverse();
    return grown(
      corners,
      lengths.map((length, axis) => sides[axis] / length),
    );
  });
}

/**
 * Enlarges boxes about their centres to squares in pixels, or to cubes in 3-D. The boxes grow as little as possible.
 *
 * Boxes are [N,4] = (x, y, x2, y2) with `imageSize` [H,W], or [N,6] with [D,H,W]. The result has the same form. The
 * same as {@link letterboxBoxes} for a crop whose sides are equal, with the same gradient.
 *
 * @param boxes - [N,4] or [N,6], (x, y, x2, y2) from -1 to 1
 * @param imageSize - [H,W] of the image, or [D,H,W]
 * @returns Boxes of the same shape.
 * @throws `INVALID_INPUT`, `INVALID_RANK`, `INVALID_DTYPE` or `INVALID_SHAPE`.
 * @example
 * ```ts
 * import '@cropgrad/backend-cpu';
 * import { squareBoxes } from '@cropgrad/core';
 *
 * const boxes = squareBoxes([[-0.5, -0.5, 0.5, 0.5]], [400, 800]);
 * console.log(await boxes.array()); // [ [ -0.5, -1, 0.5, 1 ] ]
 * ```
 * @pytorch None.
 * @see {@link letterboxBoxes} for crops that are not square; {@link enlargeBoxes} leaves the shape as it is.
 * @guide coordinates
 */
export function squareBoxes<B>(boxes: OrUnranked<BoxesInput, B>, imageSize: readonly number[]): Tensor2D;
export function squareBoxes(boxes: BoxesInput, imageSize: readonly number[]): Tensor2D {
  return tidy(() => {
    const op = 'squareBoxes';
    const corners = readBoxes(op, boxes, dimensionsOf(imageSize));
    const lengths = readSize(op, 'imageSize', imageSize, corners.shape[1] / 2, 1).reverse();
    return grown(
      corners,
      lengths.map((length) => 1 / length),
    );
  });
}

/** Boxes whose sides are to each other as `shape` says, one number per axis, in the boxes' own unit. */
function grown(boxes: Tensor2D, shape: readonly number[]): Tensor2D {
  const sides = (): Tensor => tensor1d([...shape]);
  return differentiable<Tensor2D>(
    [boxes],
    (x) => {
      const [centre, half] = centreAndHalf(x);
      const scale = max(div(abs(half), sides()), 1, true);
      const reach = mul(signOf(half), mul(scale, sides()));
      return concat([sub(centre, reach), add(centre, reach)], 1) as Tensor2D;
    },
    (dy, x) => {
      const [, half] = centreAndHalf(x);
      const [dnear, dfar] = split(dy, 2, 1);
      const signs = signOf(half);
      const scales = div(abs(half), sides());
      const decides = cast(equal(scales, max(scales, 1, true)), 'float32');
      const dscale = sum(mul(mul(signs, sides()), sub(dfar, dnear)), 1, true);
      const dhalf = mul(div(mul(div(dscale, sum(decides, 1, true)), decides), sides()), signs);
      const dcentre = add(dnear, dfar);
      return [mul(concat([sub(dcentre, dhalf), add(dcentre, dhalf)], 1), 0.5)];
    },
  );
}

function centreAndHalf(boxes: Tensor): [Tensor, Tensor] {
  const [near, far] = split(boxes, 2, 1);
  return [mul(add(near, far), 0.5), mul(sub(far, near), 0.5)];
}

/** -1 where a box is mirrored, and 1 elsewhere, along a side of no length too. */
function signOf(half: Tensor): Tensor {
  return where(less(half, 0), -1, 1);
}
