import { add, div, mul, sub, type Tensor, type Tensor1D, type Tensor2D, tensor1d, tidy } from '@tensorflow/tfjs-core';
import type { BoxesInput, OrUnranked } from '../inputs/argument-types.js';
import { type BoxOptions, resolveBoxOptions } from '../inputs/options.js';
import { readBoxes } from '../inputs/read-boxes.js';
import { dimensionsOf, readSize } from '../inputs/read-size.js';
import { boxesOf, COLUMNS, cornersOf } from './box-format.js';
import { linear } from './linear.js';

/**
 * Normalises boxes given in pixels, in place of writing `2 * x / W - 1` by hand.
 *
 * Boxes are [N,4] with size [H,W], or [N,6] with size [D,H,W], in the order that `format` says: (x, y, x2, y2) or
 * (x, y, z, x2, y2, z2) by default. Pixel k spans k to k + 1, so that (0, 0, W, H) is the whole image and becomes
 * (-1, -1, 1, 1). This is the convention of `alignCorners: false`. Differentiable by the boxes, any number of times.
 *
 * @param boxes - [N,4] in pixels, or [N,6]
 * @param imageSize - [H,W] of the image, or [D,H,W]
 * @returns Boxes [N,4] or [N,6], (x, y, x2, y2) from -1 to 1.
 * @throws `INVALID_INPUT`, `INVALID_RANK`, `INVALID_DTYPE`, `INVALID_SHAPE` or `INVALID_OPTION`.
 * @example
 * ```ts
 * import '@cropgrad/backend-cpu';
 * import { boxesFromPixels } from '@cropgrad/core';
 *
 * const boxes = boxesFromPixels([[160, 120, 480, 360]], [480, 640]);
 * console.log(await boxes.array()); // [ [ -0.5, -0.5, 0.5, 0.5 ] ]
 * ```
 * @pytorch None. By hand:
 * ```py
 * boxes = 2 * boxes / torch.tensor([W, H, W, H]) - 1
 * ```
 * `torchvision.ops.box_convert` does what `format` does.
 * @see {@link boxesToPixels} goes back; {@link boxesFromUnit} is for numbers from 0 to 1; {@link crop} and
 * {@link boxToTheta} take the boxes.
 * @guide coordinates
 */
export function boxesFromPixels<B>(
  boxes: OrUnranked<BoxesInput, B>,
  imageSize: readonly number[],
  options?: BoxOptions,
): Tensor2D;
export function boxesFromPixels(boxes: BoxesInput, imageSize: readonly number[], options: BoxOptions = {}): Tensor2D {
  return tidy(() => {
    const op = 'boxesFromPixels';
    const { format } = resolveBoxOptions(op, options);
    const $boxes = readBoxes(op, boxes, dimensionsOf(imageSize), 'pixels', COLUMNS[format]);
    const lengths = lengthsOfCorners(op, imageSize, $boxes);
    // In this order the edges and the middle of the image come out exactly, whatever its size.
    const scaled = (dy: Tensor): Tensor => div(mul(dy, 2), lengths());
    const normalised = (x: Tensor): Tensor2D => div(sub(mul(x, 2), lengths()), lengths());
    return linear<Tensor2D>(cornersOf($boxes, format), normalised, scaled, scaled);
  });
}

/**
 * Turns normalised boxes into boxes in pixels: the inverse of {@link boxesFromPixels}.
 *
 * Boxes are [N,4] = (x, y, x2, y2) with size [H,W], or [N,6] with size [D,H,W]; the result has the same shape, in the
 * order that `format` says. (-1, -1, 1, 1) is the whole image and becomes (0, 0, W, H). Differentiable by the boxes, any
 * number of times.
 *
 * @param boxes - [N,4] or [N,6], (x, y, x2, y2) from -1 to 1
 * @param imageSize - [H,W] of the image, or [D,H,W]
 * @returns Boxes [N,4] or [N,6] in pixels.
 * @throws `INVALID_INPUT`, `INVALID_RANK`, `INVALID_DTYPE`, `INVALID_SHAPE` or `INVALID_OPTION`.
 * @example
 * ```ts
 * import '@cropgrad/backend-cpu';
 * import { boxesToPixels } from '@cropgrad/core';
 *
 * const boxes = boxesToPixels([[-0.5, -0.5, 0.5, 0.5]], [480, 640], { format: 'xywh' });
 * console.log(await boxes.array()); // [ [ 160, 120, 320, 240 ] ]
 * ```
 * @pytorch None. By hand:
 * ```py
 * boxes = (boxes + 1) / 2 * torch.tensor([W, H, W, H])
 * ```
 * `torchvision.ops.box_convert` does what `format` does.
 * @see {@link boxesFromPixels} goes back.
 * @guide coordinates
 */
export function boxesToPixels<B>(
  boxes: OrUnranked<BoxesInput, B>,
  imageSize: readonly number[],
  options?: BoxOptions,
): Tensor2D;
export function boxesToPixels(boxes: BoxesInput, imageSize: readonly number[], options: BoxOptions = {}): Tensor2D {
  return tidy(() => {
    const op = 'boxesToPixels';
    const { format } = resolveBoxOptions(op, options);
    const $boxes = readBoxes(op, boxes, dimensionsOf(imageSize));
    const lengths = lengthsOfCorners(op, imageSize, $boxes);
    const scaled = (dy: Tensor): Tensor => mul(mul(dy, lengths()), 0.5);
    const inPixels = (x: Tensor): Tensor2D => mul(mul(add(x, 1), lengths()), 0.5);
    return boxesOf(linear<Tensor2D>($boxes, inPixels, scaled, scaled), format);
  });
}

/** The image's lengths in the order of a box's corners, (W, H, W, H), made again where they are needed. */
function lengthsOfCorners(op: string, imageSize: readonly number[], boxes: Tensor2D): () => Tensor1D {
  const oneCorner = readSize(op, 'imageSize', imageSize, boxes.shape[1] / 2, 1).reverse();
  return () => tensor1d([...oneCorner, ...oneCorner]);
}
