import type { CropBackend } from '@cropgrad/core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import type { SampleCase } from './sample-case.js';

/** What each kernel answers for one case. */
export interface Answers {
  affineGrid: Float32Array;
  affineGridGradTheta: Float32Array;
  gridSample: Float32Array;
  gridSampleGradImage: Float32Array;
  gridSampleGradGrid: Float32Array;
  affineSample: Float32Array;
  affineSampleGradImage: Float32Array;
  affineSampleGradTheta: Float32Array;
}

/** Runs every kernel of the backend on tfjs's current heap, and frees everything. */
export function runKernels({ kernels }: CropBackend<BackendWasm>, c: SampleCase): Answers {
  const backend = tf.backend() as BackendWasm;
  const { AffineSample, AffineSampleGradImage, AffineSampleGradTheta } = kernels;
  if (!AffineSample || !AffineSampleGradImage || !AffineSampleGradTheta) throw new Error('a fused kernel is missing');
  const { attrs } = c;
  const { size, alignCorners } = attrs;
  const image = tf.tensor(c.image, attrs.imageShape, c.imageDtype);
  const theta = tf.tensor(c.theta, c.thetaShape);
  const grid = tf.tensor(c.grid, c.gridShape);
  const dy = tf.tensor(c.dy, c.cropsShape);
  const read = ({ dataId }: tf.TensorInfo): Float32Array => {
    const values = backend.readSync(dataId) as Float32Array;
    backend.disposeData(dataId);
    return values;
  };
  try {
    return {
      affineGrid: read(kernels.AffineGrid({ inputs: { theta }, attrs: { size, alignCorners }, backend })),
      affineGridGradTheta: read(
        kernels.AffineGridGradTheta({ inputs: { dgrid: grid }, attrs: { alignCorners }, backend }),
      ),
      gridSample: read(kernels.GridSample({ inputs: { image, grid }, attrs, backend })),
      gridSampleGradImage: read(kernels.GridSampleGradImage({ inputs: { dy, grid }, attrs, backend })),
      gridSampleGradGrid: read(kernels.GridSampleGradGrid({ inputs: { dy, image, grid }, attrs, backend })),
      affineSample: read(AffineSample({ inputs: { image, theta }, attrs, backend })),
      affineSampleGradImage: read(AffineSampleGradImage({ inputs: { dy, theta }, attrs, backend })),
      affineSampleGradTheta: read(AffineSampleGradTheta({ inputs: { dy, image, theta }, attrs, backend })),
    };
  } finally {
    tf.dispose([image, theta, grid, dy]);
  }
}
