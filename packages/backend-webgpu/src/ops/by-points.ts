import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Kernel } from '../device/kernel.js';
import { make } from '../device/run.js';
import { filteredPerspectiveTermsKernel, perspectiveTermsKernel } from '../points/perspective.js';
import { filteredThetaTermsKernel, thetaTermsKernel } from '../points/theta-gradient.js';
import type { Variant } from '../sampling.js';
import { type SampleCall, withTensors } from './sample-call.js';
import { sumsOverCrops } from './sums-over-crops.js';

/** dy, image, grid → dgrid. */
export function byGrid(call: SampleCall, dy: TensorInfo, image: TensorInfo): TensorInfo {
  const { backend, sampling, way, shape } = call;
  const threads = sampling.crops * sampling.outputs;
  return withTensors(call, { dy, image }, (launch) =>
    make(backend, way.slope(sampling.variant, image.dtype !== 'float32'), { ...launch, threads }, shape),
  );
}

/** dy, image, theta → dtheta, by way of the gradient by every point, and by its footprints where there are some. */
export function byTheta(call: SampleCall, dy: TensorInfo, image: TensorInfo): TensorInfo {
  const { backend, sampling, points: theta, shape } = call;
  const { variant, crops, outputs, outputUniforms } = sampling;
  const perPoint = variant.dimensions * (variant.isFiltered ? 2 : 1);
  const dgrid = byGrid({ ...call, shape: [crops, outputs, perPoint] }, dy, image);
  try {
    const kernel = termsKernel(variant);
    const tensors = kernel.arrays.includes('theta') ? { dgrid, theta } : { dgrid };
    return sumsOverCrops(backend, kernel, { tensors, uniforms: outputUniforms }, outputs, shape);
  } finally {
    backend.disposeData(dgrid.dataId);
  }
}

function termsKernel({ points, dimensions, isFiltered }: Variant): Kernel {
  if (points === 'perspective') return isFiltered ? filteredPerspectiveTermsKernel : perspectiveTermsKernel;
  return isFiltered ? filteredThetaTermsKernel(dimensions) : thetaTermsKernel(dimensions);
}
