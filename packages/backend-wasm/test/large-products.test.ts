import type { SampleAttrs } from '@cropgrad/core/backend';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { wasmBackend } from '../src/index.js';

const { GridSample: gridSample, AffineSample: affineSample, AffineSampleGradImage: gradImage } = wasmBackend.kernels;
if (!affineSample || !gradImage) throw new Error('a fused kernel is missing');

let backend: BackendWasm;

beforeAll(async () => {
  await tf.setBackend('wasm');
  backend = tf.backend() as BackendWasm;
});

const held: tf.TensorInfo[] = [];
afterEach(() => {
  for (const { dataId } of held.splice(0)) backend.disposeData(dataId);
});

/** A tensor that nobody has written yet, until the test ends: on a fresh heap it costs no memory. */
function hold(shape: number[], dtype: tf.DataType = 'float32'): tf.TensorInfo {
  const info = backend.makeOutput(shape, dtype);
  held.push(info);
  return info;
}

/** The bytes of a tensor, where they lie in the heap. */
function bytesOf({ dataId, shape, dtype }: tf.TensorInfo): Uint8Array {
  const { HEAPU8 } = backend.wasm as unknown as { HEAPU8: Uint8Array };
  const at = backend.getMemoryOffset(dataId);
  return HEAPU8.subarray(at, at + tf.util.sizeFromShape(shape) * tf.util.bytesPerElement(dtype));
}

const OUT_OF_MEMORY = expect.objectContaining({ code: 'OUT_OF_MEMORY' });

function attrs(options: Partial<SampleAttrs>): SampleAttrs {
  return {
    mode: 'bilinear',
    paddingMode: 'zeros',
    alignCorners: false,
    dataFormat: 'NHWC',
    fillValue: 0,
    cutoff: Number.POSITIVE_INFINITY,
    rounding: 'even',
    cubicCoefficient: -0.75,
    imageIndex: Int32Array.of(0),
    ...options,
  };
}

/** The image gradient of a bicubic crop of one voxel. */
const gradientOfVoxel = (dy: tf.TensorInfo): tf.TensorInfo => {
  const theta = tf.tensor3d([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0], [1, 3, 4]);
  const options = attrs({ mode: 'bicubic', paddingMode: 'border' });
  const size = dy.shape.slice(1, 4);
  try {
    const shape = [1, 1, 1, 1, 1];
    return gradImage({
      inputs: { dy, theta },
      attrs: { ...options, size, antialias: 0, imageShape: shape },
      backend,
      shape,
    });
  } finally {
    theta.dispose();
  }
};

// Two lists have an entry of 4 bytes for each of 16 pairs of taps and each row of the crop.
test.each([
  { size: [4096, 2048, 1], bytes: 2 ** 29 },
  { size: [8192, 4096, 1], bytes: 2 ** 31 },
  { size: [8192, 8191, 1], bytes: 2 ** 32 - 2 ** 19 },
  { size: [8192, 8192, 1], bytes: 2 ** 32 },
  { size: [8192, 8193, 1], bytes: 2 ** 32 + 2 ** 19 },
  { size: [16_384, 8192, 1], bytes: 2 ** 33 },
])(
  'lists of $bytes bytes, for the image gradient of a crop to $size, are right or OUT_OF_MEMORY',
  ({ size, bytes }) => {
    const [before, dy, after] = [tf.range(0, 1e5), hold([1, ...size, 1]), tf.range(0, 1e5)];
    const ids = backend.numDataIds();
    if (bytes < 2 ** 31) {
      const values = bytesOf(dy).fill(0);
      for (const point of [0, 12_345, values.length / 4 - 1]) values.set([0, 0, 0x80, 0x3f], 4 * point); // 1 as float32
      const { dataId } = gradientOfVoxel(dy);
      expect(backend.readSync(dataId)[0]).toBeCloseTo(3, 5);
      backend.disposeData(dataId);
    } else {
      expect(() => gradientOfVoxel(dy)).toThrow(OUT_OF_MEMORY);
    }
    expect(backend.numDataIds()).toBe(ids);
    const range = Buffer.from(Float32Array.from({ length: 1e5 }, (_, k) => k).buffer);
    expect([before, after].map((tensor) => range.equals(bytesOf(tensor)))).toEqual([true, true]);
    tf.dispose([before, after]);
  },
);

test('a blended row of one pixel and many channels is OUT_OF_MEMORY when its bytes pass 2^32', () => {
  // Such a row has room for four pixels of float32.
  const channels = 2 ** 28 + 64;
  const image = hold([1, 1, 1, channels], 'bool');
  const theta = tf.tensor3d([1, 0, 0, 0, 1, 0], [1, 2, 3]);
  const options = { ...attrs({}), size: [1, 1], antialias: 0 };
  const shape = [1, 1, 1, channels];
  expect(() => affineSample({ inputs: { image, theta }, attrs: options, backend, shape })).toThrow(OUT_OF_MEMORY);
  theta.dispose();
});

test.each([
  { dtype: 'bool', shape: [1, 32_768, 32_800, 1] },
  { dtype: 'float32', shape: [1, 16_400, 16_500, 1] },
  { dtype: 'float32', shape: [1, 9500, 9500, 3] },
] as const)(
  'a $dtype image of shape $shape, of more than 2^30 bytes, is read where it should be',
  ({ dtype, shape }) => {
    const image = hold([...shape], dtype);
    const [, height, width, channels] = shape;
    const one = dtype === 'bool' ? [1] : [0, 0, 0x80, 0x3f]; // float32's 1
    const pixels = bytesOf(image);
    for (const y of [height - 3, height - 2]) {
      for (let k = (y * width + width - 3) * channels; k < (y * width + width - 1) * channels; k++) {
        pixels.set(one, k * one.length);
      }
    }
    // Two points between these four pixels.
    const [x, y] = [1 - 4 / width, 1 - 4 / height];
    const grid = tf.tensor4d([x, y, x, y], [1, 1, 2, 2]);
    const crops = gridSample({ inputs: { image, grid }, attrs: attrs({}), backend, shape: [1, 1, 2, channels] });
    expect([...backend.readSync(crops.dataId)]).toEqual(Array(2 * channels).fill(1));
    backend.disposeData(crops.dataId);
    grid.dispose();
  },
);

test('an image of more values than 31 bits count is OUT_OF_MEMORY', () => {
  const image = { ...hold([1], 'bool'), shape: [1, 46_400, 46_400, 1] };
  const grid = tf.zeros<tf.Rank.R4>([1, 1, 1, 2]);
  expect(() => gridSample({ inputs: { image, grid }, attrs: attrs({}), backend, shape: [1, 1, 1, 1] })).toThrow(
    OUT_OF_MEMORY,
  );
  grid.dispose();
});

// The last one: the heap is full from here on.
test('an image that tfjs did not notice it could not hold is OUT_OF_MEMORY', () => {
  hold([1.9e9 / 4]);
  hold([1.9e9 / 4]);
  // The first answer of its malloc is an address behind the heap, all others are 0.
  const images = [hold([1, 10_000, 25_000, 1]), hold([1, 10_000, 25_000, 1])];
  const grid = tf.zeros<tf.Rank.R4>([1, 1, 1, 2]);
  const ids = backend.numDataIds();
  for (const image of images) {
    expect(() => gridSample({ inputs: { image, grid }, attrs: attrs({}), backend, shape: [1, 1, 1, 1] })).toThrow(
      OUT_OF_MEMORY,
    );
  }
  expect(backend.numDataIds()).toBe(ids);
  grid.dispose();
});
