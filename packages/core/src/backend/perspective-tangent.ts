import {
  add,
  concat,
  customGrad,
  div,
  mul,
  neg,
  slice,
  sub,
  sum,
  type Tensor,
  tile,
  zeros,
} from '@tensorflow/tfjs-core';
import type { AffineGridAttrs } from './kernels.js';
import { notDifferentiableTwice } from './not-differentiable-twice.js';
import { runCropKernel } from './run-kernel.js';

/**
 * How a perspective grid moves along a tangent of its theta [N,3,3]: with (X, Y, W) = theta (u, v, 1) and (dX, dY, dW) that of
 * the tangent, ((dX, dY) - (X, Y)/W dW) / W. Both are rows of numbers that affine grids give. It is NaN where the grid is.
 */
export function perspectiveTangent(theta: Tensor, dtheta: Tensor, attrs: AffineGridAttrs): Tensor {
  return lastDerivative([theta, dtheta], () => {
    const grid = runCropKernel('PerspectiveGrid', { theta }, attrs);
    const moved = runCropKernel('AffineGrid', { theta: slice(dtheta, [0, 0, 0], [-1, 2, 3]) }, attrs);
    return div(sub(moved, mul(grid, divisors(dtheta, attrs))), divisors(theta, attrs));
  });
}

/**
 * The gradient by theta of the sum of `dgrid` times {@link perspectiveTangent}, and of what `byGrid`, which is added, flows into
 * the grid. The tangent h is linear in 1/W and in the grid: by W it is -h/W, and by the grid -dW/W. Points that are NaN are
 * left out by the kernel.
 */
export function perspectiveTangentGradTheta(
  { theta, dtheta, dgrid, byGrid }: { theta: Tensor; dtheta: Tensor; dgrid: Tensor; byGrid?: Tensor },
  attrs: AffineGridAttrs,
): Tensor {
  const inputs = [theta, dtheta, dgrid, ...(byGrid ? [byGrid] : [])];
  return lastDerivative(inputs, () => {
    const gradTheta = (flowing: Tensor): Tensor =>
      runCropKernel('PerspectiveGridGradTheta', { dgrid: flowing, theta }, attrs);
    const tangent = perspectiveTangent(theta, dtheta, attrs);
    const ofGrid = neg(div(mul(dgrid, divisors(dtheta, attrs)), divisors(theta, attrs)));
    // The first two rows are sums of what flows in over W: their sum is what the last row gets by W.
    const ofW = slice(gradTheta(neg(mul(dgrid, tangent))), [0, 0, 0], [-1, 2, 3]);
    const lastRow = sum(ofW, 1, true);
    return add(gradTheta(byGrid ? add(byGrid, ofGrid) : ofGrid), concat([zeros([theta.shape[0], 2, 3]), lastRow], 1));
  });
}

/** What the third row of thetas [N,3,3] gives at each point, twice: [N,h,w,2] = (W, W). */
function divisors(theta: Tensor, attrs: AffineGridAttrs): Tensor {
  return runCropKernel('AffineGrid', { theta: tile(slice(theta, [0, 2, 0], [-1, 1, 3]), [1, 2, 1]) }, attrs);
}

/** Runs ops that are not on the tape; what they give cannot be differentiated further (`UNSUPPORTED`). */
function lastDerivative(inputs: Tensor[], run: () => Tensor): Tensor {
  const gradFunc = (): never => {
    throw notDifferentiableTwice('the second derivative by a perspective theta: its own gradient');
  };
  return customGrad(() => ({ value: run(), gradFunc }))(...inputs);
}
