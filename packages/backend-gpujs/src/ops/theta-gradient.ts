import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { DeviceArray } from '../device/device.js';
import type { KernelSource } from '../device/kernel-source.js';
import type { GpuJsBackend } from '../gpujs-backend.js';
import { filteredPerspectiveRowsSource } from '../points/filtered-perspective-rows-source.js';
import { filteredThetaRowsSource } from '../points/filtered-theta-rows-source.js';
import { perspectiveRowsSource } from '../points/perspective-gradient-source.js';
import type { ThetaPoints } from '../points/point-source.js';
import { thetaRowsSource, thetaSumSource } from '../points/theta-gradient-source.js';
import { countOf, extentsOf } from '../problem.js';

/**
 * What a theta's gradient is computed of: that of its grid, on the device, with those by the footprints behind it where crops
 * are antialiased; and the theta, which need not be there for an affine one without.
 */
export interface ThetaGradientInputs {
  readonly dgrid: DeviceArray;
  readonly theta: TensorInfo | undefined;
  readonly isFiltered: boolean;
}

/** Which thetas, the size [h,w] or [d,h,w] of their outputs, and the numbers of `outputNumbers` and whatever else rows read. */
export interface ThetaGradientCall {
  readonly points: ThetaPoints;
  readonly size: readonly number[];
  readonly numbers: Readonly<Record<string, number>>;
}

/** dgrid, theta → dtheta, of this shape: the sums over each row of outputs, and the sums of these. */
export function thetaGradient(
  backend: GpuJsBackend,
  { dgrid, theta, isFiltered }: ThetaGradientInputs,
  shape: readonly number[],
  { points, size, numbers }: ThetaGradientCall,
): TensorInfo {
  const { device } = backend;
  const entries = util.sizeFromShape([...shape]);
  const rows = countOf(extentsOf(size)) / extentsOf(size).X;
  const source = rowsSource(points, size.length, isFiltered);
  const arrays = { dgrid, ...(theta && { [points]: backend.onDevice(theta) }) };
  const rowSums = device.run(source, arrays, numbers, entries * rows);
  try {
    return backend.fromDevice(device.run(thetaSumSource, { rowSums }, numbers, entries), shape);
  } finally {
    device.free(rowSums);
  }
}

function rowsSource(points: ThetaPoints, dimensions: number, isFiltered: boolean): KernelSource {
  if (points === 'perspective') return isFiltered ? filteredPerspectiveRowsSource : perspectiveRowsSource;
  return isFiltered ? filteredThetaRowsSource(dimensions) : thetaRowsSource(dimensions);
}
