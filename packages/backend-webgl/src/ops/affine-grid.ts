import type { AffineGridAttrs } from '@cropgrad/core/backend';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import { run } from '../device/run.js';
import { affineGridSource } from '../points/affine-grid-source.js';
import { thetaGradient } from '../points/theta-gradient.js';
import { outputNumbers } from '../problem.js';

/** theta → grid. */
export function affineGrid(
  backend: MathBackendWebGL,
  theta: TensorInfo,
  { size, alignCorners }: AffineGridAttrs,
  shape: readonly number[],
): TensorInfo {
  const numbers = outputNumbers(size, alignCorners);
  const grid = run(backend, affineGridSource(size.length), { theta }, numbers, util.sizeFromShape([...shape]));
  return { ...grid, shape: [...shape] };
}

/** dgrid → dtheta. */
export function affineGridGradTheta(
  backend: MathBackendWebGL,
  dgrid: TensorInfo,
  { size, alignCorners }: AffineGridAttrs,
  shape: readonly number[],
): TensorInfo {
  return { ...thetaGradient(backend, dgrid, shape[0], size, alignCorners), shape: [...shape] };
}
