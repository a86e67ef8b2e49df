import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { KernelSource } from '../device/kernel-source.js';
import { type Numbers, together } from '../device/numbers.js';
import { run, type Tensors } from '../device/run.js';
import { countOf, extentsOf, outputNumbers } from '../problem.js';
import { THETA_SUM_SOURCE, thetaPartsSource } from './theta-gradient-source.js';

/** dgrid → dtheta, with one axis, in two sums: over parts of a crop, and over the parts. */
export function thetaGradient(
  backend: MathBackendWebGL,
  dgrid: TensorInfo,
  crops: number,
  size: readonly number[],
  alignCorners: boolean,
): TensorInfo {
  const dimensions = size.length;
  const entries = crops * dimensions * (dimensions + 1);
  const numbers = outputNumbers(size, alignCorners);
  return sumsOverCrops(backend, thetaPartsSource(dimensions), { dgrid }, entries, size, numbers);
}

/**
 * So many entries of all thetas, each a sum over its crop: first over parts of it, by a kernel, and then over the parts. The
 * numbers are `outputNumbers`, and what else the kernel reads.
 */
export function sumsOverCrops(
  backend: MathBackendWebGL,
  partsSource: KernelSource,
  tensors: Tensors,
  entries: number,
  size: readonly number[],
  read: Numbers,
): TensorInfo {
  const perCrop = countOf(extentsOf(size));
  const partLength = Math.ceil(Math.sqrt(perCrop));
  const parts = Math.ceil(perCrop / partLength);
  const numbers = together(read, { ints: { parts, partLength }, floats: {} });
  const partSums = run(backend, partsSource, tensors, numbers, entries * parts);
  try {
    // None but those that it reads, so that it is one program for all.
    return run(backend, THETA_SUM_SOURCE, { partSums }, { ints: { parts }, floats: { one: 1 } }, entries);
  } finally {
    backend.disposeIntermediateTensorInfo(partSums);
  }
}
