import { clone, customGrad, type Tensor } from '@tensorflow/tfjs-core';
import { notDifferentiableTwice } from '../backend/not-differentiable-twice.js';

/** The same numbers, which can be differentiated no further (`UNSUPPORTED`): tfjs would ask for gradients of its ops. */
export function onceDifferentiable(gradient: Tensor): Tensor {
  return customGrad((x) => ({
    value: clone(x as Tensor),
    gradFunc: () => {
      throw notDifferentiableTwice('the gradient by boxes and thetas: its own gradient');
    },
  }))(gradient);
}
