import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { KernelSource } from '../device/kernel-source.js';
import { together } from '../device/numbers.js';
import { run } from '../device/run.js';
import { sampleProblem } from '../problem.js';
import { pointTensors, type SampleCall } from '../sample-call.js';
import { type SampleVariant, variantOf } from '../variant.js';
import { filteredSampleSource } from './filtered-sample-source.js';
import { withImageIndex } from './image-of-crop.js';
import { jvpSource } from './jvp-source.js';
import { sampleSource } from './sample-source.js';

/** image, points → crops, or with a tangent their derivative along it. */
export function sample(call: SampleCall, image: TensorInfo): TensorInfo {
  const { backend, attrs, size, imageShape, shape } = call;
  const problem = sampleProblem(attrs, imageShape, size);
  return withImageIndex(backend, attrs.imageIndex, (imageIndex, numbers) => {
    const tensors = { image, ...pointTensors(call), imageIndex };
    const source = sourceOf(call)(variantOf(problem, call));
    const crops = run(backend, source, tensors, together(problem.numbers, numbers), util.sizeFromShape([...shape]));
    return { ...crops, shape: [...shape] };
  });
}

function sourceOf({ attrs, tangent }: SampleCall): (variant: SampleVariant) => KernelSource {
  if (attrs.antialias) return filteredSampleSource;
  return tangent ? jvpSource : sampleSource;
}
