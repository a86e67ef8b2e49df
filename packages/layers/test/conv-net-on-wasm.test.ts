import '@tensorflow/tfjs-backend-wasm';
import '../src/wasm-training.js';
import * as tf from '@tensorflow/tfjs';
import { describe, expect, it } from 'vitest';

const SIZE = 12;

/** Pictures [N,12,12,1] of a soft bar, and whether it lies or stands, as [N,2]. */
function bars(count: number): { pictures: tf.Tensor4D; kinds: tf.Tensor2D } {
  const pictures = tf.buffer<tf.Rank.R4>([count, SIZE, SIZE, 1]);
  for (let n = 0; n < count; n++) {
    const at = 3 + ((n * 7) % 6);
    for (let y = 0; y < SIZE; y++)
      for (let x = 0; x < SIZE; x++) pictures.set(Math.exp(-(((n % 2 ? x : y) - at) ** 2)), n, y, x, 0);
  }
  const kinds = Array.from({ length: count }, (_, n) => (n % 2 ? [0, 1] : [1, 0]));
  return { pictures: pictures.toTensor(), kinds: tf.tensor2d(kinds) };
}

/** Two convolutions, the second with strides, so that each of the kernels is asked for both kinds. */
function net(): tf.Sequential {
  const model = tf.sequential();
  const seeded = (seed: number) => tf.initializers.heNormal({ seed });
  model.add(
    tf.layers.conv2d({
      inputShape: [SIZE, SIZE, 1],
      filters: 4,
      kernelSize: 3,
      padding: 'same',
      activation: 'relu',
      kernelInitializer: seeded(1),
    }),
  );
  model.add(tf.layers.maxPooling2d({ poolSize: 2 }));
  model.add(tf.layers.conv2d({ filters: 4, kernelSize: 3, activation: 'relu', kernelInitializer: seeded(2) }));
  model.add(tf.layers.conv2d({ filters: 4, kernelSize: 2, strides: 2, kernelInitializer: seeded(3) }));
  model.add(tf.layers.flatten());
  model.add(tf.layers.dense({ units: 2, activation: 'softmax', kernelInitializer: seeded(4) }));
  return model;
}

async function lossesOn(backend: string, epochs: number): Promise<number[]> {
  await tf.setBackend(backend);
  const model = net();
  model.compile({ optimizer: tf.train.adam(0.01), loss: 'categoricalCrossentropy' });
  const { pictures, kinds } = bars(16);
  const { history } = await model.fit(pictures, kinds, { epochs, batchSize: 8, shuffle: false, verbose: 0 });
  model.dispose();
  tf.dispose([pictures, kinds]);
  return history.loss.map(Number);
}

describe('a conv net of tf.layers on wasm', () => {
  it('learns, step by step what it learns on cpu', async () => {
    const losses = await lossesOn('wasm', 8);
    expect(losses[7]).toBeLessThan(losses[0] / 3);
    const onCpu = await lossesOn('cpu', 8);
    losses.forEach((loss, epoch) => {
      expect(Math.abs(loss - onCpu[epoch])).toBeLessThan(1e-4);
    });
  });

  it('keeps no tensor of a step', async () => {
    await tf.setBackend('wasm');
    const model = net();
    model.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' });
    const { pictures, kinds } = bars(4);
    const held = (): number[] => [tf.memory().numTensors, tf.engine().backend.numDataIds()];
    await model.trainOnBatch(pictures, kinds);
    const before = held();
    for (let step = 0; step < 10; step++) await model.trainOnBatch(pictures, kinds);
    expect(held()).toEqual(before);
  });
});
