import { type Tensor, type Tensor2D, type Tensor4D, type Tensor5D, tidy, zeros } from '@tensorflow/tfjs-core';
import type { Points } from '../backend/capabilities.js';
import type { AffineSampleAttrs } from '../backend/kernels.js';
import { runPerspectiveKernel } from '../backend/perspective-gradients.js';
import { requireSupported } from '../backend/require-supported.js';
import { runCropKernel } from '../backend/run-kernel.js';
import { CropError } from '../errors.js';
import type {
  BoxesInput,
  Input4D,
  Input5D,
  OrUnranked,
  Size2D,
  Size3D,
  ThetaInput,
  Widened,
} from '../inputs/argument-types.js';
import { dimensionsOf, readSize } from '../inputs/read-size.js';
import { readTheta } from '../inputs/read-theta.js';
import { antialiasOfGrid, type CropOptions } from '../inputs/sample-options.js';
import { readTensor, requireTrailingShape } from '../inputs/tensor-input.js';
import { thetaOfBoxes } from './box.js';
import { insideWeight, type Sampler } from './inside-weight.js';
import { samplingContext } from './sample-through-theta.js';

/**
 * How much of each sample comes from inside the image: 1 if all of it does, 0 if nothing does. It is in between where the taps
 * of a sample, or with `antialias` the pixels that it covers, are on both sides of the edge.
 *
 * Points are boxes [N,4], or [N,6] in 3-D; thetas [N,2,3], [N,3,4] or [N,3,3]; or a grid [N,h,w,2] or [N,d,h,w,3], which needs
 * no `size`. `imageSize` is [H,W] or [D,H,W]. Gives [N,h,w,1] or [N,d,h,w,1] (with `dataFormat: 'NCHW'`, 1 comes second). The
 * result is that of an image of ones with `'zeros'`, but no such image is made. `paddingMode`, `fillValue` and `imageIndex` do
 * not change it. Differentiable in the points. With `'bicubic'` it may leave that range by up to a sixth, as the weights do.
 *
 * @param points - boxes [N,4], thetas [N,2,3] or [N,3,3], or a grid [N,h,w,2]; in 3-D [N,6], [N,3,4] or [N,d,h,w,3]
 * @param imageSize - [H,W] of the image, or [D,H,W]
 * @param size - [h,w] of the crops, or [d,h,w]; none for a grid
 * @returns [N,h,w,1] or [N,d,h,w,1], from 0 to 1.
 * @throws `INVALID_INPUT`, `INVALID_RANK`, `INVALID_DTYPE`, `INVALID_SHAPE`, `INVALID_OPTION`, `EMPTY_IMAGE`,
 * `INDEX_OUT_OF_RANGE`, `UNSUPPORTED`, `NO_BACKEND` or `OUT_OF_MEMORY`. `INVALID_SHAPE` also if a size is given
 * for a grid, or is missing for boxes and thetas.
 * @example
 * ```ts
 * import '@cropgrad/backend-cpu';
 * import { coverage } from '@cropgrad/core';
 *
 * // The first third of this box lies left of the image.
 * const inside = coverage([[-2, -1, 1, 1]], [4, 4], [1, 3]);
 * console.log(Array.from(await inside.data())); // [ 0, 1, 1 ]
 * ```
 * @pytorch None. With an image of ones:
 * ```py
 * inside = F.grid_sample(torch.ones(N, 1, H, W), grid, align_corners=False)
 * ```
 * @see {@link gridSample}, {@link affineSample} and {@link crop}, whose samples it is about; {@link pasteCrop} gives
 * the coverage of the image instead.
 * @guide outside
 */
