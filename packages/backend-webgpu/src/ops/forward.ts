import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import { make, makeArray } from '../device/run.js';
import { integers } from '../device/uniform.js';
import { gatherLabelsKernel } from '../ways/taps/labels.js';
import { type SampleCall, withTensors } from './sample-call.js';

/** image, points → crops. Of integers `nearest` gives integers. */
export function forward(call: SampleCall, image: TensorInfo): TensorInfo {
  const { backend, sampling, way, shape } = call;
  const { variant, fillValue } = sampling;
  const { dtype } = image;
  const threads = util.sizeFromShape([...shape]);
  return withTensors(call, { image }, ({ tensors, uniforms }) => {
    if (variant.mode === 'nearest' && (dtype === 'int32' || dtype === 'bool')) {
      const launch = { tensors, uniforms: [...uniforms, integers('fillLabel', fillValue)], threads };
      return makeArray(backend, gatherLabelsKernel(variant), launch, shape, dtype);
    }
    return make(backend, way.gather(variant), { tensors, uniforms, threads }, shape);
  });
}
