import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { Kernel } from '../device/kernel.js';
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

/** dgrid → dtheta, of the shape [N,2,3] or [N,3,4]. */
export function affineGridGradTheta(
  backend: WebGPUBackend,
  dgrid: TensorInfo,
  size: readonly number[],
  alignCorners: boolean,
  shape: readonly number[],
): TensorInfo {
  return sumsOverCrops(backend, thetaTermsKernel(size.length), { dgrid }, size, alignCorners, shape);
}

/** Sums over crops of what a kernel adds up in blocks, and partial sums of partial sums, until one is left per entry. */
export function sumsOverCrops(
  backend: WebGPUBackend,
  termsKernel: Kernel,
  tensors: Readonly<Record<string, TensorInfo>>,
  size: readonly number[],
  alignCorners: boolean,
  shape: readonly number[],
): TensorInfo {
  const entries = util.sizeFromShape([...shape]);
  const sum = (length: number, terms?: TensorInfo): TensorInfo => {
    const blocks = Math.ceil(length / TERMS);
    const lengths = terms ? [integers('length', length)] : outputUniforms(size, alignCorners);
    const launch = {
      tensors: terms ? { terms } : tensors,
      uniforms: [...lengths, integers('blocks', blocks)],
      threads: entries * blocks,
    };
    const kernel = terms ? partialSumsKernel : termsKernel;
    const sums = make(backend, kernel, launch, blocks === 1 ? shape : [entries, blocks]);
    if (blocks === 1) return sums;
    try {
      return sum(blocks, sums);
    } finally {
      backend.disposeData(sums.dataId);
    }
  };
  return sum(util.sizeFromShape([...size]));
}
