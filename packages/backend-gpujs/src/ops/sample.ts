import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { DeviceArray } from '../device/device.js';
import type { KernelSource } from '../device/kernel-source.js';
import { type SampleProblem, sampleProblem, variantOf } from '../problem.js';
import type { SampleCall } from '../sample-call.js';
import { filteredPointGradientSource } from './filtered-point-gradient-source.js';
import { filteredSampleSource } from './filtered-sample-source.js';
import { imageGradient } from './image-gradient.js';
import { jvpPointGradientSource } from './jvp-point-gradient-source.js';
import { jvpSource } from './jvp-source.js';
import { pointGradientSource } from './point-gradient-source.js';
import { sampleSource } from './sample-source.js';
import { thetaGradient } from './theta-gradient.js';

/** image, points → crops, or with a tangent their derivative along it. */
export function sample(call: SampleCall): TensorInfo {
  const problem = problemOf(call);
  const variant = variantOf(problem, call.points);
  const plain = call.tangent ? jvpSource : sampleSource;
  const source = (call.attrs.antialias ? filteredSampleSource : plain)(variant);
  return call.backend.fromDevice(runOnPoints(call, problem, source, problem.points * problem.channels), call.shape);
}

/** dy, points → dimage, also of the derivative along a tangent. */
export function sampleGradImage(call: SampleCall): TensorInfo {
  const { backend, points, pointsInfo, tangent, dy, shape } = call;
  if (!dy) throw new Error('The gradient of an image is computed of dy');
  const array = imageGradient(backend, problemOf(call), { dy, points, pointsInfo, tangent, images: shape[0] });
  return backend.fromDevice(array, shape);
}

/** dy, image, grid → dgrid, also of the derivative along a tangent. */
export function sampleGradGrid(call: SampleCall): TensorInfo {
  return call.backend.fromDevice(pointGradient(call), call.shape);
}

/** dy, image, theta → dtheta. */
export function sampleGradTheta(call: SampleCall): TensorInfo {
  const { backend, points, pointsInfo, size, attrs, shape } = call;
  if (points === 'grid') throw new Error('A grid has no theta');
  const dgrid = pointGradient(call);
  try {
    const inputs = { dgrid, theta: pointsInfo, isFiltered: Boolean(attrs.antialias) };
    return thetaGradient(backend, inputs, shape, { points, size, numbers: problemOf(call).numbers });
  } finally {
    backend.device.free(dgrid);
  }
}

/** The gradients by the coordinates of the points; of antialiased crops also those by the footprints. */
function pointGradient(call: SampleCall): DeviceArray {
  const problem = problemOf(call);
  const variant = variantOf(problem, call.points);
  const plain = call.tangent ? jvpPointGradientSource : pointGradientSource;
  const isFiltered = Boolean(call.attrs.antialias);
  const source = (isFiltered ? filteredPointGradientSource : plain)(variant);
  return runOnPoints(call, problem, source, problem.points * problem.dimensions * (isFiltered ? 2 : 1));
}

function problemOf({ attrs, imageShape, size }: SampleCall): SampleProblem {
  return sampleProblem(attrs, imageShape, size);
}

/** Runs a kernel that reads images at points. */
function runOnPoints(
  { backend, points, pointsInfo, tangent, image, dy }: SampleCall,
  { attrs, numbers }: SampleProblem,
  source: KernelSource,
  length: number,
): DeviceArray {
  const imageIndex = backend.imageIndexes.of(attrs.imageIndex);
  const arrays = {
    ...(dy && { dy: backend.onDevice(dy) }),
    ...(image && { image: backend.onDevice(image) }),
    [points]: backend.onDevice(pointsInfo),
    ...(tangent && { tangent: backend.onDevice(tangent) }),
    ...imageIndex.arrays,
  };
  return backend.device.run(source, arrays, { ...numbers, ...imageIndex.numbers }, length);
}
