import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { KernelSource } from './kernel-source.js';
import { run } from './run.js';
import type { Target } from './target.js';

const COPY: KernelSource = { tensors: ['x'], functions: '', body: 'result = getX(at);' };

/**
 * Copies a tensor into a texture with one number per texel, row by row: tfjs has others, packed or shared or not there yet.
 * The copy is a tensor that the caller disposes.
 */
export function denseCopy(backend: MathBackendWebGL, x: TensorInfo): TensorInfo {
  return run(backend, COPY, { x }, { ints: {}, floats: {} }, util.sizeFromShape(x.shape));
}

/** The texture of a tensor that a program made. */
export function textureOf(backend: MathBackendWebGL, { dataId }: TensorInfo): Target {
  const { texture, texShape } = backend.texData.get(dataId);
  if (!texture || !texShape) throw new Error('The tensor is on no texture');
  return { textures: [texture.texture], shape: texShape };
}
