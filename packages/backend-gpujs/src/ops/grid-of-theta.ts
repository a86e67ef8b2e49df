import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { GpuJsBackend } from '../gpujs-backend.js';
import { someCropsAtATime } from '../parts/some-crops.js';
import { affineGridSource } from '../points/affine-grid-source.js';
import { perspectiveGridSource } from '../points/perspective-grid-source.js';
import type { ThetaPoints } from '../points/point-source.js';
import { gridLength, outputNumbers } from '../problem.js';
import { thetaGradient } from './theta-gradient.js';

/** What the numbers of a kernel between thetas and grids say: which thetas, and the size [h,w] or [d,h,w] of their outputs. */
export interface GridCall {
  readonly points: ThetaPoints;
  readonly size: readonly number[];
  readonly alignCorners: boolean;
}

/** theta → grid. */
export function gridOfTheta(
  backend: GpuJsBackend,
  theta: TensorInfo,
  shape: readonly number[],
  { points, size, alignCorners }: GridCall,
): TensorInfo {
  const source = points === 'theta' ? affineGridSource(size.length) : perspectiveGridSource;
  const crops = { size, perCrop: gridLength(size, points) };
  return someCropsAtATime(backend, [theta], shape, crops, ([some], someShape) => {
    const numbers = { ...outputNumbers(size, alignCorners), nothing: Number.NaN };
    const length = util.sizeFromShape([...someShape]);
    const array = backend.device.run(source, { [points]: backend.onDevice(some) }, numbers, length);
    return backend.fromDevice(array, someShape);
  });
}

/** dgrid, theta → dtheta; an affine theta need not be there. */
export function thetaGradientOfGrid(
  backend: GpuJsBackend,
  dgrid: TensorInfo,
  theta: TensorInfo | undefined,
  shape: readonly number[],
  call: GridCall,
): TensorInfo {
  const { points, size, alignCorners } = call;
  const crops = { size, perCrop: gridLength(size, points) };
  return someCropsAtATime(backend, theta ? [dgrid, theta] : [dgrid], shape, crops, ([some, thetas], someShape) =>
    thetaGradient(backend, { dgrid: backend.onDevice(some), theta: thetas, isFiltered: false }, someShape, {
      points,
      size,
      numbers: outputNumbers(size, alignCorners),
    }),
  );
}
