import { type Tensor, type Tensor4D, type Tensor5D, tidy } from '@tensorflow/tfjs-core';
import type { Capabilities } from '../backend/capabilities.js';
import { currentCropBackend } from '../backend/current-backend.js';
import type { SampleAttrs } from '../backend/kernels.js';
import { requireSupported } from '../backend/require-supported.js';
import { runCropKernel } from '../backend/run-kernel.js';
import { CropError } from '../errors.js';
import type { Grids, Input4D, Input5D, OrUnranked, Outputs, SpatialAxes, Widened } from '../inputs/argument-types.js';
import { resolveImageIndex } from '../inputs/image-index.js';
import { resolveSampleOptions, type SampleOptions } from '../inputs/options.js';
import { readImage } from '../inputs/read-image.js';
import { readTensor, requireTrailingShape } from '../inputs/tensor-input.js';
import { perImage } from './per-image.js';

/**
 * Reads an image at the points of a grid: PyTorch's `grid_sample`.
 *
 * An image [N,H,W,C] and a grid [N,h,w,2] of pairs (x, y) give [N,h,w,C]; a volume [N,D,H,W,C] and a grid [N,d,h,w,3]
 * of triples (x, y, z) give [N,d,h,w,C] (with `dataFormat: 'NCHW'`, channels come second). Points are normalised: -1
 * and 1 are the ends of the image, and beyond them `paddingMode` says what is read. Differentiable in image and grid; the
 * gradient by the image once more, and that by the grid on a backend of order 2, where it is worth it with `'bicubic'` only. Int32 and bool images are read as float32 and get no gradient.
 *
 * Different from PyTorch: NHWC by default, `fillValue` and `imageIndex`, bicubic in 3-D, and a non-finite point reads
 * `fillValue` and has no gradient, where PyTorch gives NaN or an edge pixel.
 * Throws `INVALID_INPUT`, `INVALID_RANK`, `INVALID_DTYPE`, `INVALID_SHAPE`, `INVALID_OPTION`, `EMPTY_IMAGE`,
 * `INDEX_OUT_OF_RANGE`, `UNSUPPORTED`, `NO_BACKEND` or `OUT_OF_MEMORY`.
 */
export function gridSample<I, G, O>(
  image: OrUnranked<Input4D | Input5D, I>,
  grid: OrUnranked<Grids[SpatialAxes<I>], G>,
  options?: SampleOptions | Widened<O>,
): Outputs[SpatialAxes<I> & SpatialAxes<G>];
export function gridSample(
  image: Input4D | Input5D,
  grid: Input4D | Input5D,
  options: SampleOptions = {},
): Tensor4D | Tensor5D {
  return tidy(() => {
    const { attrs, ...read } = readGridCall('gridSample', image, grid, options);
    return runCropKernel('GridSample', { image: read.image, grid: read.grid }, attrs) as Tensor4D | Tensor5D;
  });
}

/** What is read at a grid, checked. */
export interface GridCall {
  image: Tensor;
  /** One grid for each crop. */
  grid: Tensor;
  attrs: SampleAttrs;
  capabilities: Capabilities;
}

/** Checks an image and a grid and what is asked of them, on behalf of an op, whose name errors carry. */
export function readGridCall(op: string, image: unknown, grid: unknown, options: SampleOptions): GridCall {
  const { tfBackend, capabilities } = currentCropBackend(op);
  const { mode, paddingMode, alignCorners, dataFormat, fillValue, imageIndex } = resolveSampleOptions(op, options);
  const $image = readImage(op, image, dataFormat);
  const dimensions = $image.rank === 4 ? 2 : 3;
  const $grid = readGrid(op, 'grid', grid, $image);
  requireSupported(op, tfBackend, capabilities, { mode, paddingMode, dimensions, points: 'grid' });
  const grids = perImage(op, $grid, $image.shape[0], imageIndex);
  const $imageIndex = resolveImageIndex(op, imageIndex, grids.shape[0], $image.shape[0], capabilities);
  // Spelled out, as in affineSample.
  const attrs = { mode, paddingMode, alignCorners, dataFormat, fillValue, imageIndex: $imageIndex };
  return { image: $image, grid: grids, attrs, capabilities };
}

/** Reads a grid of as many dimensions as the image. */
function readGrid(op: string, name: string, grid: unknown, image: Tensor): Tensor {
  const dimensions = image.rank === 4 ? 2 : 3;
  const read = readTensor(op, name, grid, {
    ranks: [4, 5],
    dtypes: ['float32'],
    shape: dimensions === 2 ? '[N,h,w,2]' : '[N,d,h,w,3]',
    next: () =>
      dimensions === 2
        ? 'Wrap the points of a single crop, [[[[x, y]]]]; no crops at all are tf.zeros([0, h, w, 2])'
        : 'Wrap the points of a single crop, [[[[[x, y, z]]]]]; no crops at all are tf.zeros([0, d, h, w, 3])',
  });
  if (read.rank !== image.rank) {
    throw new CropError('INVALID_RANK', {
      what: `${op}: ${name}`,
      got: `shape [${read.shape}] for an image of shape [${image.shape}]`,
      expected: `rank ${image.rank}, as the image`,
      next: 'A grid is [N,h,w,2] for images and [N,d,h,w,3] for volumes',
    });
  }
  requireTrailingShape(op, name, read, [dimensions], 'one coordinate per spatial axis of the image');
  return read;
}