export function coverage<P, O>(
  points: OrUnranked<BoxesInput | ThetaInput | Input4D, P>,
  imageSize: Size2D,
  size?: readonly number[],
  options?: CropOptions | Widened<O, CropOptions>,
): Tensor4D;
export function coverage<P, O>(
  points: OrUnranked<BoxesInput | ThetaInput | Input5D, P>,
  imageSize: Size3D,
  size?: readonly number[],
  options?: CropOptions | Widened<O, CropOptions>,
): Tensor5D;
export function coverage(
  points: BoxesInput | ThetaInput | Input4D | Input5D,
  imageSize: Size2D | Size3D,
  size?: readonly number[],
  options: CropOptions = {},
): Tensor4D | Tensor5D {
  return tidy(() => {
    const op = 'coverage';
    const { tfBackend, capabilities, attrs } = samplingContext(op, options);
    const { mode, dataFormat, antialias } = attrs;
    const dimensions = dimensionsOf(imageSize);
    const lengths = readSize(op, 'imageSize', imageSize, dimensions, 1);
    const read = readTensor(op, 'points', points, {
      ranks: [2, 3, dimensions + 2],
      dtypes: ['float32'],
      shape: dimensions === 2 ? '[N,4], [N,2,3], [N,3,3] or [N,h,w,2]' : '[N,6], [N,3,4] or [N,d,h,w,3]',
      empty: [0, 2 * dimensions],
      next: () => 'Pass boxes, thetas or a grid: 2-D for imageSize [H,W], 3-D for [D,H,W]',
    });
    const { kind, places } = placesOf(op, read, dimensions);
    if (kind === 'grid') requireOfGrid(op, read, size, antialias);
    requireSupported(op, tfBackend, capabilities, { mode, paddingMode: 'zeros', dimensions, points: kind, antialias });
    const $size = kind === 'grid' ? read.shape.slice(1, -1) : readSize(op, 'size', size, dimensions, 0);
    const shape = dataFormat === 'NCHW' ? [read.shape[0], 1, ...$size] : [read.shape[0], ...$size, 1];
    const sampled = { ...attrs, paddingMode: 'zeros' as const, imageIndex: new Int32Array(read.shape[0]), size: $size };
    const weight = shape.includes(0) ? zeros(shape) : insideWeight(places, lengths, sampled, SAMPLERS[kind]);
    return weight as Tensor4D | Tensor5D;
  });
}

const SAMPLERS: Record<Points, Sampler<AffineSampleAttrs>> = {
  grid: (image, grid, attrs) => runCropKernel('GridSample', { image, grid }, attrs),
  affine: (image, theta, attrs) => runCropKernel('AffineSample', { image, theta }, attrs),
  perspective: (image, theta, attrs) => runPerspectiveKernel('PerspectiveSample', { image, theta }, attrs),
};

/** Boxes as thetas, and what the places are: by their rank, and thetas by their rows. */
function placesOf(op: string, read: Tensor, dimensions: 2 | 3): { kind: Points; places: Tensor } {
  if (read.rank > 3) {
    requireTrailingShape(op, 'points', read, [dimensions], 'one coordinate per spatial axis of the image');
    return { kind: 'grid', places: read };
  }
  const places =
    read.rank === 2
      ? thetaOfBoxes(op, read as Tensor2D, dimensions)
      : readTheta(op, 'points', read, dimensions, dimensions === 2 ? 'either' : 'affine');
  const isPerspective = dimensions === 2 && places.shape[1] === 3 && places.shape[2] === 3;
  if (!isPerspective) {
    const why = `as the image is ${dimensions}-D`;
    requireTrailingShape(op, 'points', places, [dimensions, dimensions + 1], why);
  }
  return { kind: isPerspective ? 'perspective' : 'affine', places };
}

function requireOfGrid(op: string, grid: Tensor, size: unknown, antialias: number): void {
  if (size !== undefined) {
    throw new CropError('INVALID_SHAPE', {
      what: `${op}: size`,
      got: `a size together with a grid of shape [${grid.shape}]`,
      expected: 'no size, as a grid has its own',
      next: 'Leave size out, or pass boxes or thetas',
    });
  }
  if (antialias > 0) throw antialiasOfGrid(op);
}
