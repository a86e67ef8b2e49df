import {
  type Tensor,
  type Tensor2D,
  type Tensor3D,
  type Tensor4D,
  type Tensor5D,
  tidy,
  zeros,
} from '@tensorflow/tfjs-core';
import { runCropKernel } from '../backend/run-kernel.js';
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
  ThetaInput,
  Widened,
} from '../inputs/argument-types.js';
import { readImage } from '../inputs/read-image.js';
import { readSize } from '../inputs/read-size.js';
import { readTheta } from '../inputs/read-theta.js';
import { type PasteOptions, readPasteOptions } from '../inputs/sample-options.js';
import { readTensor } from '../inputs/tensor-input.js';
import { thetaOfBoxes } from './box.js';
import { footprint } from './footprint.js';
import { invertTheta } from './invert-theta.js';
import { perImage } from './per-image.js';
import { sampleThroughAffine, samplingContext } from './sample-through-theta.js';

/**
 * Puts crops back where they came from: the inverse of {@link crop} and {@link affineSample}, with gradients to the crops and to
 * the boxes.
 *
 * Crops [N,h,w,C], boxes [N,4] or theta [N,2,3], and imageSize [H,W] give two tensors (in 3-D [N,d,h,w,C], [N,6] or [N,3,4],
 * and [D,H,W]; with `dataFormat: 'NCHW'`, channels come second). `image` [N,H,W,C] has each crop in its place, and repeats the
 * border of the crop outside it. `alpha` [N,H,W,1] is how much of each pixel the box covers, from 0 to 1. To draw over another
 * image: `image · alpha + other · (1 - alpha)`.
 *
 * The edges of alpha are soft, one pixel of the image wide, so that a box gets a gradient from the pixels outside it. The sum of
 * alpha over a box inside the image is the area of the box; for a theta that is turned, about its area. A box without an area
 * covers nothing. Both are differentiable, alpha once.
 *
 * @param crops - [N,h,w,C], or [N,d,h,w,C]
 * @param places - boxes [N,4] or thetas [N,2,3]; in 3-D [N,6] or [N,3,4]
 * @param imageSize - [H,W] of the image, or [D,H,W]
 * @returns `image` [N,H,W,C] and `alpha` [N,H,W,1], or in 3-D [N,D,H,W,C] and [N,D,H,W,1].
 * @throws `INVALID_INPUT`, `INVALID_RANK`, `INVALID_DTYPE`, `INVALID_SHAPE`, `INVALID_OPTION`, `EMPTY_IMAGE`,
 * `UNSUPPORTED`, `NO_BACKEND` or `OUT_OF_MEMORY`.
 * @example
 * ```ts
 * import '@cropgrad/backend-cpu';
 * import { pasteCrop } from '@cropgrad/core';
 *
 * const crops = [[[[9]]]]; // of the left half
 * const { image, alpha } = pasteCrop(crops, [[-1, -1, 0, 1]], [2, 2]);
 * console.log(Array.from(await image.data()), Array.from(await alpha.data())); // [ 9, 9, 9, 9 ] [ 1, 0, 1, 0 ]
 * ```
 * @pytorch None. The image by hand, with {@link invertTheta}:
 * ```py
 * grid = F.affine_grid(inverse, [N, C, H, W], align_corners=False)
 * image = F.grid_sample(crops, grid, padding_mode="border", align_corners=False)
 * ```
 * @see {@link crop} and {@link affineSample}, which it undoes; {@link coverage} for how much of a crop is inside.
 * @guide outside
 */
export function pasteCrop<I, P, S extends readonly number[], O>(
  crops: OrUnranked<Input4D | Input5D, I>,
  places: OrUnranked<BoxesInput | ThetaInput, P>,
  imageSize: OrUnsized<Sizes[SpatialAxes<I>], S>,
  options?: PasteOptions | Widened<O, PasteOptions>,
): { image: Outputs[SpatialAxes<I> & SpatialAxes<S>]; alpha: Outputs[SpatialAxes<I> & SpatialAxes<S>] };
export function pasteCrop(
  crops: Input4D | Input5D,
  places: BoxesInput | ThetaInput,
  imageSize: Size2D | Size3D,
  options: PasteOptions = {},
): { image: Tensor4D | Tensor5D; alpha: Tensor4D | Tensor5D } {
  return tidy(() => {
    const op = 'pasteCrop';
    const context = samplingContext(op, { ...(readPasteOptions(op, options) as PasteOptions), paddingMode: 'border' });
    const $crops = readImage(op, crops, context.attrs.dataFormat);
    const dimensions = $crops.rank === 4 ? 2 : 3;
    const theta = perImage(op, readPlaces(op, places, dimensions), $crops.shape[0], undefined);
    const inverse = invertTheta(theta);
    const image = sampleThroughAffine(context, $crops, inverse, imageSize);
    return { image, alpha: alphaOf(op, inverse, imageSize, context.attrs) };
  });
}

/** Boxes and thetas alike as thetas. */
function readPlaces(op: string, places: unknown, dimensions: 2 | 3): Tensor3D {
  const read = readTensor(op, 'places', places, {
    ranks: [2, 3],
    dtypes: ['float32'],
    shape: dimensions === 2 ? '[N,4] or [N,2,3]' : '[N,6] or [N,3,4]',
    empty: [0, 2 * dimensions],
    next: () => 'Pass the boxes or the thetas that the crops were made with',
  });
  const theta =
    read.rank === 2 ? thetaOfBoxes(op, read as Tensor2D, dimensions) : readTheta(op, 'places', read, dimensions);
  return theta as Tensor3D;
}

function alphaOf(
  op: string,
  inverse: Tensor3D,
  imageSize: unknown,
  { alignCorners, dataFormat }: { alignCorners: boolean; dataFormat: 'NHWC' | 'NCHW' },
): Tensor4D | Tensor5D {
  const size = readSize(op, 'imageSize', imageSize, inverse.shape[1], 0);
  const crops = inverse.shape[0];
  const shape = dataFormat === 'NCHW' ? [crops, 1, ...size] : [crops, ...size, 1];

  // The length of a pixel of the image, from end to end of the axis.
  const steps = size.map((length) => (alignCorners ? (length > 1 ? 2 / (length - 1) : 0) : 2 / length)).reverse();
  const gridOf = (): Tensor => runCropKernel('AffineGrid', { theta: inverse }, { size, alignCorners });
  const alpha: Tensor = shape.includes(0) ? zeros(shape) : footprint(gridOf(), inverse, steps, shape);
  return alpha as Tensor4D | Tensor5D;
}
