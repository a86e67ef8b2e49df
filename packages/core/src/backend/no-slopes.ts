import { customGrad, type Tensor, zeros } from '@tensorflow/tfjs-core';
import { warnOfNearest } from '../inputs/warn-of-nearest.js';
import type { PointGradientAttrs, SampleAttrs } from './kernels.js';

/** Whether a sample changes with its point at all: under nearest it is the same pixel all around. */
export function hasSlopes<A extends SampleAttrs>(attrs: A): attrs is A & Pick<PointGradientAttrs, 'mode'> {
  return attrs.mode !== 'nearest';
}

/**
 * What `zero` makes for the gradient by the points, whatever flows in, without a kernel of ours. What it depends on gets
 * zeros in turn.
 */
export function noSlopes(zero: () => Tensor, inputs: Record<string, Tensor>): Tensor {
  warnOfNearest();
  const shapes = Object.values(inputs).map((input) => input.shape);
  const gradFunc = (): Tensor[] => shapes.map((one) => zeros(one));
  return customGrad(() => ({ value: zero(), gradFunc }))(...Object.values(inputs));
}
