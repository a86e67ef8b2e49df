import { CropError } from '@cropgrad/core';
import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { GpuJsBackend } from '../gpujs-backend.js';
import { addPiece, cut, pieceShape } from './cut.js';

/** Crops, of which each takes `perCrop` numbers on the device. */
export interface CropsOfSize {
  readonly size: readonly number[];
  readonly perCrop: number;
}

/** Runs a kernel on as many crops at a time as fit on the device: see `inParts`. All inputs have an entry per crop. */
export function someCropsAtATime(
  backend: GpuJsBackend,
  inputs: readonly TensorInfo[],
  shape: readonly number[],
  { size, perCrop }: CropsOfSize,
  run: (inputs: readonly TensorInfo[], shape: readonly number[]) => TensorInfo,
): TensorInfo {
  const { maxLength } = backend.device;
  const [crops] = shape;
  if (perCrop > maxLength) {
    throw new CropError('OUT_OF_MEMORY', {
      what: `gpujs: the grid of one crop of ${size.join(' × ')} points in mode '${backend.mode}'`,
      got: `${perCrop} numbers`,
      expected: `at most ${maxLength}`,
      next: 'Make the crop smaller, or use affineSample, @cropgrad/backend-wasm or @cropgrad/backend-cpu',
    });
  }
  const together = Math.floor(maxLength / perCrop);
  if (crops <= together) return run(inputs, shape);
  const values = new Float32Array(util.sizeFromShape([...shape]));
  for (let from = 0; from < crops; from += together) {
    const entries = { from, to: Math.min(from + together, crops) };
    const some = inputs.map((input) => cut(backend, input, { entries }));
    try {
      const made = run(some, pieceShape(shape, { entries }));
      addPiece(values, shape, { entries }, backend.readSync(made.dataId) as Float32Array);
      backend.disposeIntermediateTensorInfo(made);
    } finally {
      for (const one of some) backend.disposeIntermediateTensorInfo(one);
    }
  }
  return backend.makeTensorInfo([...shape], 'float32', values);
}
