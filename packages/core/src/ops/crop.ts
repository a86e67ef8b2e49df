import { type Tensor4D, type Tensor5D, tidy } from '@tensorflow/tfjs-core';
import { CropError } from '../errors.js';
import type {
  BoxesInput,
  Input4D,
  Input5D,
  OrUnranked,
  OrUnsized,
  Outputs,
  Size2D,
  Size3D,
  Sizes,
  SpatialAxes,
  Widened,
} from '../inputs/argument-types.js';
import { readImage } from '../inputs/read-image.js';
import type { CropOptions } from '../inputs/sample-options.js';
import { thetaOfBoxes } from './box.js';
import { sampleThroughAffine, samplingContext } from './sample-through-theta.js';

/**
 * Crops boxes out of images and resizes each to `size`, with gradients to the images and to the boxes.
 *
 * An image [N,H,W,C], boxes [N,4] = (x, y, x2, y2) and size [h,w] give [N,h,w,C]; a volume [N,D,H,W,C], boxes [N,6]
 * and size [d,h,w] give [N,d,h,w,C] (with `dataFormat: 'NCHW'`, channels come second). All boxes may read one image, and
 * one box may read all images; no boxes, `[]`, give no crops. Boxes are normalised as `boxToTheta` says; `boxesFromPixels`
 * makes them from pixels. The same as `affineSample(image, boxToTheta(boxes), size, options)`.
 * It antialiases only with the option `antialias`.
 *
 * @param image - [N,H,W,C], or [N,D,H,W,C]; with `dataFormat: 'NCHW'` channels come second
 * @param boxes - [N,4] = (x, y, x2, y2), or [N,6] for volumes, from -1 to 1
 * @param size - [h,w] of the crops in pixels, or [d,h,w]
 * @returns Crops [N,h,w,C], or [N,d,h,w,C].
 * @throws `INVALID_INPUT`, `INVALID_RANK`, `INVALID_DTYPE`, `INVALID_SHAPE`, `INVALID_OPTION`, `EMPTY_IMAGE`,
 * `INDEX_OUT_OF_RANGE`, `UNSUPPORTED`, `NO_BACKEND` or `OUT_OF_MEMORY`.
 * @example
 * ```ts
 * import '@cropgrad/backend-cpu';
 * import { crop } from '@cropgrad/core';
 * import * as tf from '@tensorflow/tfjs-core';
 *
 * const image = tf.reshape(tf.range(0, 16), [1, 4, 4, 1]);
 * const box = tf.tensor2d([[-0.5, -0.5, 0.5, 0.5]]);
 * console.log(Array.from(await crop(image, box, [2, 2]).data())); // [ 5, 6, 9, 10 ]
 *
 * // How the sum of the crop changes when an edge of the box moves:
 * const slopes = tf.grad((box) => crop(image, box, [2, 2]))(box);
 * console.log(Array.from(await slopes.data())); // [ 4, 16, 4, 16 ]
 * ```
 * @pytorch `F.affine_grid`, then `F.grid_sample`
 * ```py
 * x, y, x2, y2 = boxes.unbind(1)
 * zero = torch.zeros_like(x)
 * rows = [(x2 - x) / 2, zero, (x2 + x) / 2, zero, (y2 - y) / 2, (y2 + y) / 2]
 * grid = F.affine_grid(torch.stack(rows, 1).view(-1, 2, 3), [N, C, h, w], align_corners=False)
 * crops = F.grid_sample(image, grid, align_corners=False)
 * ```
 * What differs is what {@link gridSample} says. With `antialias` and `paddingMode: 'border'`, a
 * crop of the whole image is `F.interpolate(image, [h, w], mode="bilinear", antialias=True)`.
 * @see The steps one by one: {@link boxesFromPixels}, {@link boxToTheta}, {@link affineGrid}, {@link gridSample}.
 * {@link cropQuads} takes corners; {@link pasteCrop} puts crops back.
 * @guide learn-a-crop
 * @guide many-crops
 * @guide antialias
 */
export function crop<I, B, S extends readonly number[], O>(
  image: OrUnranked<Input4D | Input5D, I>,
  boxes: OrUnranked<BoxesInput, B>,
  size: OrUnsized<Sizes[SpatialAxes<I>], S>,
  options?: CropOptions | Widened<O, CropOptions>,
): Outputs[SpatialAxes<I> & SpatialAxes<S>];
export function crop(
  image: Input4D | Input5D,
  boxes: BoxesInput,
  size: Size2D | Size3D,
  options: CropOptions = {},
): Tensor4D | Tensor5D {
  return tidy(() => {
    const op = 'crop';
    const context = samplingContext(op, options);
    const $image = readImage(op, image, context.attrs.dataFormat);
    const theta = thetaOfBoxes(op, boxes, $image.rank === 4 ? 2 : 3);
    if (theta.shape[1] !== $image.rank - 2) {
      throw new CropError('INVALID_SHAPE', {
        what: `${op}: boxes`,
        got: `${2 * theta.shape[1]} numbers per box for an image of shape [${$image.shape}]`,
        expected: $image.rank === 4 ? '[N,4] = (x, y, x2, y2)' : '[N,6] = (x, y, z, x2, y2, z2)',
        next: 'Pass two opposite corners per box, each with one number per spatial axis of the image',
      });
    }
    return sampleThroughAffine(context, $image, theta, size);
  });
}
