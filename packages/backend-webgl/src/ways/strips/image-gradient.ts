import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { KernelSource } from '../../device/kernel-source.js';
import { ints, together } from '../../device/numbers.js';
import { run } from '../../device/run.js';
import { withImageIndex } from '../../ops/image-of-crop.js';
import { sampleProblem } from '../../problem.js';
import type { SampleCall } from '../../sample-call.js';
import { variantOf } from '../../variant.js';
import { densityGradientSource, filteredStripSource } from './filtered-source.js';
import { stripGradientSource } from './source.js';

/** dy, theta → dimage, with one axis: each pixel gathers from the outputs that may read it, and nothing is read back. */
export function gradientByStrips(call: SampleCall, dy: TensorInfo): TensorInfo {
  const { attrs, imageShape, size } = call;
  return gather(call, stripGradientSource(variantOf(sampleProblem(attrs, imageShape, size), call)), dy);
}

/** The same of antialiased crops, in two kernels: of what an output gives to its pixels, and of what a pixel gathers. */
export function gradientByFilteredStrips(call: SampleCall, dy: TensorInfo): TensorInfo {
  const { backend, attrs, pointsInfo, imageShape, size } = call;
  const problem = sampleProblem(attrs, imageShape, size);
  const variant = variantOf(problem, call);
  const tensors = { dy, theta: pointsInfo };
  const byDensity = run(
    backend,
    densityGradientSource(variant),
    tensors,
    problem.numbers,
    util.sizeFromShape(dy.shape),
  );
  try {
    return gather(call, filteredStripSource(variant), byDensity);
  } finally {
    backend.disposeIntermediateTensorInfo(byDensity);
  }
}

function gather(call: SampleCall, source: KernelSource, dy: TensorInfo): TensorInfo {
  const { backend, attrs, pointsInfo, size, imageShape } = call;
  const problem = sampleProblem(attrs, imageShape, size);
  return withImageIndex(backend, attrs.imageIndex, (imageIndex, indexNumbers) => {
    const numbers = together(together(problem.numbers, indexNumbers), ints({ crops: attrs.imageIndex.length }));
    return run(backend, source, { dy, theta: pointsInfo, imageIndex }, numbers, util.sizeFromShape([...imageShape]));
  });
}
