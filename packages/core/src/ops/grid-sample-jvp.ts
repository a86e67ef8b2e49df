import { type Tensor, type Tensor4D, type Tensor5D, tidy, zeros } from '@tensorflow/tfjs-core';
import { hasSlopes, noSlopes } from '../backend/no-slopes.js';
import { RESULT } from '../backend/result-shape.js';
import { runCropKernel } from '../backend/run-kernel.js';
import { CropError } from '../errors.js';
import type { Grids, Input4D, Input5D, OrUnranked, Outputs, SpatialAxes, Widened } from '../inputs/argument-types.js';
import type { SampleOptions } from '../inputs/options.js';
import { readTensor } from '../inputs/tensor-input.js';
import { readGridCall } from './grid-sample.js';
import { perImage } from './per-image.js';

/**
 * How the samples of {@link gridSample} change when its points move along a tangent: the Jacobian by the grid times that
 * tangent, in forward mode. What Gauss-Newton and other methods of least squares need, one call per direction.
 *
 * Image, grid and options are those of `gridSample`; `tangent` has the grid's shape, in normalised coordinates per step. Gives
 * [N,h,w,C] or [N,d,h,w,C], laid out as `dataFormat` says. Differentiable, once, by image, grid and tangent. With
 * `'nearest'` it is 0. A point that is not finite gives 0.
 * Throws what {@link gridSample} throws, and `UNSUPPORTED` on a backend that does not declare `order: 2`.
 */
export function gridSampleJvp<I, G, T, O>(
  image: OrUnranked<Input4D | Input5D, I>,
  grid: OrUnranked<Grids[SpatialAxes<I>], G>,
  tangent: OrUnranked<Grids[SpatialAxes<I>], T>,
  options?: SampleOptions | Widened<O>,
): Outputs[SpatialAxes<I> & SpatialAxes<G>];
export function gridSampleJvp(
  image: Input4D | Input5D,
  grid: Input4D | Input5D,
  tangent: Input4D | Input5D,
  options: SampleOptions = {},
): Tensor4D | Tensor5D {
  const op = 'gridSampleJvp';
  return tidy(() => {
    const { attrs, capabilities, ...read } = readGridCall(op, image, grid, options);
    if (capabilities.order < 2) {
      throw new CropError('UNSUPPORTED', {
        what: `${op}: the derivative along a tangent`,
        got: 'a backend of order 1',
        expected: 'one that declares order: 2',
        next: "Choose such a backend with tf.setBackend, as 'cpu' is with @cropgrad/backend-cpu",
      });
    }
    const inputs = { ...read, tangent: readTangent(op, tangent, read, attrs.imageIndex.length) };
    const made = hasSlopes(attrs)
      ? runCropKernel('GridSampleJvp', inputs, attrs)
      : noSlopes(() => zeros(RESULT.GridSample.shape(inputs, attrs)), inputs);
    return made as Tensor4D | Tensor5D;
  });
}

/** A tangent for every point: of as many crops as the grid, or a single one for all images. */
function readTangent(
  op: string,
  tangent: unknown,
  { image, grid }: { image: Tensor; grid: Tensor },
  crops: number,
): Tensor {
  const shape = `[${grid.shape}], as the grid`;
  const read = readTensor(op, 'tangent', tangent, {
    ranks: [grid.rank],
    dtypes: ['float32'],
    shape,
    next: () => 'Give every point of the grid a direction of its own',
  });
  const repeated = crops === image.shape[0] ? perImage(op, read, crops, undefined) : read;
  if (repeated.shape.join() === grid.shape.join()) return repeated;
  throw new CropError('INVALID_SHAPE', {
    what: `${op}: tangent`,
    got: `shape [${read.shape}]`,
    expected: `shape ${shape}`,
    next: 'Give every point of the grid a direction of its own',
  });
}
