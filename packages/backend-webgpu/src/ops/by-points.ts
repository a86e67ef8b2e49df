import type { AffineGridAttrs } from '@cropgrad/core/backend';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { make } from '../device/run.js';
import { affineGridGradTheta } from './affine-grid.js';
import { type SampleCall, withTensors } from './sample-call.js';

/** dy, image, grid → dgrid. */
export function byGrid(call: SampleCall, dy: TensorInfo, image: TensorInfo): TensorInfo {
  const { backend, sampling, way, shape } = call;
  const threads = sampling.crops * sampling.outputs;
  return withTensors(call, { dy, image }, (launch) =>
    make(backend, way.slope(sampling.variant), { ...launch, threads }, shape),
  );
}

/** dy, image, theta → dtheta, by way of the gradient by every point. */
export function byTheta(
  call: SampleCall,
  dy: TensorInfo,
  image: TensorInfo,
  { size, alignCorners }: AffineGridAttrs,
): TensorInfo {
  const { backend, sampling, shape } = call;
  const dgrid = byGrid({ ...call, shape: [sampling.crops, ...size, size.length] }, dy, image);
  try {
    return affineGridGradTheta(backend, dgrid, size, alignCorners, shape);
  } finally {
    backend.disposeData(dgrid.dataId);
  }
}
