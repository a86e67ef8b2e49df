import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import { ints, together } from '../../device/numbers.js';
import { run } from '../../device/run.js';
import { withImageIndex } from '../../ops/image-of-crop.js';
import { sampleProblem } from '../../problem.js';
import type { SampleCall } from '../../sample-call.js';
import { variantOf } from '../../variant.js';
import { stripGradientSource } from './source.js';

/** dy, theta → dimage, with one axis: each pixel gathers from the outputs that may read it, and nothing is read back. */
export function gradientByStrips(call: SampleCall, dy: TensorInfo): TensorInfo {
  const { backend, attrs, pointsInfo, size, imageShape } = call;
  const problem = sampleProblem(attrs, imageShape, size);
  return withImageIndex(backend, attrs.imageIndex, (imageIndex, indexNumbers) => {
    const numbers = together(together(problem.numbers, indexNumbers), ints({ crops: attrs.imageIndex.length }));
    const source = stripGradientSource(variantOf(problem, call));
    return run(backend, source, { dy, theta: pointsInfo, imageIndex }, numbers, util.sizeFromShape([...imageShape]));
  });
}
