import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import { make } from '../device/run.js';
import { type SampleCall, withTensors } from './sample-call.js';

/** image, points → crops. */
export function forward(call: SampleCall, image: TensorInfo): TensorInfo {
  const { backend, sampling, way, shape } = call;
  const threads = util.sizeFromShape([...shape]);
  return withTensors(call, { image }, (launch) =>
    make(backend, way.gather(sampling.variant), { ...launch, threads }, shape),
  );
}
