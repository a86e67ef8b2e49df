import { crop } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { isGLMode } from '../../src/device/gpujs-mode.js';
import { type GpuJsBackend, registerGpuJsBackend } from '../../src/index.js';
import { IS_FULL } from '../runs.js';
import { MODE } from './mode.js';

let backend: GpuJsBackend;

/** How often a step is repeated: what one leaves would show. */
const TIMES = IS_FULL ? 1000 : 200;

beforeAll(async () => {
  registerGpuJsBackend({ mode: MODE });
  await tf.setBackend('gpujs');
  backend = tf.backend() as GpuJsBackend;
});

const COUNTED = ['Texture', 'Framebuffer', 'Program', 'Shader', 'Buffer'] as const;

/** What WebGL itself has created and not deleted from now on; nothing in the other modes. */
function countObjects(): Record<string, number> {
  const counts: Record<string, number> = {};
  const gl = backend.device.gl as unknown as Record<string, (...args: unknown[]) => unknown> | undefined;
  for (const kind of gl ? COUNTED : []) {
    counts[kind] = 0;
    for (const [verb, step] of [['create', 1] as const, ['delete', -1] as const]) {
      const original = gl?.[verb + kind];
      Object.defineProperty(gl, verb + kind, {
        configurable: true,
        value: (...args: unknown[]) => {
          if (verb === 'create' || args[0]) counts[kind] += step;
          return original?.apply(gl, args);
        },
      });
    }
  }
  return counts;
}

test(`${TIMES} training steps leave as many arrays, kernels and WebGL objects as there were`, () => {
  const photo = tf.randomUniform<tf.Rank.R4>([1, 12, 12, 1], -1, 1, 'float32', 1);
  const target = tf.tidy(() => crop(photo, [[-0.5, -0.5, 0.5, 0.5]], [6, 6]));
  const box = tf.variable(tf.tensor2d([[-0.6, -0.4, 0.6, 0.4]]));
  const image = tf.variable(photo);
  const optimizer = tf.train.sgd(0.01);
  const step = (): void => {
    optimizer.minimize(() => tf.losses.meanSquaredError(target, crop(image, box, [6, 6])));
  };
  for (let k = 0; k < 3; k++) step();
  const objects = countObjects();
  const before = { ...backend.live, ids: backend.numDataIds(), tensors: tf.memory().numTensors };
  for (let k = 0; k < TIMES; k++) step();
  expect({ ...backend.live, ids: backend.numDataIds(), tensors: tf.memory().numTensors }).toEqual(before);
  expect(Object.values(objects).filter((count) => count !== 0)).toEqual([]);
  tf.dispose([photo, target, box, image]);
  optimizer.dispose();
});

test(`${TIMES} different shapes leave as many arrays, kernels and WebGL objects as there were`, () => {
  const boxes = tf.tensor2d([[-0.6, -0.4, 0.6, 0.4]]);
  const run = (k: number): void =>
    tf.tidy(() => {
      const image = tf.ones<tf.Rank.R4>([1, 2 + (k % 10), 3 + (k % 7), 1 + (k % 3)]);
      const size: [number, number] = [1 + Math.floor(k / 25), 1 + (k % 25)];
      const gradients = tf.grads((x, b) => crop(x as tf.Tensor4D, b as tf.Tensor2D, size));
      const [dimage, dboxes] = gradients([image, boxes], tf.ones([1, ...size, 1 + (k % 3)]));
      // The crops of a constant image sum up to its pixels' gradients.
      expect(tf.sum(dimage).dataSync()[0]).toBeCloseTo(size[0] * size[1] * (1 + (k % 3)), 1);
      dboxes.dataSync();
    });
  run(0);
  const objects = countObjects();
  const before = { ...backend.live, ids: backend.numDataIds() };
  for (let k = 0; k < TIMES; k++) run(k);
  expect({ ...backend.live, ids: backend.numDataIds() }).toEqual(before);
  expect(Object.values(objects).filter((count) => count !== 0)).toEqual([]);
  boxes.dispose();
});

test('what a kernel throws leaves nothing on the device', () => {
  const image = tf.ones<tf.Rank.R4>([1, 4, 4, 1]);
  const run = (): tf.Tensor => crop(image, [[-1, -1, 1, 1]], [4097, 4097]);
  expect(() => tf.tidy(run)).toThrow(/OUT_OF_MEMORY/);
  const before = backend.live;
  expect(() => tf.tidy(run)).toThrow(/at most 16777216/);
  expect(backend.live).toEqual(before);
  image.dispose();
});

test('what nobody read of a backend that was replaced is gone on a GPU, which says so', async () => {
  const image = tf.ones<tf.Rank.R4>([1, 4, 4, 1]);
  const unread = crop(image, [[-0.5, -0.5, 0.5, 0.5]], [1, 1]);
  const read = crop(image, [[-0.5, -0.5, 0.5, 0.5]], [1, 1]);
  expect([...read.dataSync()]).toEqual([1]);
  registerGpuJsBackend({ mode: MODE });
  await tf.setBackend('gpujs');
  if (isGLMode(MODE)) expect(() => unread.dataSync()).toThrow(/its backend was removed.*DEVICE_LOST/);
  else expect([...unread.dataSync()]).toEqual([1]);
  expect([...read.dataSync()]).toEqual([1]);
  expect([...crop(image, [[-0.5, -0.5, 0.5, 0.5]], [1, 1]).dataSync()]).toEqual([1]);
  tf.dispose([image, unread, read]);
});
