import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import { make } from '../device/run.js';
import { integers } from '../device/uniform.js';
import { affineGridKernel } from '../points/affine-grid.js';
import { partialSumsKernel, TERMS, thetaTermsKernel } from '../points/theta-gradient.js';
import { outputUniforms } from '../sampling.js';

/** theta → grid, of the shape [N,h,w,2] or [N,d,h,w,3]. */
export function affineGrid(
  backend: WebGPUBackend,
  theta: TensorInfo,
  size: readonly number[],
  alignCorners: boolean,
  shape: readonly number[],
): TensorInfo {
  const uniforms = outputUniforms(size, alignCorners);
  const threads = util.sizeFromShape([...shape]);
  return make(backend, affineGridKernel(size.length), { tensors: { theta }, uniforms, threads }, shape);
}

/** dgrid → dtheta, of the shape [N,2,3] or [N,3,4]: partial sums, and partial sums of these, until one is left. */
export function affineGridGradTheta(
  backend: WebGPUBackend,
  dgrid: TensorInfo,
  size: readonly number[],
  alignCorners: boolean,
  shape: readonly number[],
): TensorInfo {
  const entries = util.sizeFromShape([...shape]);
  const sum = (terms: TensorInfo, length: number): TensorInfo => {
    const blocks = Math.ceil(length / TERMS);
    const isFirst = terms === dgrid;
    const kernel = isFirst ? thetaTermsKernel(size.length) : partialSumsKernel;
    const lengths = isFirst ? outputUniforms(size, alignCorners) : [integers('length', length)];
    const launch = {
      tensors: isFirst ? { dgrid } : { terms },
      uniforms: [...lengths, integers('blocks', blocks)],
      threads: entries * blocks,
    };
    const sums = make(backend, kernel, launch, blocks === 1 ? shape : [entries, blocks]);
    if (blocks === 1) return sums;
    try {
      return sum(sums, blocks);
    } finally {
      backend.disposeData(sums.dataId);
    }
  };
  return sum(dgrid, util.sizeFromShape([...size]));
}
