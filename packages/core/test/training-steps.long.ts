import '@cropgrad/backend-cpu';
import '@cropgrad/backend-wasm';
import { crop } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs';
import { describe, expect, it } from 'vitest';

const STEPS = 100_000;
/** Steps after which everything that is made once has been made. */
const WARM = 1000;

/** What a leak would grow: tensors, data, their bytes, and the heap that tfjs's wasm backend never gives back. */
function memory(): object {
  const { numTensors, numDataBuffers, numBytes } = tf.memory();
  const { backend } = tf.engine();
  const heap: Uint8Array | undefined = Reflect.get(Reflect.get(backend, 'wasm') ?? {}, 'HEAPU8');
  return { numTensors, numDataBuffers, numBytes, dataIds: backend.numDataIds(), heapBytes: heap?.length };
}

describe.each(['cpu', 'wasm'])('memory over 100,000 training steps on %s', (backend) => {
  it('is flat', async () => {
    await tf.setBackend(backend);
    const photo = tf.randomUniform<tf.Rank.R4>([1, 12, 16, 3], 0, 1, 'float32', 1);
    const target = crop(photo, [[-0.5, -0.5, 0.5, 0.5]], [4, 4]);
    const box = tf.variable(tf.tensor2d([[-0.6, -0.4, 0.4, 0.6]]));
    const adam = tf.train.adam(1e-4);
    const step = (): void => {
      adam.minimize(() => tf.losses.meanSquaredError(target, crop(photo, box, [4, 4])));
    };
    for (let n = 0; n < WARM; n++) step();
    const before = memory();
    const arrays = process.memoryUsage().arrayBuffers;
    for (let n = WARM; n < STEPS; n++) step();
    expect(memory()).toEqual(before);
    console.log(
      `${backend}: ${JSON.stringify(before)}; array buffers ${arrays} -> ${process.memoryUsage().arrayBuffers}`,
    );
  });
});
