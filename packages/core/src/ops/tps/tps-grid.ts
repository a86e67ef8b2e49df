import { matMul, reshape, type Tensor, type Tensor4D, tensor, tensor2d, tidy, zeros } from '@tensorflow/tfjs-core';
import { currentCropBackend } from '../../backend/current-backend.js';
import { requireRoom } from '../../backend/room.js';
import { CropError } from '../../errors.js';
import type { ControlInput, OrUnranked, Size2D, TargetInput } from '../../inputs/argument-types.js';
import type { NestedNumbers } from '../../inputs/nested-numbers.js';
import { resolveSplineOptions, type SplineOptions } from '../../inputs/options.js';
import { readSize } from '../../inputs/read-size.js';
import { isTensor, readTensor, requireTrailingShape } from '../../inputs/tensor-input.js';
import { baseGrid } from '../base-grid.js';
import { differentiable } from '../differentiable.js';
import { linear } from '../linear.js';
import { ThinPlate } from './thin-plate.js';

/**
 * The grid of a thin-plate spline, for {@link gridSample}: a smooth map that takes each control point of the crop to its
 * target in the image. It bends as little as possible.
 *
 * `control` is [n,2] of points (x, y) of the crop, n at least 3, not all on a line; `target` is [N,n,2]: where each of them is
 * read in the image. Both are normalised. Gives [N,h,w,2]. Differentiable by the target, any number of times, and once by the
 * control points if they are a tensor. Control points that are plain numbers are constant and faster: then the grid is one
 * matrix product. The spline is solved in float64 on the host, so a control tensor is read back, which some backends cannot
 * do (`UNSUPPORTED`).
 * As in Spatial Transformer Networks (2015).
 *
 * @param control - [n,2] of points (x, y) of the crop
 * @param target - [N,n,2]: where each of them is read in the image
 * @param size - [h,w] of the grid
 * @returns A grid [N,h,w,2].
 * @throws `INVALID_INPUT`, `INVALID_RANK`, `INVALID_DTYPE`, `INVALID_SHAPE`, `INVALID_OPTION`, `SINGULAR`,
 * `UNSUPPORTED`, `NO_BACKEND` or `OUT_OF_MEMORY`. A control tensor of equal points, or of points on one line, gives a
 * grid of NaN, which reads `fillValue` everywhere.
 * @example
 * ```ts
 * import '@cropgrad/backend-cpu';
 * import { tpsGrid } from '@cropgrad/core';
 *
 * const control = [[-1, -1], [1, -1], [-1, 1], [1, 1]];
 * const target = [[[-0.5, -1], [1, -1], [-0.5, 1], [1, 1]]]; // the left side moves to the right
 * const grid = tpsGrid(control, target, [1, 2]);
 * console.log(Array.from(await grid.data(), (x) => x.toFixed(3)).join(' ')); // -0.125 0.000 0.625 0.000
 * ```
 * @pytorch None. Kornia's `get_tps_transform` is another function.
 * @see {@link gridSample} reads an image at the grid; {@link flowGrid} moves each pixel by itself.
 * @guide augment
 */
export function tpsGrid<C, T>(
  control: OrUnranked<ControlInput, C>,
  target: OrUnranked<TargetInput, T>,
  size: Size2D | readonly number[],
  options?: SplineOptions,
): Tensor4D;
export function tpsGrid(
  control: ControlInput,
  target: TargetInput,
  size: readonly number[],
  options: SplineOptions = {},
): Tensor4D {
  const op = 'tpsGrid';
  return tidy(() => {
    const { alignCorners, regularization } = resolveSplineOptions(op, options);
    const { tensor: $control, numbers } = readControl(op, control);
    const $target = readTarget(op, target, $control.shape[0]);
    const $size = readSize(op, 'size', size, 2, 0);
    const shape: [number, number, number, number] = [$target.shape[0], $size[0], $size[1], 2];
    requireRoom(op, shape);
    const points = baseGrid($size, alignCorners);
    const splineOf = (values: ArrayLike<number>): ThinPlate => new ThinPlate(Float64Array.from(values), regularization);
    if (numbers) {
      const spline = splineOf(numbers.values);
      if (!spline.isSolvable) throw singular(op);
      return splineThrough(spline, points, $target, shape);
    }
    if (!currentCropBackend(op).capabilities.syncReads) throw unread(op);
    return differentiable<Tensor4D>(
      [$control, $target],
      (c, t) => splineThrough(splineOf(c.dataSync()), points, t, shape),
      (dgrid, c, t) => {
        const spline = splineOf(c.dataSync());
        const by = weightsOf(spline, points);
        const flat = reshape(dgrid, [shape[0], points.length / 2, 2]);
        return [controlGradient(spline, points, t, flat), matMul(by, flat, true)];
      },
    );
  });
}

