import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { KernelSource } from '../device/kernel-source.js';
import { together } from '../device/numbers.js';
import { run } from '../device/run.js';
import { FILTERED_PERSPECTIVE_PARTS_SOURCE } from '../points/filtered-perspective-source.js';
import { filteredThetaPartsSource } from '../points/filtered-theta-gradient-source.js';
import { PERSPECTIVE_PARTS_SOURCE } from '../points/perspective-source.js';
import { sumsOverCrops } from '../points/theta-gradient.js';
import { thetaPartsSource } from '../points/theta-gradient-source.js';
import { sampleProblem } from '../problem.js';
import { pointTensors, type SampleCall } from '../sample-call.js';
import { type SampleVariant, variantOf } from '../variant.js';
import { filteredPointGradientSource } from './filtered-point-gradient-source.js';
import { withImageIndex } from './image-of-crop.js';
import { jvpPointGradientSource } from './jvp-point-gradient-source.js';
import { pointGradientSource } from './point-gradient-source.js';

/** dy, image, grid → dgrid; with a tangent the gradient of the derivative along it. */
export function sampleGradGrid(call: SampleCall, dy: TensorInfo, image: TensorInfo): TensorInfo {
  return { ...pointGradient(call, dy, image), shape: [...call.shape] };
}

/** dy, image, theta → dtheta. */
export function sampleGradTheta(call: SampleCall, dy: TensorInfo, image: TensorInfo): TensorInfo {
  const { backend, attrs, pointsInfo, size, imageShape, shape } = call;
  const dgrid = pointGradient(call, dy, image);
  try {
    const { numbers } = sampleProblem(attrs, imageShape, size);
    const tensors = { dgrid, theta: pointsInfo };
    const entries = util.sizeFromShape([...shape]);
    return { ...sumsOverCrops(backend, partsSourceOf(call), tensors, entries, size, numbers), shape: [...shape] };
  } finally {
    backend.disposeIntermediateTensorInfo(dgrid);
  }
}

function partsSourceOf({ attrs, points, size }: SampleCall): KernelSource {
  if (points === 'perspective') return attrs.antialias ? FILTERED_PERSPECTIVE_PARTS_SOURCE : PERSPECTIVE_PARTS_SOURCE;
  return attrs.antialias ? filteredThetaPartsSource(size.length) : thetaPartsSource(size.length);
}

/** The gradient by the points, with one axis; of antialiased crops those by their footprints, too. */
function pointGradient(call: SampleCall, dy: TensorInfo, image: TensorInfo): TensorInfo {
  const { backend, attrs, size, imageShape } = call;
  const problem = sampleProblem(attrs, imageShape, size);
  return withImageIndex(backend, attrs.imageIndex, (imageIndex, numbers) => {
    const tensors = { dy, image, ...pointTensors(call), imageIndex };
    const source = sourceOf(call)(variantOf(problem, call));
    const perPoint = problem.dimensions * (attrs.antialias ? 2 : 1);
    return run(backend, source, tensors, together(problem.numbers, numbers), problem.points * perPoint);
  });
}

function sourceOf({ attrs, tangent }: SampleCall): (variant: SampleVariant) => KernelSource {
  if (attrs.antialias) return filteredPointGradientSource;
  return tangent ? jvpPointGradientSource : pointGradientSource;
}
