import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { Kernel } from '../device/kernel.js';
import { type Launch, make } from '../device/run.js';
import { integers } from '../device/uniform.js';
import { partialSumsKernel, TERMS } from '../points/theta-gradient.js';

/**
 * Sums over crops of what a kernel adds up in blocks of `outputs` terms, and partial sums of partial sums, until one is left
 * per entry of the result, whose shape is `shape`.
 */
export function sumsOverCrops(
  backend: WebGPUBackend,
  termsKernel: Kernel,
  { tensors, uniforms }: Omit<Launch, 'threads'>,
  outputs: number,
  shape: readonly number[],
): TensorInfo {
  const entries = util.sizeFromShape([...shape]);
  const sum = (length: number, terms?: TensorInfo): TensorInfo => {
    const blocks = Math.ceil(length / TERMS);
    const launch = {
      tensors: terms ? { terms } : tensors,
      uniforms: [...(terms ? [integers('length', length)] : uniforms), integers('blocks', blocks)],
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
  return sum(outputs);
}
