import '@cropgrad/backend-wasm';
import { CropError, crop } from '@cropgrad/core';
import { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';

const CALLS = 20_000;
let image: tf.Tensor4D;
beforeAll(async () => {
  await tf.setBackend('wasm');
  image = tf.zeros([1, 4, 4, 1]);
});

/** What tfjs's wasm backend has ever taken from its heap: it never gives pages back. */
function heapBytes(): number {
  const { backend } = tf.engine();
  if (!(backend instanceof BackendWasm)) throw new Error('It is another backend');
  const heap: Uint8Array = Reflect.get(backend.wasm, 'HEAPU8');
  return heap.length;
}

it.each<[string, () => unknown[]]>([
  ['ragged', () => [image, [new Array(512).fill(0), [0]], [2, 2]]],
  ['of wrong entries', () => [image, [[...new Array(511).fill(0), 'x']], [2, 2]]],
  ['of the wrong rank', () => [image, new Array(512).fill(0), [2, 2]]],
  ['of the wrong length', () => [image, [new Array(512).fill(0)], [2, 2]]],
  ['of an image of the wrong rank', () => [[new Array(512).fill(0)], [[0, 0, 1, 1]], [2, 2]]],
])('nested numbers that are refused leave nothing on the heap: %s', (_, args) => {
  const refused = args();
  const before = [tf.memory().numTensors, tf.engine().backend.numDataIds(), heapBytes()];
  for (let call = 0; call < CALLS; call++) {
    try {
      Reflect.apply(crop, undefined, refused);
      expect.fail('It was not refused');
    } catch (error) {
      if (!(error instanceof CropError)) throw error;
    }
  }
  expect([tf.memory().numTensors, tf.engine().backend.numDataIds(), heapBytes()]).toEqual(before);
});
