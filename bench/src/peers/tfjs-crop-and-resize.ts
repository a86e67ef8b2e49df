/** tfjs's own image.cropAndResize: createPeer(threads, 'cpu' | 'wasm'). Forward only, and without a pixel beyond an edge. */
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { samplePosition } from '../boxes.js';
import type { DataSet } from '../data-set.js';
import type { NpyArray } from '../npy.js';
import { completeRows, type JsPeer, makeRow, type Rows } from './js-peer.js';
import { readOut } from './tensors.js';

const NO_GRADIENT = 'image.cropAndResize has no gradient, and takes no grid';

export async function createPeer(_threads: number, backend: string): Promise<JsPeer> {
  await tf.setBackend(backend);
  let inputs: tf.NamedTensorMap | undefined;
  return {
    versions: { '@tensorflow/tfjs-core': tf.version_core },
    open(data) {
      if (inputs) tf.dispose(inputs);
      inputs = undefined;
      if (data.workload.imageSize.length !== 2) return completeRows({}, 'image.cropAndResize takes no volumes');
      if (data.workload.degrees !== undefined) return completeRows({}, 'image.cropAndResize takes no rotation');
      inputs = readInputs(data);
      return completeRows(forwardRows(data, inputs), NO_GRADIENT);
    },
  };
}

function readInputs({ workload, image, boxes }: DataSet): tf.NamedTensorMap {
  const { crops, images, imageSize, size } = workload;
  const index = Int32Array.from({ length: crops }, (_, n) => (images === 1 ? 0 : n));
  return {
    image: tf.tensor(image.data, image.shape),
    boxes: tf.tensor(cornerBoxes(boxes, imageSize, size), [crops, 4]),
    boxInd: tf.tensor(index, [crops]),
  };
}

function forwardRows({ workload, dy: { shape } }: DataSet, inputs: tf.NamedTensorMap): Partial<Rows> {
  const cropSize: [number, number] = [workload.size[0], workload.size[1]];
  const image = inputs.image as tf.Tensor4D;
  const boxes = inputs.boxes as tf.Tensor2D;
  const boxInd = inputs.boxInd as tf.Tensor1D;
  const backend = tf.backend();
  const kernelFunc = tf.getKernel('CropAndResize', tf.getBackend())?.kernelFunc;
  if (!kernelFunc) throw new Error('tfjs has no CropAndResize kernel here');
  const attrs = { cropSize, method: 'bilinear', extrapolationValue: 0 };
  return {
    'operation/forward': makeRow(
      () => readOut(() => [tf.image.cropAndResize(image, boxes, boxInd, cropSize)]),
      ([crops]) => ({ crops }),
    ),
    'kernel/forward': makeRow(
      () => kernelFunc({ inputs, attrs, backend }) as tf.TensorInfo,
      ({ dataId }) => ({ crops: { shape, data: Float32Array.from(backend.readSync(dataId) as Float32Array) } }),
      ({ dataId }) => void backend.disposeData(dataId),
    ),
  };
}

/**
 * The boxes (y1, x1, y2, x2) with which cropAndResize samples where cropgrad does: it puts the first and last sample on
 * the corners, in units of the distance between the centres of the first and last pixel, as alignCorners would.
 */
function cornerBoxes(boxes: NpyArray, imageSize: readonly number[], size: readonly number[]): Float32Array {
  const corners = new Float32Array(boxes.data.length);
  for (let n = 0; n < boxes.shape[0]; n++) {
    for (let axis = 0; axis < 2; axis++) {
      const from = boxes.data[4 * n + axis];
      const to = boxes.data[4 * n + axis + 2];
      const length = imageSize[1 - axis];
      const samples = size[1 - axis];
      corners[4 * n + 1 - axis] = samplePosition(from, to, length, samples, 0) / (length - 1);
      corners[4 * n + 3 - axis] = samplePosition(from, to, length, samples, samples - 1) / (length - 1);
    }
  }
  return corners;
}
