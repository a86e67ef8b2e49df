import { reshape, type Tensor } from '@tensorflow/tfjs-core';
import type { DataFormat } from '../inputs/options.js';
import { linear } from './linear.js';

/** A list of points [N,P,2] or [N,P,3] as a grid of P rows of one point; grids stay as they are. */
export function asGrid(points: Tensor, dimensions: 2 | 3): Tensor {
  if (points.rank !== 3) return points;
  const shape: number[] = points.shape;
  return reshaped(points, [shape[0], shape[1], ...Array<number>(dimensions - 1).fill(1), dimensions]);
}

/** Samples at such a grid as a list [N,P,C], or [N,C,P] in NCHW. */
export function asList(crops: Tensor, dataFormat: DataFormat): Tensor {
  const shape: number[] = crops.shape;
  return reshaped(crops, dataFormat === 'NCHW' ? shape.slice(0, 3) : [shape[0], shape[1], shape[shape.length - 1]]);
}

function reshaped(x: Tensor, shape: number[]): Tensor {
  return linear(
    x,
    (one) => reshape(one, shape),
    (dy) => reshape(dy, x.shape),
  );
}
