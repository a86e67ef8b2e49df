import { customGrad, type GradSaveFunc, mul, type Tensor, tidy } from '@tensorflow/tfjs-core';

/** The product of two tensors of one shape, number by number, which can be differentiated any number of times. */
export function product(a: Tensor, b: Tensor): Tensor {
  return tidy(() =>
    customGrad((...args) => {
      // tfjs appends `save` to the inputs; what the gradient needs must go through it.
      const [x, y, save] = args as [Tensor, Tensor, GradSaveFunc];
      save([x, y]);
      const gradFunc = (dy: Tensor, saved: Tensor[]): Tensor[] => [product(dy, saved[1]), product(dy, saved[0])];
      return { value: mul(x, y), gradFunc };
    })(a, b),
  );
}
