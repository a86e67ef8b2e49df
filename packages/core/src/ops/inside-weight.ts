import { mul, ones, type Tensor, tensor } from '@tensorflow/tfjs-core';
import type { SampleAttrs } from '../backend/kernels.js';
import type { DataFormat } from '../inputs/options.js';
import { linear } from './linear.js';
import { product } from './product.js';

/** Samples an image at points, which are thetas or grids, by a kernel. */
export type Sampler<A extends SampleAttrs> = (image: Tensor, points: Tensor, attrs: A) => Tensor;

/** The spatial axes of an image's shape: [H,W] or [D,H,W]. */
export function spatialSizes(shape: readonly number[], dataFormat: DataFormat): readonly number[] {
  return dataFormat === 'NCHW' ? shape.slice(2) : shape.slice(1, -1);
}

/**
 * The weight of the pixels of an image of `sizes` in each sample, [N,h,w,1] in the layout of the options: what a sample of ones
 * gives under a fill of 0. It is the product of the weights along each axis, and each of them is a sample of a single row of
 * ones, with the other coordinates at 0, the centre of their one pixel. So no image of ones is made.
 */
export function insideWeight<A extends SampleAttrs>(
  points: Tensor,
  sizes: readonly number[],
  attrs: A,
  sample: Sampler<A>,
): Tensor {
  const crops = points.shape[0];
  const onOnes: A = { ...attrs, fillValue: 0, imageIndex: new Int32Array(crops) };
  const perAxis = sizes.map((size, axis) => {
    const spatial = sizes.map((_, other) => (other === axis ? size : 1));
    const row = ones(attrs.dataFormat === 'NCHW' ? [1, 1, ...spatial] : [1, ...spatial, 1]);
    return sample(row, alongAxis(points, sizes.length - 1 - axis, sizes.length), onOnes);
  });
  return perAxis.reduce(product);
}

/** Points with 0 for all coordinates but one, which is counted from x. What is not finite stays so. */
function alongAxis(points: Tensor, coordinate: number, dimensions: number): Tensor {
  const isGrid = points.rank > 3;
  // A theta has a row for each coordinate, and a perspective one another that divides them.
  const [rows, columns] = isGrid ? [dimensions, 1] : points.shape.slice(1);
  const kept = Array.from({ length: rows }, (_, row) => Number(row === coordinate || row === dimensions));
  // Made when it is used: the gradient runs long after this call's tensors are gone.
  const mask = (): Tensor =>
    isGrid
      ? tensor(kept, [...Array<number>(dimensions + 1).fill(1), dimensions])
      : tensor(
          kept.flatMap((entry) => Array<number>(columns).fill(entry)),
          [1, rows, columns],
        );
  const masked = (x: Tensor): Tensor => mul(x, mask());
  return linear(points, masked, masked);
}
