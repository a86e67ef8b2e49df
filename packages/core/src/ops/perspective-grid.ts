import { type Tensor4D, tidy } from '@tensorflow/tfjs-core';
import { currentCropBackend } from '../backend/current-backend.js';
import { runPerspectiveKernel } from '../backend/perspective-gradients.js';
import { requireSupported } from '../backend/require-supported.js';
import type { OrUnranked, OrUnsized, Size2D, ThetaInput } from '../inputs/argument-types.js';
import { type GridOptions, resolveGridOptions } from '../inputs/options.js';
import { readSize } from '../inputs/read-size.js';
import { readTheta } from '../inputs/read-theta.js';

/**
 * The points a perspective map samples: with (X, Y, W) = theta · (u, v, 1) at each output point (u, v), these are
 * (X/W, Y/W), normalised so that -1 and 1 are the ends of the image.
 *
 * Theta [N,3,3] and size [h,w] give [N,h,w,2], pairs (x, y). Thetas that differ by a factor are the same map. A point is behind
 * the camera if its W does not have the sign of W in the middle of the output. Such points, and all points of a theta with a
 * non-finite entry, are (NaN, NaN): they sample nothing, and have no gradient. Differentiable in theta, twice.
 *
 * @param theta - [N,3,3]
 * @param size - [h,w] of the grid
 * @returns A grid [N,h,w,2].
 * @throws `INVALID_INPUT`, `INVALID_RANK`, `INVALID_DTYPE`, `INVALID_SHAPE`, `INVALID_OPTION`, `UNSUPPORTED`,
 * `NO_BACKEND` or `OUT_OF_MEMORY`.
 * @example
 * ```ts
 * import '@cropgrad/backend-cpu';
 * import { perspectiveGrid, quadToTheta } from '@cropgrad/core';
 *
 * const theta = quadToTheta([[[-0.5, -1], [0.5, -1], [1, 1], [-1, 1]]]);
 * const grid = perspectiveGrid(theta, [2, 1]); // the middles of the upper and of the lower half
 * console.log(Array.from(await grid.data(), (x) => x.toFixed(3)).join(' ')); // 0.000 -0.714 0.000 0.200
 * ```
 * @pytorch None. OpenCV and Kornia sample behind the camera, too: a mirrored ghost.
 * @see {@link quadToTheta} makes the theta; {@link gridSample} reads an image at the grid; {@link perspectiveSample}
 * does both.
 * @guide straighten-a-page
 */
export function perspectiveGrid<T, S extends readonly number[]>(
  theta: OrUnranked<ThetaInput, T>,
  size: OrUnsized<Size2D, S>,
  options?: GridOptions,
): Tensor4D;
export function perspectiveGrid(theta: ThetaInput, size: Size2D, options: GridOptions = {}): Tensor4D {
  const op = 'perspectiveGrid';
  return tidy(() => {
    const { tfBackend, capabilities } = currentCropBackend(op);
    const attrs = resolveGridOptions(op, options);
    const $theta = readTheta(op, 'theta', theta, 2, 'perspective');
    const $size = readSize(op, 'size', size, 2, 0);
    requireSupported(op, tfBackend, capabilities, { dimensions: 2, points: 'perspective' });
    return runPerspectiveKernel('PerspectiveGrid', { theta: $theta }, { ...attrs, size: $size }) as Tensor4D;
  });
}
