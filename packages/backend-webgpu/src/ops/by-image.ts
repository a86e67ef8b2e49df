import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import { make, makeArray, runInto } from '../device/run.js';
import { integers } from '../device/uniform.js';
import { firstBitFor, NUMBERS_PER_SUM, roundSumsKernel, zeroSumsKernel } from '../ways/exact-sums.js';
import { type SampleCall, withTensors } from './sample-call.js';

/**
 * dy, points → dimage. Threads add in any order, and on every run in another one, so they add whole numbers: see
 * `exact-sums.ts`.
 */
export function byImage(call: SampleCall, dy: TensorInfo): TensorInfo {
  const { backend, sampling, way, shape } = call;
  const { variant, crops, outputs } = sampling;
  const pixels = util.sizeFromShape([...shape]);
  const numbers = pixels * NUMBERS_PER_SUM;
  const firstBit = integers('firstBit', firstBitFor(crops * outputs * way.termsPerPixel(variant)));
  const zero = { tensors: {}, uniforms: [], threads: numbers };
  const sums = makeArray(backend, zeroSumsKernel, zero, [numbers], 'int32');
  try {
    withTensors(call, { dy }, ({ tensors, uniforms }) => {
      for (const isFirstRun of [1, 0]) {
        const all = [...uniforms, firstBit, integers('isFirstRun', isFirstRun)];
        const launch = { tensors, uniforms: all, threads: util.sizeFromShape(dy.shape) };
        runInto(backend, way.scatter(variant), launch, sums);
      }
    });
    return make(backend, roundSumsKernel, { tensors: { sums }, uniforms: [firstBit], threads: pixels }, shape);
  } finally {
    backend.disposeData(sums.dataId);
  }
}
