import type { AffineGridAttrs } from '@cropgrad/core/backend';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import { run } from '../device/run.js';
import { PERSPECTIVE_GRID_SOURCE, PERSPECTIVE_PARTS_SOURCE } from '../points/perspective-source.js';
import { sumsOverCrops } from '../points/theta-gradient.js';
import { outputNumbers } from '../problem.js';

/** theta [N,3,3] → grid. */
export function perspectiveGrid(
  backend: MathBackendWebGL,
  theta: TensorInfo,
  { size, alignCorners }: AffineGridAttrs,
  shape: readonly number[],
): TensorInfo {
  const numbers = outputNumbers(size, alignCorners);
  const grid = run(backend, PERSPECTIVE_GRID_SOURCE, { theta }, numbers, util.sizeFromShape([...shape]));
  return { ...grid, shape: [...shape] };
}

/** dgrid, theta → dtheta [N,3,3]. */
export function perspectiveGridGradTheta(
  backend: MathBackendWebGL,
  dgrid: TensorInfo,
  theta: TensorInfo,
  { size, alignCorners }: AffineGridAttrs,
  shape: readonly number[],
): TensorInfo {
  const entries = util.sizeFromShape([...shape]);
  const numbers = outputNumbers(size, alignCorners);
  const dtheta = sumsOverCrops(backend, PERSPECTIVE_PARTS_SOURCE, { dgrid, theta }, entries, size, numbers);
  return { ...dtheta, shape: [...shape] };
}
