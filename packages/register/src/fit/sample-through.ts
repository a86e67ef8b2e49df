import { affineSample, type CropOptions, perspectiveSample } from '@cropgrad/core';
import { type Tensor, type Tensor4D, type Tensor5D, tensor3d } from '@tensorflow/tfjs-core';
import { type Matrix, sideOf } from '../algebra/matrix.js';
import type { Layer } from './layer.js';

/** Where the mask of a sample is below this, a pixel that must not be looked at had a part in it. */
export const ALL_INSIDE = 0.999;

/** Images and their masks, seen through maps: [N,2,…size], of the layer's one image or of those that `which` names. */
export function sampleThrough(
  layer: Layer,
  maps: readonly Matrix[],
  which: readonly number[],
  size: readonly number[],
  options: CropOptions = {},
): Tensor {
  const theta = thetaOf(maps, maps.some(isProjective));
  const imageIndex = which.map((image) => (layer.pixels.shape[0] === 1 ? 0 : image));
  const all: CropOptions = { paddingMode: 'border', dataFormat: 'NCHW', imageIndex, ...options };
  if (theta.shape[1] === theta.shape[2]) return perspectiveSample(layer.pixels as Tensor4D, theta, size, all);
  return affineSample(layer.pixels as Tensor4D | Tensor5D, theta, size, all);
}

/** Maps as a theta [N,2,3] or [N,3,4], or with their last rows, if wanted. */
export function thetaOf(maps: readonly Matrix[], square: boolean): ReturnType<typeof tensor3d> {
  const side = sideOf(maps[0]);
  const rows = square ? side : side - 1;
  return tensor3d(Float32Array.from(maps.flatMap((map) => [...map.subarray(0, rows * side)])), [
    maps.length,
    rows,
    side,
  ]);
}

/** Whether the last row of a map is not (0, …, 0, 1). */
export function isProjective(map: Matrix): boolean {
  return map.slice(-sideOf(map), -1).some((entry) => entry !== 0);
}
