import { customGrad, type Tensor } from '@tensorflow/tfjs-core';

/** A linear function of one tensor with its transpose for a gradient, so that none of tfjs's own gradients is needed. */
export function linear<T extends Tensor>(x: Tensor, forward: (x: Tensor) => T, transpose: (dy: Tensor) => Tensor): T {
  return customGrad<T>(() => ({ value: forward(x), gradFunc: (dy: Tensor) => linear(dy, transpose, forward) }))(x);
}
