import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import { make } from '../device/run.js';
import { affineGridKernel } from '../points/affine-grid.js';
import { thetaTermsKernel } from '../points/theta-gradient.js';
import { outputUniforms } from '../sampling.js';
import { sumsOverCrops } from './sums-over-crops.js';

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
  const terms = { tensors: { dgrid }, uniforms: outputUniforms(size, alignCorners) };
  return sumsOverCrops(backend, thetaTermsKernel(size.length), terms, util.sizeFromShape([...size]), shape);
}
