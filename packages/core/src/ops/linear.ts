import { customGrad, type Tensor, tidy, zeros } from '@tensorflow/tfjs-core';

/**
 * A linear function of one tensor, with its transpose for a gradient; `again`, the gradient's own gradient, differs from
 * the function only where that adds a constant. So it can be differentiated any number of times. It needs nothing saved,
 * which matters where a later step of the same call throws: tfjs never frees what was saved by then.
 */
export function linear<T extends Tensor>(
  x: Tensor,
  forward: (x: Tensor) => T,
  transpose: (dy: Tensor) => Tensor,
  again: (x: Tensor) => Tensor = forward,
): T {
  const { shape, size } = x;
  // Of nothing, tfjs's backends make results of other shapes.
  const gradFunc = (dy: Tensor): Tensor => (size > 0 ? linear(dy, transpose, again) : zeros(shape));
  return tidy(() => customGrad<T>(() => ({ value: forward(x), gradFunc }))(x));
}
