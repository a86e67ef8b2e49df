import { CropError } from '@cropgrad/core';
import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { DeviceArray } from '../device/device.js';
import type { GpuJsBackend } from '../gpujs-backend.js';
import { addPiece, cut, pieceShape } from '../parts/cut.js';
import { affineGridSource } from '../points/affine-grid-source.js';
import { thetaRowsSource, thetaSumSource } from '../points/theta-gradient-source.js';
import { countOf, extentsOf, gridLength, outputNumbers } from '../problem.js';

/** theta → grid. */
export function affineGrid(
  backend: GpuJsBackend,
  theta: TensorInfo,
  shape: readonly number[],
  size: readonly number[],
  alignCorners: boolean,
): TensorInfo {
  return someCropsAtATime(backend, theta, shape, size, (some, someShape) => {
    const arrays = { theta: backend.onDevice(some) };
    const numbers = outputNumbers(size, alignCorners);
    const length = util.sizeFromShape([...someShape]);
    return backend.fromDevice(backend.device.run(affineGridSource(size.length), arrays, numbers, length), someShape);
  });
}

/** dgrid → dtheta. */
export function affineGridGradTheta(
  backend: GpuJsBackend,
  dgrid: TensorInfo,
  shape: readonly number[],
  alignCorners: boolean,
): TensorInfo {
  const size = dgrid.shape.slice(1, -1);
  return someCropsAtATime(backend, dgrid, shape, size, (some, someShape) =>
    thetaGradient(backend, backend.onDevice(some), someShape, size, alignCorners),
  );
}

/** The same of what is on the device: outputs of the size [h,w] or [d,h,w], for thetas of a shape. */
export function thetaGradient(
  backend: GpuJsBackend,
  dgrid: DeviceArray,
  shape: readonly number[],
  size: readonly number[],
  alignCorners: boolean,
): TensorInfo {
  const { device } = backend;
  const numbers = outputNumbers(size, alignCorners);
  const entries = util.sizeFromShape([...shape]);
  const rows = countOf(extentsOf(size)) / extentsOf(size).X;
  const rowSums = device.run(thetaRowsSource(size.length), { dgrid }, numbers, entries * rows);
  try {
    return backend.fromDevice(device.run(thetaSumSource, { rowSums }, numbers, entries), shape);
  } finally {
    device.free(rowSums);
  }
}

/** Runs a kernel on as many crops at a time as have grids that fit on the device: see `inParts`. */
function someCropsAtATime(
  backend: GpuJsBackend,
  input: TensorInfo,
  shape: readonly number[],
  size: readonly number[],
  run: (input: TensorInfo, shape: readonly number[]) => TensorInfo,
): TensorInfo {
  const { maxLength } = backend.device;
  const crops = input.shape[0];
  const perCrop = gridLength(size);
  if (perCrop > maxLength) {
    throw new CropError('OUT_OF_MEMORY', {
      what: `gpujs: the grid of one crop of ${size.join(' × ')} points in mode '${backend.mode}'`,
      got: `${perCrop} numbers`,
      expected: `at most ${maxLength}`,
      next: 'Make the crop smaller, or use affineSample, @cropgrad/backend-wasm or @cropgrad/backend-cpu',
    });
  }
  const together = Math.floor(maxLength / perCrop);
  if (crops <= together) return run(input, shape);
  const values = new Float32Array(util.sizeFromShape([...shape]));
  for (let from = 0; from < crops; from += together) {
    const entries = { from, to: Math.min(from + together, crops) };
    const some = cut(backend, input, { entries });
    try {
      const made = run(some, pieceShape(shape, { entries }));
      addPiece(values, shape, { entries }, backend.readSync(made.dataId) as Float32Array);
      backend.disposeIntermediateTensorInfo(made);
    } finally {
      backend.disposeIntermediateTensorInfo(some);
    }
  }
  return backend.makeTensorInfo([...shape], 'float32', values);
}
