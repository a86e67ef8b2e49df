import { type Tensor, type Tensor3D, type Tensor4D, type Tensor5D, tidy, zeros } from '@tensorflow/tfjs-core';
import { hasSlopes, noSlopes } from '../backend/no-slopes.js';
import { RESULT } from '../backend/result-shape.js';
import { runCropKernel } from '../backend/run-kernel.js';
import { CropError } from '../errors.js';
import type {
  Grids,
  Input4D,
  Input5D,
  OrUnranked,
  Outputs,
  PointsInput,
  SpatialAxes,
  Widened,
} from '../inputs/argument-types.js';
import { readGrid } from '../inputs/read-grid.js';
import { invalidOption } from '../inputs/read-options.js';
import type { SampleOptions } from '../inputs/sample-options.js';
import { readGridCall } from './grid-sample.js';
import { perImage } from './per-image.js';
import { asGrid } from './point-list.js';

/**
 * How the samples of {@link gridSample} change when its points move along a tangent: the Jacobian by the grid times that
 * tangent, in forward mode. Gauss-Newton and other methods of least squares need it, with one call per direction.
 *
 * Image, grid and options are those of `gridSample`. `tangent` has the grid's shape, in normalised coordinates per step. Gives
 * [N,h,w,C] or [N,d,h,w,C], laid out as `dataFormat` says; for a list of points, a list. Differentiable, once, by image, grid
 * and tangent. With `'nearest'`, and for a point that is not finite, it is 0.
 *
 * @param image - [N,H,W,C], or [N,D,H,W,C]; with `dataFormat: 'NCHW'` channels come second
 * @param grid - as {@link gridSample} takes it
 * @param tangent - of the grid's shape: how each point moves
 * @returns How the samples change: [N,h,w,C] or [N,d,h,w,C]; of a list of points [N,P,C].
 * @throws `INVALID_INPUT`, `INVALID_RANK`, `INVALID_DTYPE`, `INVALID_SHAPE`, `INVALID_OPTION`, `EMPTY_IMAGE`,
 * `INDEX_OUT_OF_RANGE`, `UNSUPPORTED`, `NO_BACKEND` or `OUT_OF_MEMORY`. `INVALID_OPTION` also for a fill per channel,
 * and `UNSUPPORTED` on a backend that does not declare `order: 2`.
 * @example
 * ```ts
 * import '@cropgrad/backend-cpu';
 * import { gridSampleJvp } from '@cropgrad/core';
 *
 * const image = [[[[0], [1], [2], [3]]]];
 * const grid = [[[[0, 0]]]];
 * const toTheRight = [[[[1, 0]]]];
 * const change = gridSampleJvp(image, grid, toTheRight); // one unit is two pixels here
 * console.log(Array.from(await change.data())); // [ 2 ]
 * ```
 * @pytorch None: in 2.13 `torch.func.jvp` of `F.grid_sample` is not implemented.
 * @see {@link gridSample}.
 * @guide second-order
 */
export function gridSampleJvp<I, G, T, O>(
  image: OrUnranked<Input4D | Input5D, I>,
  grid: OrUnranked<Grids[SpatialAxes<I>], G>,
  tangent: OrUnranked<Grids[SpatialAxes<I>], T>,
  options?: SampleOptions | Widened<O>,
): Outputs[SpatialAxes<I> & SpatialAxes<G>];
export function gridSampleJvp<I, O>(
  image: OrUnranked<Input4D | Input5D, I>,
  points: PointsInput,
  tangent: PointsInput,
  options?: SampleOptions | Widened<O>,
): Tensor3D;
export function gridSampleJvp(
  image: Input4D | Input5D,
  grid: Input4D | Input5D | PointsInput,
  tangent: Input4D | Input5D | PointsInput,
  options: SampleOptions = {},
): Tensor3D | Tensor4D | Tensor5D {
  const op = 'gridSampleJvp';
  return tidy(() => {
    const { attrs, capabilities, channelFill, listed, ...read } = readGridCall(op, image, grid, options);
    if (capabilities.order < 2) {
      throw new CropError('UNSUPPORTED', {
        what: `${op}: the derivative along a tangent`,
        got: 'a backend of order 1',
        expected: 'a backend of order 2',
        next: "Choose a backend of order 2 with tf.setBackend, e.g. 'cpu' of @cropgrad/backend-cpu",
      });
    }
    if (channelFill !== undefined) {
      const next = 'Pass one number; gridSample and crop also take one number per channel';
      throw invalidOption(op, 'fillValue', 'one for each channel', 'one number for all channels', next);
    }
    const inputs = { ...read, tangent: readTangent(op, tangent, read, attrs.imageIndex.length) };
    const made = hasSlopes(attrs)
      ? runCropKernel('GridSampleJvp', inputs, attrs)
      : noSlopes(() => zeros(RESULT.GridSample.shape(inputs, attrs)), inputs);
    return listed(made) as Tensor3D | Tensor4D | Tensor5D;
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
  const read = asGrid(readGrid(op, 'tangent', tangent, image), image.rank === 4 ? 2 : 3);
  const repeated = crops === image.shape[0] ? perImage(op, read, crops, undefined) : read;
  if (repeated.shape.join() === grid.shape.join()) return repeated;
  throw new CropError('INVALID_SHAPE', {
    what: `${op}: tangent`,
    got: `shape [${read.shape}]`,
    expected: `shape ${shape}`,
    next: 'Pass one direction for each point of the grid',
  });
}
