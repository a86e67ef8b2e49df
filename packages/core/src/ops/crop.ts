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
 * An image [N,H,W,C], boxes [N,4] = (x, y, x', y') and size [h,w] give [N,h,w,C]; a volume [N,D,H,W,C], boxes [N,6]
 * and size [d,h,w] give [N,d,h,w,C] (with `dataFormat: 'NCHW'`, channels come second). One image serves all boxes, and
 * one box all images; no boxes, `[]`, give no crops. Boxes are normalised as `boxToTheta` says; `boxesFromPixels` makes
 * them from pixels. The same as `affineSample(image, boxToTheta(boxes), size, options)`. In PyTorch: theta by hand,
 * `affine_grid`, `grid_sample`.
 * It antialiases only where `antialias` says so, as PyTorch's samplers never do.
 * Throws what {@link affineSample} throws.
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
        got: `${2 * theta.shape[1]} numbers a box for an image of shape [${$image.shape}]`,
        expected: $image.rank === 4 ? '[N,4] = (x, y, x2, y2)' : '[N,6] = (x, y, z, x2, y2, z2)',
        next: 'Give each box two opposite corners, with one number per spatial axis of the image',
      });
    }
    return sampleThroughAffine(context, $image, theta, size);
  });
}
