import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { DeviceArray } from './device.js';
import type { GpuJsBackend } from './gpujs-backend.js';
import { imageGradient } from './image-gradient.js';
import { type SampleProblem, sampleProblem, variantOf } from './problem.js';
import type { SampleCall } from './sample-call.js';
import { pointGradientSource, sampleSource } from './sources/sample-source.js';
import { thetaGradient } from './theta-kernels.js';

/** image, points → crops. */
export function sample(call: SampleCall): TensorInfo {
  const { backend, points } = call;
  const problem = problemOf(call);
  const { attrs, size, channels, numbers } = problem;
  const shape = [attrs.imageIndex.length, ...size, channels];
  const source = sampleSource(variantOf(problem, points));
  return withImageIndex(backend, attrs.imageIndex, (imageIndex) => {
    const arrays = { ...inputsOf(call), imageIndex };
    return backend.fromDevice(backend.device.run(source, arrays, numbers, util.sizeFromShape(shape)), shape);
  });
}

/** dy, points → dimage. */
export function sampleGradImage(call: SampleCall): TensorInfo {
  const { backend, points, pointsInfo, dy, imageShape } = call;
  if (!dy) throw new Error('The gradient of an image is computed of dy');
  const array = imageGradient(backend, problemOf(call), { dy, points, pointsInfo, images: imageShape[0] });
  return backend.fromDevice(array, [...imageShape]);
}

/** dy, image, grid → dgrid. */
export function sampleGradGrid(call: SampleCall): TensorInfo {
  return call.backend.fromDevice(pointGradient(call), call.pointsInfo.shape);
}

/** dy, image, theta → dtheta. */
export function sampleGradTheta(call: SampleCall): TensorInfo {
  const { backend, pointsInfo, size, attrs } = call;
  const dgrid = pointGradient(call);
  try {
    return thetaGradient(backend, dgrid, [pointsInfo.shape[0], ...size, size.length], attrs.alignCorners);
  } finally {
    backend.device.free(dgrid);
  }
}

function pointGradient(call: SampleCall): DeviceArray {
  const { backend, points } = call;
  const problem = problemOf(call);
  const { attrs, numbers, dimensions } = problem;
  const source = pointGradientSource(variantOf(problem, points));
  return withImageIndex(backend, attrs.imageIndex, (imageIndex) =>
    backend.device.run(source, { ...inputsOf(call), imageIndex }, numbers, problem.points * dimensions),
  );
}

function problemOf({ attrs, imageShape, size }: SampleCall): SampleProblem {
  return sampleProblem(attrs, imageShape, size);
}

/** The arrays of a call on the device, by the names that kernels have for them. */
function inputsOf({ backend, points, pointsInfo, image, dy }: SampleCall): Record<string, DeviceArray> {
  return {
    ...(dy && { dy: backend.onDevice(dy) }),
    ...(image && { image: backend.onDevice(image) }),
    [points]: backend.onDevice(pointsInfo),
  };
}

function withImageIndex<T>(backend: GpuJsBackend, imageIndex: Int32Array, use: (array: DeviceArray) => T): T {
  const array = backend.device.upload(Float32Array.from(imageIndex));
  try {
    return use(array);
  } finally {
    backend.device.free(array);
  }
}
