import type { CropBackend, ImageDtype } from '@cropgrad/core/backend';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import type { SampleCase } from './sample-case.js';

/** What each kernel answers for one case; integers as the float32 that they are. */
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

/** What a kernel can get, and what it answers. */
export type Role = 'image' | 'theta' | 'grid' | 'dy' | 'output';

/** A heap with tensors: tfjs's own, or one of a test's. */
export interface TensorHeap {
  backend: BackendWasm;
  make(role: Role, values: tf.TypedArray, shape: number[], dtype: ImageDtype): tf.TensorInfo;
  free(tensors: tf.TensorInfo[]): void;
}

/** That of tfjs itself. */
export const tfjsHeap = (): TensorHeap => ({
  backend: tf.backend() as BackendWasm,
  make: (_role, values, shape, dtype) => tf.tensor(values, shape, dtype),
  free: (tensors) => tf.dispose(tensors as tf.Tensor[]),
});

/**
 * Runs every kernel of the backend, on tfjs's current heap unless there is another, and frees everything. Core answers the
 * gradients of nearest by theta and grid with zeros, and so does this.
 */
export function runKernels(
  { kernels }: CropBackend<BackendWasm>,
  c: SampleCase,
  heap: TensorHeap = tfjsHeap(),
): Answers {
  const { AffineSample, AffineSampleGradImage, AffineSampleGradTheta } = kernels;
  if (!AffineSample || !AffineSampleGradImage || !AffineSampleGradTheta) throw new Error('a fused kernel is missing');
  const { attrs } = c;
  const { size, alignCorners, mode } = attrs;
  const { backend } = heap;
  const image = heap.make('image', c.image, attrs.imageShape, c.imageDtype);
  const theta = heap.make('theta', c.theta, c.thetaShape, 'float32');
  const grid = heap.make('grid', c.grid, c.gridShape, 'float32');
  const dy = heap.make('dy', c.dy, c.cropsShape, 'float32');
  const read = ({ dataId }: tf.TensorInfo): Float32Array => {
    const values = Float32Array.from(backend.readSync(dataId) as ArrayLike<number>);
    backend.disposeData(dataId);
    return values;
  };
  try {
    return {
      affineGrid: read(
        kernels.AffineGrid({ inputs: { theta }, attrs: { size, alignCorners }, backend, shape: c.gridShape }),
      ),
      affineGridGradTheta: read(
        kernels.AffineGridGradTheta({
          inputs: { dgrid: grid },
          attrs: { size, alignCorners },
          backend,
          shape: c.thetaShape,
        }),
      ),
      gridSample: read(kernels.GridSample({ inputs: { image, grid }, attrs, backend, shape: c.cropsShape })),
      gridSampleGradImage: read(
        kernels.GridSampleGradImage({ inputs: { dy, grid }, attrs, backend, shape: attrs.imageShape }),
      ),
      gridSampleGradGrid:
        mode === 'nearest'
          ? new Float32Array(c.grid.length)
          : read(
              kernels.GridSampleGradGrid({
                inputs: { dy, image, grid },
                attrs: { ...attrs, mode },
                backend,
                shape: c.gridShape,
              }),
            ),
      affineSample: read(AffineSample({ inputs: { image, theta }, attrs, backend, shape: c.cropsShape })),
      affineSampleGradImage: read(
        AffineSampleGradImage({ inputs: { dy, theta }, attrs, backend, shape: attrs.imageShape }),
      ),
      affineSampleGradTheta:
        mode === 'nearest'
          ? new Float32Array(c.theta.length)
          : read(
              AffineSampleGradTheta({
                inputs: { dy, image, theta },
                attrs: { ...attrs, mode },
                backend,
                shape: c.thetaShape,
              }),
            ),
    };
  } finally {
    heap.free([image, theta, grid, dy]);
  }
}
