import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { DeviceArray } from '../device/device.js';
import type { GpuJsBackend } from '../gpujs-backend.js';
import { perspectiveRowsSource } from '../points/perspective-gradient-source.js';
import type { ThetaPoints } from '../points/point-source.js';
import { thetaRowsSource, thetaSumSource } from '../points/theta-gradient-source.js';
import { countOf, extentsOf, outputNumbers } from '../problem.js';

/** What a theta's gradient is computed of: that of its grid, on the device; and the theta, which an affine one need not be. */
export interface ThetaGradientInputs {
  readonly dgrid: DeviceArray;
  readonly theta: TensorInfo | undefined;
}

/** dgrid, theta → dtheta, of this shape: the sums over each row of outputs, and the sums of these. */
export function thetaGradient(
  backend: GpuJsBackend,
  { dgrid, theta }: ThetaGradientInputs,
  shape: readonly number[],
  {
    points,
    size,
    alignCorners,
  }: { readonly points: ThetaPoints; readonly size: readonly number[]; readonly alignCorners: boolean },
): TensorInfo {
  const { device } = backend;
  const numbers = outputNumbers(size, alignCorners);
  const entries = util.sizeFromShape([...shape]);
  const rows = countOf(extentsOf(size)) / extentsOf(size).X;
  const source = points === 'theta' ? thetaRowsSource(size.length) : perspectiveRowsSource;
  const arrays = { dgrid, ...(theta && { [points]: backend.onDevice(theta) }) };
  const rowSums = device.run(source, arrays, numbers, entries * rows);
  try {
    return backend.fromDevice(device.run(thetaSumSource, { rowSums }, numbers, entries), shape);
  } finally {
    device.free(rowSums);
  }
}
