import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import { make } from '../device/run.js';
import { integers } from '../device/uniform.js';
import { perspectiveGridKernel, perspectiveTermsKernel } from '../points/perspective.js';
import { outputUniforms } from '../sampling.js';
import { sumsOverCrops } from './sums-over-crops.js';

/** The bits of NaN, which no text may spell: compilers refuse a constant that is not finite. */
const NAN_BITS = 0x7fc00000;

/** theta [N,3,3] → grid [N,h,w,2]. */
export function perspectiveGrid(
  backend: WebGPUBackend,
  theta: TensorInfo,
  size: readonly number[],
  alignCorners: boolean,
  shape: readonly number[],
): TensorInfo {
  const uniforms = [...outputUniforms(size, alignCorners), integers('nan', NAN_BITS)];
  const threads = util.sizeFromShape([...shape]);
  return make(backend, perspectiveGridKernel, { tensors: { theta }, uniforms, threads }, shape);
}

/** dgrid, theta → dtheta [N,3,3]. */
export function perspectiveGridGradTheta(
  backend: WebGPUBackend,
  dgrid: TensorInfo,
  theta: TensorInfo,
  size: readonly number[],
  alignCorners: boolean,
  shape: readonly number[],
): TensorInfo {
  const terms = { tensors: { dgrid, theta }, uniforms: outputUniforms(size, alignCorners) };
  return sumsOverCrops(backend, perspectiveTermsKernel, terms, util.sizeFromShape([...size]), shape);
}
