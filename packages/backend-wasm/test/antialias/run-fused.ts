import type { CropBackend } from '@cropgrad/core/backend';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type * as tf from '@tensorflow/tfjs-core';
import type { TensorHeap } from '../run-kernels.js';
import { tfjsHeap } from '../run-kernels.js';
import type { AntialiasCase } from './antialias-case.js';

/** What the fused kernels answer for one case. */
export interface FusedAnswers {
  crops: ArrayLike<number>;
  dimage: ArrayLike<number>;
  dtheta: ArrayLike<number>;
}

/** Runs the fused kernels of affine thetas, or of those in perspective where the thetas are square, and frees everything. */
export function runFused(
  { kernels }: CropBackend<BackendWasm>,
  c: AntialiasCase,
  heap: TensorHeap = tfjsHeap(),
): FusedAnswers {
  const isSquare = c.thetaShape[1] === c.thetaShape[2];
  const sample = isSquare ? kernels.PerspectiveSample : kernels.AffineSample;
  const byImage = isSquare ? kernels.PerspectiveSampleGradImage : kernels.AffineSampleGradImage;
  const byTheta = isSquare ? kernels.PerspectiveSampleGradTheta : kernels.AffineSampleGradTheta;
  if (!sample || !byImage || !byTheta) throw new Error('a fused kernel is missing');
  const { attrs } = c;
  const { mode } = attrs;
  if (mode === 'nearest') throw new Error('nearest is never antialiased');
  const { backend } = heap;
  const image = heap.make('image', c.image, attrs.imageShape, c.imageDtype);
  const theta = heap.make('theta', c.theta, c.thetaShape, 'float32');
  const dy = heap.make('dy', c.dy, c.cropsShape, 'float32');
  const read = ({ dataId }: tf.TensorInfo): Float32Array => {
    const values = backend.readSync(dataId) as Float32Array;
    backend.disposeData(dataId);
    return values;
  };
  try {
    return {
      crops: read(sample({ inputs: { image, theta }, attrs, backend, shape: c.cropsShape })),
      dimage: read(byImage({ inputs: { dy, theta }, attrs, backend, shape: attrs.imageShape })),
      dtheta: read(byTheta({ inputs: { dy, image, theta }, attrs: { ...attrs, mode }, backend, shape: c.thetaShape })),
    };
  } finally {
    heap.free([image, theta, dy]);
  }
}
