import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import { together } from '../device/numbers.js';
import { run } from '../device/run.js';
import { sampleProblem } from '../problem.js';
import { pointTensors, type SampleCall } from '../sample-call.js';
import { variantOf } from '../variant.js';
import { withImageIndex } from './image-of-crop.js';
import { jvpSource } from './jvp-source.js';
import { sampleSource } from './sample-source.js';

/** image, points → crops, or with a tangent their derivative along it. */
export function sample(call: SampleCall, image: TensorInfo): TensorInfo {
  const { backend, attrs, size, imageShape, shape } = call;
  const problem = sampleProblem(attrs, imageShape, size);
  return withImageIndex(backend, attrs.imageIndex, (imageIndex, numbers) => {
    const tensors = { image, ...pointTensors(call), imageIndex };
    const source = (call.tangent ? jvpSource : sampleSource)(variantOf(problem, call));
    const crops = run(backend, source, tensors, together(problem.numbers, numbers), util.sizeFromShape([...shape]));
    return { ...crops, shape: [...shape] };
  });
}
