import type { TensorInfo } from '@tensorflow/tfjs-core';
import { together } from '../device/numbers.js';
import { run } from '../device/run.js';
import { thetaGradient } from '../points/theta-gradient.js';
import { sampleProblem } from '../problem.js';
import { pointTensors, type SampleCall } from '../sample-call.js';
import { variantOf } from '../variant.js';
import { withImageIndex } from './image-of-crop.js';
import { jvpPointGradientSource } from './jvp-point-gradient-source.js';
import { pointGradientSource } from './point-gradient-source.js';

/** dy, image, grid → dgrid; with a tangent the gradient of the derivative along it. */
export function sampleGradGrid(call: SampleCall, dy: TensorInfo, image: TensorInfo): TensorInfo {
  return { ...pointGradient(call, dy, image), shape: [...call.shape] };
}

/** dy, image, theta → dtheta. */
export function sampleGradTheta(call: SampleCall, dy: TensorInfo, image: TensorInfo): TensorInfo {
  const { backend, attrs, size, shape } = call;
  const dgrid = pointGradient(call, dy, image);
  try {
    return { ...thetaGradient(backend, dgrid, shape[0], size, attrs.alignCorners), shape: [...shape] };
  } finally {
    backend.disposeIntermediateTensorInfo(dgrid);
  }
}

/** The gradient by the points, with one axis. */
function pointGradient(call: SampleCall, dy: TensorInfo, image: TensorInfo): TensorInfo {
  const { backend, attrs, size, imageShape } = call;
  const problem = sampleProblem(attrs, imageShape, size);
  return withImageIndex(backend, attrs.imageIndex, (imageIndex, numbers) => {
    const tensors = { dy, image, ...pointTensors(call), imageIndex };
    const source = (call.tangent ? jvpPointGradientSource : pointGradientSource)(variantOf(problem, call));
    return run(backend, source, tensors, together(problem.numbers, numbers), problem.points * problem.dimensions);
  });
}
