import { type Tensor4D, type Tensor5D, tidy } from '@tensorflow/tfjs-core';
import { currentCropBackend } from '../backend/current-backend.js';
import { requireSupported } from '../backend/require-supported.js';
import { runCropKernel } from '../backend/run-kernel.js';
import type {
  OrUnranked,
  OrUnsized,
  Outputs,
  Size2D,
  Size3D,
  SpatialAxes,
  ThetaInput,
} from '../inputs/argument-types.js';
import { type GridOptions, resolveGridOptions } from '../inputs/options.js';
import { dimensionsOf, readSize } from '../inputs/read-size.js';
import { readTheta } from '../inputs/read-theta.js';

/**
 * The points an affine map samples: PyTorch's `affine_grid`.
 *
 * Theta [N,2,3] and size [h,w] give [N,h,w,2], pairs (x, y); theta [N,3,4] and size [d,h,w] give [N,d,h,w,3], triples
 * (x, y, z); normalised so that -1 and 1 are the ends of the image. Differentiable in theta, any number of times.
 *
 * @param theta - [N,2,3], or [N,3,4] for volumes
 * @param size - [h,w] of the grid, or [d,h,w]
 * @returns A grid [N,h,w,2], or [N,d,h,w,3].
 * @throws `INVALID_INPUT`, `INVALID_RANK`, `INVALID_DTYPE`, `INVALID_SHAPE`, `INVALID_OPTION`, `UNSUPPORTED`,
 * `NO_BACKEND` or `OUT_OF_MEMORY`.
 * @example
 * ```ts
 * import '@cropgrad/backend-cpu';
 * import { affineGrid, boxToTheta } from '@cropgrad/core';
 *
 * const grid = affineGrid(boxToTheta([[0, 0, 1, 1]]), [2, 2]);
 * console.log(grid.shape, Array.from(await grid.data()).join(' ')); // [ 1, 2, 2, 2 ] 0.25 0.25 0.75 0.25 0.25 0.75 0.75 0.75
 * ```
 * @pytorch `F.affine_grid`
 * ```py
 * grid = F.affine_grid(theta, [N, C, h, w], align_corners=False)
 * ```
 * Its size is [N,C,h,w]; here it is the spatial part alone.
 * @see {@link boxToTheta} makes the theta; {@link gridSample} reads an image at the grid; {@link affineSample} does
 * both without a grid in memory.
 * @guide coordinates
 * @guide from-pytorch
 */
export function affineGrid<T, S extends readonly number[]>(
  theta: OrUnranked<ThetaInput, T>,
  size: OrUnsized<Size2D | Size3D, S>,
  options?: GridOptions,
): Outputs[SpatialAxes<S>];
export function affineGrid(theta: ThetaInput, size: Size2D | Size3D, options: GridOptions = {}): Tensor4D | Tensor5D {
  const op = 'affineGrid';
  return tidy(() => {
    const { tfBackend, capabilities } = currentCropBackend(op);
    const attrs = resolveGridOptions(op, options);
    // No thetas at all have as many dimensions as the size.
    const $theta = readTheta(op, 'theta', theta, dimensionsOf(size));
    const dimensions = $theta.shape[1] === 2 ? 2 : 3;
    const $size = readSize(op, 'size', size, dimensions, 0);
    requireSupported(op, tfBackend, capabilities, { dimensions });
    return runCropKernel('AffineGrid', { theta: $theta }, { ...attrs, size: $size }) as Tensor4D | Tensor5D;
  });
}
