import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import { together } from '../device/numbers.js';
import { run } from '../device/run.js';
import { sampleProblem } from '../problem.js';
import type { SampleCall } from '../sample-call.js';
import { variantOf } from '../variant.js';
import { withImageIndex } from './image-of-crop.js';
import { sampleSource } from './sample-source.js';

/** image, points → crops. */
export function sample(
  { backend, attrs, points, pointsInfo, size, imageShape, shape }: SampleCall,
  image: TensorInfo,
): TensorInfo {
  const problem = sampleProblem(attrs, imageShape, size);
  return withImageIndex(backend, attrs.imageIndex, (imageIndex, numbers) => {
    const tensors = { image, [points]: pointsInfo, imageIndex };
    const source = sampleSource(variantOf(problem, points));
    const crops = run(backend, source, tensors, together(problem.numbers, numbers), util.sizeFromShape([...shape]));
    return { ...crops, shape: [...shape] };
  });
}
