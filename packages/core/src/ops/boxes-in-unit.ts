import { add, mul, sub, type Tensor, type Tensor2D, tidy } from '@tensorflow/tfjs-core';
import type { BoxesInput, OrUnranked } from '../inputs/argument-types.js';
import { type BoxOptions, resolveBoxOptions } from '../inputs/options.js';
import { readBoxes } from '../inputs/read-boxes.js';
import { boxesOf, COLUMNS, cornersOf } from './box-format.js';
import { linear } from './linear.js';

/**
 * Normalises boxes whose numbers go from 0 to 1, as detectors and TensorFlow give them: 2 x - 1.
 *
 * Boxes are [N,4] or [N,6] in the order that `format` says, (x, y, x2, y2) by default. 0 and 1 are the outer edges of the
 * image, so that (0, 0, 1, 1) becomes (-1, -1, 1, 1). (To `tf.image.cropAndResize` they are the centres of the first and
 * last pixel: crop with `alignCorners: true` for that.) Differentiable by the boxes, any number of times.
 *
 * @param boxes - [N,4] from 0 to 1, or [N,6]
 * @returns Boxes [N,4] or [N,6], (x, y, x2, y2) from -1 to 1.
 * @throws `INVALID_INPUT`, `INVALID_RANK`, `INVALID_DTYPE`, `INVALID_SHAPE` or `INVALID_OPTION`.
 * @example
 * ```ts
 * import '@cropgrad/backend-cpu';
 * import { boxesFromUnit } from '@cropgrad/core';
 *
 * const detected = boxesFromUnit([[0.25, 0.5, 0.75, 1]], { format: 'yxyx' });
 * console.log(await detected.array()); // [ [ 0, -0.5, 1, 0.5 ] ]
 * ```
 * @pytorch None. By hand:
 * ```py
 * boxes = 2 * boxes - 1
 * ```
 * @see {@link boxesToUnit} goes back; {@link boxesFromPixels} is for pixels; {@link crop} takes the boxes.
 * @guide coordinates
 * @guide from-crop-and-resize
 */
export function boxesFromUnit<B>(boxes: OrUnranked<BoxesInput, B>, options?: BoxOptions): Tensor2D;
export function boxesFromUnit(boxes: BoxesInput, options: BoxOptions = {}): Tensor2D {
  return tidy(() => {
    const op = 'boxesFromUnit';
    const { format } = resolveBoxOptions(op, options);
    const corners = cornersOf(readBoxes(op, boxes, 2, 'unit', COLUMNS[format]), format);
    return linear<Tensor2D>(corners, (x) => sub(mul(x, 2), 1), doubled, doubled);
  });
}

/**
 * Turns normalised boxes into boxes from 0 to 1: the inverse of {@link boxesFromUnit}.
 *
 * Boxes are [N,4] = (x, y, x2, y2) or [N,6]; the result has the same shape, in the order that `format` says.
 * Differentiable by the boxes, any number of times.
 *
 * @param boxes - [N,4] or [N,6], (x, y, x2, y2) from -1 to 1
 * @returns Boxes [N,4] or [N,6] from 0 to 1.
 * @throws `INVALID_INPUT`, `INVALID_RANK`, `INVALID_DTYPE`, `INVALID_SHAPE` or `INVALID_OPTION`.
 * @example
 * ```ts
 * import '@cropgrad/backend-cpu';
 * import { boxesToUnit } from '@cropgrad/core';
 *
 * const boxes = boxesToUnit([[0, -0.5, 1, 0.5]], { format: 'cxcywh' });
 * console.log(await boxes.array()); // [ [ 0.75, 0.5, 0.5, 0.5 ] ]
 * ```
 * @pytorch None. By hand:
 * ```py
 * boxes = (boxes + 1) / 2
 * ```
 * @see {@link boxesFromUnit} goes back.
 * @guide coordinates
 */
export function boxesToUnit<B>(boxes: OrUnranked<BoxesInput, B>, options?: BoxOptions): Tensor2D;
export function boxesToUnit(boxes: BoxesInput, options: BoxOptions = {}): Tensor2D {
  return tidy(() => {
    const op = 'boxesToUnit';
    const { format } = resolveBoxOptions(op, options);
    const corners = readBoxes(op, boxes, 2);
    return boxesOf(
      linear<Tensor2D>(corners, (x) => mul(add(x, 1), 0.5), halved, halved),
      format,
    );
  });
}

function doubled(x: Tensor): Tensor {
  return mul(x, 2);
}

function halved(x: Tensor): Tensor {
  return mul(x, 0.5);
}
