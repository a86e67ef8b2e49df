import { affineSample, crop } from '@cropgrad/core';
import type { AffineSampleAttrs } from '@cropgrad/core/backend';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { wasmBackend } from '../src/index.js';

let backend: BackendWasm;

beforeAll(async () => {
  await tf.setBackend('wasm');
  backend = tf.backend() as BackendWasm;
});

const held: tf.TensorInfo[] = [];
afterEach(() => {
  for (const { dataId } of held.splice(0)) backend.disposeData(dataId);
});

function heapBytes(): number {
  return (backend.wasm as unknown as { HEAPU8: Uint8Array }).HEAPU8.buffer.byteLength;
}

/** Takes so many bytes of the heap until the test ends, without touching them. */
function hold(bytes: number): tf.TensorInfo {
  const info = backend.makeOutput([bytes / 4], 'float32');
  held.push(info);
  return info;
}

test('a heap that grows while a kernel runs changes no result', () => {
  const width = 50_000;
  const image = tf.tensor4d(
    Array.from({ length: 64 }, (_, k) => k),
    [1, 8, 8, 1],
  );
  // Turned, so that there is a row of coordinates; those of grids are cut.
  const theta = tf.tensor3d([0.9, 0.2, 0, -0.3, 0.8, 0.1], [1, 2, 3]);
  const sampled = (): Float32Array => {
    const points = affineSample(image, theta, [1, width], { mode: 'bicubic' });
    const values = points.dataSync<'float32'>();
    points.dispose();
    return values;
  };
  const expected = sampled();
  let growths = 0;
  for (let k = 0; growths < 3 && k < 100; k++) {
    // What is left of the heap differs from pass to pass, so that it ends at another place in the kernel each time.
    hold(1_000_000 + 70_000 * k);
    const before = heapBytes();
    const actual = sampled();
    if (heapBytes() > before) growths++;
    expect(actual.every((value, p) => value === expected[p])).toBe(true);
  }
  expect(growths).toBe(3);
  tf.dispose([image, theta]);
});

test('thousands of passes leave neither tensors nor scratch memory behind', () => {
  const image = tf.ones<tf.Rank.R4>([2, 16, 16, 3]);
  const boxes = tf.tensor2d([
    [-0.5, -0.5, 0.5, 0.5],
    [0.9, -1.2, -0.8, 1.1],
  ]);
  const step = (): void =>
    tf.tidy(() => {
      const gradients = tf.grads((x, b) => crop(x as tf.Tensor4D, b as tf.Tensor2D, [9, 9]));
      gradients([image, boxes], tf.ones([2, 9, 9, 3]));
    });
  step();
  const before = { ids: backend.numDataIds(), tensors: tf.memory().numTensors, bytes: heapBytes() };
  for (let k = 0; k < 3000; k++) step();
  expect({ ids: backend.numDataIds(), tensors: tf.memory().numTensors, bytes: heapBytes() }).toEqual(before);
  tf.dispose([image, boxes]);
});

test('what a gradient needs is saved without a copy, and outlives its original', () => {
  const pixels = Float32Array.from({ length: 64 }, (_, k) => k * k);
  const theta = tf.tensor3d([0.5, 0.1, 0, 0, 0.5, 0], [1, 2, 3]);
  const before = backend.numDataIds();
  const gradient = (early: boolean): number[] => {
    const image = tf.tensor4d(pixels, [1, 8, 8, 1]);
    const dtheta = tf.grad((t) => {
      const ids = backend.numDataIds();
      const crops = affineSample(image, t as tf.Tensor3D, [5, 5]);
      // The crops are new; the image and theta are not.
      expect(backend.numDataIds() - ids).toBe(1);
      if (early) image.dispose();
      return crops;
    })(theta);
    if (!early) expect([...image.dataSync()]).toEqual([...pixels]);
    const values = [...dtheta.dataSync()];
    tf.dispose([image, dtheta]);
    return values;
  };
  expect(gradient(true)).toEqual(gradient(false));
  expect(backend.numDataIds()).toBe(before);
  theta.dispose();
});

test('a result that the heap cannot hold is OUT_OF_MEMORY, and leaves nothing behind', () => {
  const image = tf.ones<tf.Rank.R4>([1, 4, 4, 1]);
  const theta = tf.tensor3d([
    [
      [1, 0, 0],
      [0, 1, 0],
    ],
  ]);
  const before = backend.numDataIds();
  hold(1.5e9);
  hold(1.5e9);
  // 2 GB next to 3 GB; 2.2 GB, which tfjs's malloc takes for a negative number; and 6.4 GB, which wraps around to 2.1.
  for (const size of [
    [20_000, 25_000],
    [20_000, 27_500],
    [40_000, 40_000],
  ] as const) {
    expect(() => affineSample(image, theta, size)).toThrow(expect.objectContaining({ code: 'OUT_OF_MEMORY' }));
  }
  expect(backend.numDataIds()).toBe(before + held.length);
  tf.dispose([image, theta]);
});

test('scratch memory that the heap cannot hold is OUT_OF_MEMORY, and leaves nothing behind', () => {
  const width = 50_000_000;
  const image = tf.ones<tf.Rank.R4>([1, 4, 4, 1]);
  const theta = tf.tensor3d([0.9, 0.2, 0, -0.3, 0.8, 0.1], [1, 2, 3]);
  while (heapBytes() < 3.6e9) hold(1e8);
  const before = backend.numDataIds();
  // There is room for the result, but not for the coordinates of a row that wide.
  const attrs: AffineSampleAttrs = {
    mode: 'bicubic',
    paddingMode: 'zeros',
    alignCorners: false,
    dataFormat: 'NHWC',
    fillValue: 0,
    cutoff: Number.POSITIVE_INFINITY,
    rounding: 'even',
    cubicCoefficient: -0.75,
    antialias: 0,
    imageIndex: Int32Array.of(0),
    size: [1, width],
  };
  const shape = [1, 1, width, 1];
  expect(() => wasmBackend.kernels.AffineSample?.({ inputs: { image, theta }, attrs, backend, shape })).toThrow(
    /OUT_OF_MEMORY/,
  );
  expect(backend.numDataIds()).toBe(before);
  // The result and the first of the coordinates, which did fit, are free again.
  const bytes = heapBytes();
  hold(4 * width + 8 * width - 1e6);
  expect(heapBytes()).toBe(bytes);
  tf.dispose([image, theta]);
});
