import { customGrad, type Tensor, tidy, zeros } from '@tensorflow/tfjs-core';
import { onceDifferentiable } from './once-differentiable.js';

/**
 * A linear function of one tensor, with its transpose for a gradient. It needs nothing saved, which matters where a later
 * step of the same call throws: tfjs never frees what was saved by then.
 */
export function linear<T extends Tensor>(x: Tensor, forward: (x: Tensor) => T, transpose: (dy: Tensor) => Tensor): T {
  const { shape, size } = x;
  // Of nothing, tfjs's backends make results of other shapes.
  const gradFunc = (dy: Tensor): Tensor => (size > 0 ? onceDifferentiable(transpose(dy)) : zeros(shape));
  return tidy(() => customGrad<T>(() => ({ value: forward(x), gradFunc }))(x));
}
