import { type BoxesInput, boxesFromUnit, boxToTheta, type Input4D, type OrUnranked } from '@cropgrad/core';
import { affineSampleWith } from '@cropgrad/core/backend';
import { type Tensor4D, tidy } from '@tensorflow/tfjs-core';
import type { BoxIndex } from './read-box-index.js';
import { readFloats } from './read-floats.js';

/**
 * `tf.image.cropAndResize`, with gradients to the image and to the boxes.
 *
 * Image [B,H,W,C], boxes [N,4] = (y1, x1, y2, x2) where 0 and 1 are the centres of the first and the last pixel, `boxInd` [N], which says
 * which image each box is cut from, and cropSize [h,w] give [N,h,w,C], as float32. Corners are aligned; a size of 1 reads the box's
 * middle. A sample outside the image is `extrapolationValue`, and has no gradient; one on the edge, within rounding, is inside.
 *
 * Different from tfjs: a box that ends on the edge of the image never loses its last row or column to rounding.
 *
 * @param image - [B,H,W,C]
 * @param boxes - [N,4] = (y1, x1, y2, x2) from 0 to 1
 * @param boxInd - [N], the image of each box
 * @param cropSize - [h,w] of the crops
 * @returns Crops [N,h,w,C], float32.
 * @throws `INVALID_INPUT`, `INVALID_RANK`, `INVALID_DTYPE`, `INVALID_SHAPE`, `INVALID_OPTION`, `EMPTY_IMAGE`,
 * `INDEX_OUT_OF_RANGE`, `UNSUPPORTED`, `NO_BACKEND` or `OUT_OF_MEMORY`. `boxInd` as a tensor is read back. A backend
 * that cannot do so throws `UNSUPPORTED`: pass an array there.
 * @example
 * ```ts
 * import '@cropgrad/backend-cpu';
 * import { cropAndResize } from '@cropgrad/drop-in';
 * import * as tf from '@tensorflow/tfjs-core';
 *
 * const image = tf.reshape(tf.range(0, 16), [1, 4, 4, 1]);
 * const crops = cropAndResize(image, [[0, 0, 1, 1]], [0], [2, 2]); // in place of tf.image.cropAndResize
 * console.log(Array.from(await crops.data())); // [ 0, 3, 12, 15 ]
 * ```
 * @pytorch None. In TensorFlow it is `tf.image.crop_and_resize`.
 * @see `crop` of `@cropgrad/core` does more; {@link roiAlign} is torchvision's.
 * @guide from-crop-and-resize
 */
export function cropAndResize<I, B>(
  image: OrUnranked<Input4D, I>,
  boxes: OrUnranked<BoxesInput, B>,
  boxInd: BoxIndex,
  cropSize: readonly [height: number, width: number],
  method?: 'bilinear' | 'nearest',
  extrapolationValue?: number,
): Tensor4D;
export function cropAndResize(
  image: Input4D,
  boxes: BoxesInput,
  boxInd: BoxIndex,
  cropSize: readonly [height: number, width: number],
  method: 'bilinear' | 'nearest' = 'bilinear',
  extrapolationValue = 0,
): Tensor4D {
  return tidy(() => {
    const pixels = readFloats('cropAndResize', 'image', image, [4]) as Tensor4D;
    const theta = boxToTheta(boxesFromUnit(boxes, { format: 'yxyx' }));
    const options = {
      mode: method,
      alignCorners: true,
      paddingMode: 'border',
      fillValue: extrapolationValue,
      imageIndex: boxInd,
    } as const;
    const rules = { cutoff: roundingOf(Math.max(pixels.shape[1], pixels.shape[2])), rounding: 'half-up' } as const;
    return affineSampleWith(pixels, theta, cropSize, options, rules) as Tensor4D;
  });
}

/** What rounding to float32 may do to a coordinate along an axis of so many pixels. */
function roundingOf(length: number): number {
  return length * 2 ** -22;
}
