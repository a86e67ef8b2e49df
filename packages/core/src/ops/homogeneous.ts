import { concat, slice, type Tensor, type Tensor3D, tensor3d } from '@tensorflow/tfjs-core';
import { linear } from './linear.js';

/** Theta [N,2,3] or [N,3,4] with the row (0, …, 0, 1) below it. */
export function homogeneous(theta: Tensor): Tensor3D {
  const [n, , columns] = theta.shape;
  const rows = new Float32Array(n * columns);
  for (let i = columns - 1; i < rows.length; i += columns) rows[i] = 1;
  return concat<Tensor3D>([theta as Tensor3D, tensor3d(rows, [n, 1, columns])], 1);
}

/** The first columns of theta, without its shift: [N,2,2] or [N,3,3]. */
export function linearPart(theta: Tensor): Tensor3D {
  const [n, rows] = theta.shape;
  return slice(theta as Tensor3D, 0, [n, rows, rows]);
}

/** Whether a theta is [N,3,3]. */
export function isSquare({ shape }: Tensor): boolean {
  return shape[1] === shape[2];
}

/** An affine theta [N,2,3] as the perspective one [N,3,3] that is the same map, with a gradient; a square one is itself. */
export function toSquare(theta: Tensor): Tensor {
  if (isSquare(theta)) return theta;
  return linear<Tensor>(theta, homogeneous, (dy) => slice(dy as Tensor3D, 0, [dy.shape[0], 2, 3]));
}
