import { customGrad, type GradSaveFunc, type Tensor, tidy, zeros } from '@tensorflow/tfjs-core';
import { onceDifferentiable } from './once-differentiable.js';

/**
 * A small function of tensors with a gradient of its own: `backward` gets dy and the inputs, and gives one gradient per
 * input. The ops inside are not on the tape, so it needs none of tfjs's own gradients, which tfjs-core alone lacks.
 */
export function differentiable<T extends Tensor>(
  inputs: Tensor[],
  forward: (...inputs: Tensor[]) => T,
  backward: (dy: Tensor, ...inputs: Tensor[]) => Tensor[],
): T {
  return tidy(() =>
    customGrad<T>((...args) => {
      // tfjs appends `save` to the inputs; what the gradient needs must go through it.
      const xs = args.slice(0, -1) as Tensor[];
      const save = args[args.length - 1] as GradSaveFunc;
      save(xs);
      const gradFunc = (dy: Tensor, saved: Tensor[]): Tensor[] =>
        // Of nothing, tfjs's backends make results of other shapes.
        saved.every((x) => x.size > 0)
          ? backward(dy, ...saved).map(onceDifferentiable)
          : saved.map((x) => zeros(x.shape));
      return { value: forward(...xs), gradFunc };
    })(...inputs),
  );
}