/** The spline's values at the points: linear in the target. */
function splineThrough(
  spline: ThinPlate,
  points: Float64Array,
  target: Tensor,
  shape: [number, number, number, number],
): Tensor4D {
  const flat = [shape[0], points.length / 2, 2];
  // Some tfjs backends do not free an empty product.
  const isEmpty = shape.includes(0);
  return linear<Tensor4D>(
    target,
    (t) => (isEmpty ? zeros(shape) : reshape(matMul(weightsOf(spline, points), t), shape)),
    (dgrid) => (isEmpty ? zeros(target.shape) : matMul(weightsOf(spline, points), reshape(dgrid, flat), true)),
  );
}

/** Made again for each use, so that nothing is kept between them. */
function weightsOf(spline: ThinPlate, points: Float64Array): Tensor {
  return tensor2d(Float32Array.from(spline.weights(points)), [points.length / 2, spline.n]);
}

/** Summed over the batch, as one control serves all of it. */
function controlGradient(spline: ThinPlate, points: Float64Array, target: Tensor, dgrid: Tensor): Tensor {
  const [batch, n] = target.shape;
  const targets = Float64Array.from(target.dataSync());
  const dgrids = Float64Array.from(dgrid.dataSync());
  const gradient = new Float64Array(2 * n);
  for (let b = 0; b < batch; b++) {
    const one = spline.controlGradient(
      points,
      targets.subarray(b * 2 * n, (b + 1) * 2 * n),
      dgrids.subarray(b * points.length, (b + 1) * points.length),
    );
    for (let i = 0; i < one.length; i++) gradient[i] += one[i];
  }
  return tensor(Float32Array.from(gradient), [n, 2]);
}

/** The control points, and their numbers if they were given as such. */
function readControl(op: string, control: unknown): { tensor: Tensor; numbers: NestedNumbers | undefined } {
  let numbers: NestedNumbers | undefined;
  const read = readTensor(op, 'control', control, {
    ranks: [2],
    dtypes: ['float32'],
    shape: '[n,2] = (x, y)',
    next: () => 'Pass one row (x, y) per control point; all crops share them',
    onNumbers: (given) => {
      numbers = given;
    },
  });
  requireTrailingShape(op, 'control', read, [2], 'an x and a y each');
  if (read.shape[0] >= 3) return { tensor: read, numbers: isTensor(control) ? undefined : numbers };
  throw new CropError('INVALID_SHAPE', {
    what: `${op}: control`,
    got: `${read.shape[0]} points`,
    expected: 'at least 3, as fewer do not define the map',
    next: 'Start with a grid of 3 x 3 or 4 x 4 points over the crop',
  });
}

function readTarget(op: string, target: unknown, n: number): Tensor {
  const read = readTensor(op, 'target', target, {
    ranks: [3],
    dtypes: ['float32'],
    shape: `[N,${n},2], one (x, y) per control point`,
    empty: [0, n, 2],
    next: () => 'Wrap the targets of a single crop with tf.expandDims(target, 0)',
  });
  requireTrailingShape(op, 'target', read, [n, 2], 'one (x, y) per control point');
  return read;
}

function singular(op: string): CropError {
  return new CropError('SINGULAR', {
    what: `${op}: control`,
    got: 'two equal points, or points that all lie on one line',
    expected: 'different points that do not all lie on one line',
    next: 'Start with a grid of 3 x 3 or 4 x 4 points over the crop, or pass a regularization above 0 for equal points',
  });
}

function unread(op: string): CropError {
  return new CropError('UNSUPPORTED', {
    what: `${op}: control`,
    got: 'a tensor on a backend that cannot be read synchronously',
    expected: 'plain numbers, as the spline is solved on the host',
    next: 'Pass await control.array()',
  });
}
