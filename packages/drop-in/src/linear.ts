import { customGrad, type Tensor } from '@tensorflow/tfjs-core';

/**
 * A function of one tensor that is linear but for a shift, with its transpose for a gradient, so that none of tfjs's own
 * gradients is needed. `unshifted` is the function without the shift.
 */
export function linear<T extends Tensor>(
  x: Tensor,
  forward: (x: Tensor) => T,
  transpose: (dy: Tensor) => Tensor,
  unshifted: (x: Tensor) => Tensor = forward,
): T {
  return customGrad<T>(() => ({ value: forward(x), gradFunc: (dy: Tensor) => linear(dy, transpose, unshifted) }))(x);
}
