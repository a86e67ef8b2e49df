import type { Tensor } from '@tensorflow/tfjs-core';
import { fusedGradients, type Gradient } from './gradients.js';
import type { CropKernelArgs, PerspectiveKernelName } from './kernels.js';
import { perspectiveTangent, perspectiveTangentGradTheta } from './perspective-tangent.js';
import { registerGradients } from './register-gradients.js';
import { runCropKernel } from './run-kernel.js';

/** A perspective grid has a tangent at each theta. */
const FUSED = fusedGradients('Perspective', {
  moving: (theta, dtheta, attrs) => ({
    grid: runCropKernel('PerspectiveGrid', { theta }, attrs),
    tangent: perspectiveTangent(theta, dtheta, attrs),
  }),
  gradTheta: ({ theta, dtheta, byGrid, byTangent }, attrs) =>
    perspectiveTangentGradTheta({ theta, dtheta, dgrid: byTangent(), byGrid }, attrs),
});

/** The gradients of the kernels of perspective thetas. */
const PERSPECTIVE_GRADIENTS: { [K in PerspectiveKernelName]: Gradient<K> } = {
  PerspectiveGrid: {
    saves: ['theta'],
    by: { theta: (dgrid, { theta }, attrs) => runCropKernel('PerspectiveGridGradTheta', { dgrid, theta }, attrs) },
  },
  PerspectiveGridGradTheta: {
    saves: ['dgrid', 'theta'],
    by: {
      dgrid: (dtheta, { theta }, attrs) => perspectiveTangent(theta, dtheta, attrs),
      theta: (dtheta, { dgrid, theta }, attrs) => perspectiveTangentGradTheta({ theta, dtheta, dgrid }, attrs),
    },
  },
  PerspectiveSample: FUSED.sample,
  PerspectiveSampleGradImage: FUSED.sampleGradImage,
  PerspectiveSampleGradTheta: FUSED.sampleGradTheta,
};

/**
 * {@link runCropKernel} for what begins in perspective: the gradients are given to tfjs with the first such call, so that a page
 * that never makes one does not load them.
 */
export function runPerspectiveKernel<K extends PerspectiveKernelName>(
  name: K,
  inputs: { [I in keyof CropKernelArgs[K]['inputs']]: Tensor },
  attrs: CropKernelArgs[K]['attrs'],
): Tensor {
  registerGradients(PERSPECTIVE_GRADIENTS);
  return runCropKernel(name, inputs, attrs);
}
