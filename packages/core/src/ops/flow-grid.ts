import { add, mul, type Tensor, type Tensor4D, type Tensor5D, tensor, tensor1d, tidy } from '@tensorflow/tfjs-core';
import type { Grids, OrUnranked, Outputs, SpatialAxes } from '../inputs/argument-types.js';
import { type GridOptions, resolveGridOptions } from '../inputs/options.js';
import { readTensor, requireTrailingShape } from '../inputs/tensor-input.js';
import { baseGrid } from './base-grid.js';
import { linear } from './linear.js';

/**
 * The grid that reads each pixel from where a flow points, for {@link gridSample} of an image of the flow's own height and
 * width: warping by optical flow.
 *
 * A flow [N,h,w,2] of pairs (dx, dy), in pixels, gives a grid [N,h,w,2]; [N,d,h,w,3] of triples (dx, dy, dz) gives
 * [N,d,h,w,3]. The flow is ADDED to the pixel's own position, so that (1, 0) reads the pixel to the right. TensorFlow Addons'
 * `dense_image_warp` has the negative, in (y, x) order. Pass the same `alignCorners` to `gridSample`. Differentiable by
 * the flow, any number of times.
 *
 * @param flow - [N,h,w,2] of (dx, dy) in pixels, or [N,d,h,w,3]
 * @returns A grid of the flow's shape.
 * @throws `INVALID_INPUT`, `INVALID_RANK`, `INVALID_DTYPE`, `INVALID_SHAPE` or `INVALID_OPTION`.
 * @example
 * ```ts
 * import '@cropgrad/backend-cpu';
 * import { flowGrid, gridSample } from '@cropgrad/core';
 *
 * const image = [[[[0], [1], [2], [3]]]];
 * const flow = [[[[1, 0], [1, 0], [1, 0], [1, 0]]]]; // each pixel reads its right neighbour
 * const warped = gridSample(image, flowGrid(flow), { paddingMode: 'border' });
 * console.log(Array.from(await warped.data())); // [ 1, 2, 3, 3 ]
 * ```
 * @pytorch None. By hand:
 * ```py
 * identity = torch.eye(2, 3).expand(N, 2, 3)
 * grid = F.affine_grid(identity, [N, C, h, w], align_corners=False) + 2 * flow / torch.tensor([w, h])
 * ```
 * @see {@link gridSample} reads an image at the grid; {@link tpsGrid} bends by control points.
 * @guide augment
 */
export function flowGrid<F>(flow: OrUnranked<Grids[2 | 3], F>, options?: GridOptions): Outputs[SpatialAxes<F>];
export function flowGrid(flow: Grids[2 | 3], options: GridOptions = {}): Tensor4D | Tensor5D {
  const op = 'flowGrid';
  return tidy(() => {
    const { alignCorners } = resolveGridOptions(op, options);
    const read = readTensor(op, 'flow', flow, {
      ranks: [4, 5],
      dtypes: ['float32'],
      shape: '[N,h,w,2], or [N,d,h,w,3] in 3-D',
      next: () => 'Wrap a single flow with tf.expandDims(flow, 0)',
    });
    const size = read.shape.slice(1, -1);
    requireTrailingShape(op, 'flow', read, [size.length], 'one shift per spatial axis');
    // Along an axis of one pixel, alignCorners has every coordinate mean that pixel.
    const perPixel = (length: number): number =>
      alignCorners && length === 1 ? 0 : 2 / (length - (alignCorners ? 1 : 0));
    const scaled = (x: Tensor): Tensor => mul(x, tensor1d(size.map(perPixel).reverse()));
    const own = (): Tensor => tensor(Float32Array.from(baseGrid(size, alignCorners)), [1, ...size, size.length]);
    return linear(read, (x) => add(own(), scaled(x)), scaled, scaled) as Tensor4D | Tensor5D;
  });
}
