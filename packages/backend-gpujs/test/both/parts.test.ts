import {
  affineGrid,
  affineSample,
  gridSample,
  gridSampleJvp,
  perspectiveSample,
  type SampleOptions,
} from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { Device } from '../../src/device/device.js';
import { GpuJsBackend, registerGpuJsBackend } from '../../src/index.js';
import { MODE } from './mode.js';

/** Backends whose arrays may be as long as given, in place of 2^24. */
const WHOLE = 'gpujs-whole';
const SMALL = 'gpujs-small';
const LONGEST = 300;

beforeAll(() => {
  registerGpuJsBackend({ name: WHOLE, mode: MODE });
  registerGpuJsBackend({ name: SMALL, mode: MODE });
  tf.removeBackend(SMALL);
  tf.registerBackend(SMALL, () => new GpuJsBackend(new Device(MODE, LONGEST)), 0);
});

/** Gradients too are tensors that a function gives. */
type Op = (x: Record<'image' | 'theta' | 'square' | 'grid' | 'dy' | 'dgrid', tf.Tensor>) => tf.Tensor;

const SIZE: [number, number] = [4, 7];
const options: SampleOptions = { imageIndex: [2, 0, 1, 1, 2], mode: 'bicubic', fillValue: 3 };

function byTheta(image: tf.Tensor, theta: tf.Tensor): tf.Tensor {
  return affineSample(image as tf.Tensor4D, theta as tf.Tensor3D, SIZE, options);
}

function antialiased(image: tf.Tensor, theta: tf.Tensor): tf.Tensor {
  return affineSample(image as tf.Tensor4D, theta as tf.Tensor3D, SIZE, { ...options, antialias: true });
}

function inPerspective(image: tf.Tensor, square: tf.Tensor): tf.Tensor {
  return perspectiveSample(image as tf.Tensor4D, square as tf.Tensor3D, SIZE, { ...options, mode: 'bilinear' });
}

function byGrid(image: tf.Tensor, grid: tf.Tensor): tf.Tensor {
  return gridSample(image as tf.Tensor4D, grid as tf.Tensor4D, options);
}

function alongTangent(image: tf.Tensor, grid: tf.Tensor, tangent: tf.Tensor): tf.Tensor {
  return gridSampleJvp(image as tf.Tensor4D, grid as tf.Tensor4D, tangent as tf.Tensor4D, options);
}

const OPS: Record<string, Op> = {
  affineGrid: ({ theta }) => affineGrid(theta as tf.Tensor3D, SIZE),
  'affineGrid by theta': ({ theta, dgrid }) => tf.grad((t) => affineGrid(t as tf.Tensor3D, SIZE))(theta, dgrid),
  gridSample: ({ image, grid }) => byGrid(image, grid),
  'gridSample by image': ({ image, grid, dy }) => tf.grad((x) => byGrid(x, grid))(image, dy),
  'gridSample by grid': ({ image, grid, dy }) => tf.grad((g) => byGrid(image, g))(grid, dy),
  gridSampleJvp: ({ image, grid, dgrid }) => alongTangent(image, grid, dgrid),
  'gridSampleJvp by image': ({ image, grid, dgrid, dy }) => tf.grad((x) => alongTangent(x, grid, dgrid))(image, dy),
  'gridSampleJvp by grid': ({ image, grid, dgrid, dy }) => tf.grad((g) => alongTangent(image, g, dgrid))(grid, dy),
  affineSample: ({ image, theta }) => byTheta(image, theta),
  'affineSample by image': ({ image, theta, dy }) => tf.grad((x) => byTheta(x, theta))(image, dy),
  'affineSample by theta': ({ image, theta, dy }) => tf.grad((t) => byTheta(image, t))(theta, dy),
  antialias: ({ image, theta }) => antialiased(image, theta),
  'antialias by image': ({ image, theta, dy }) => tf.grad((x) => antialiased(x, theta))(image, dy),
  'antialias by theta': ({ image, theta, dy }) => tf.grad((t) => antialiased(image, t))(theta, dy),
  perspectiveSample: ({ image, square }) => inPerspective(image, square),
  'perspectiveSample by image': ({ image, square, dy }) => tf.grad((x) => inPerspective(x, square))(image, dy),
  'perspectiveSample by theta': ({ image, square, dy }) => tf.grad((t) => inPerspective(image, t))(square, dy),
};

/** What an operation gives on a backend, on tensors of always the same numbers; and what it leaves there. */
async function run(
  backend: string,
  op: Op,
  channels: number,
  side: number,
): Promise<{ values: Float32Array; left: number }> {
  await tf.setBackend(backend);
  const gpu = tf.backend() as GpuJsBackend;
  const before = gpu.numDataIds();
  const random = (shape: number[], seed: number): tf.Tensor => tf.randomUniform(shape, -1, 1, 'float32', seed);
  const result = tf.tidy(() =>
    op({
      image: random([3, side, 6, channels], 1),
      theta: random([5, 2, 3], 2),
      square: tf.add(random([5, 3, 3], 6), [
        [0, 0, 0],
        [0, 0, 0],
        [0, 0, 3],
      ]),
      grid: random([5, ...SIZE, 2], 3),
      dy: random([5, ...SIZE, channels], 4),
      dgrid: random([5, ...SIZE, 2], 5),
    }),
  );
  const values = result.dataSync<'float32'>().slice();
  result.dispose();
  return { values, left: gpu.live.arrays + gpu.numDataIds() - before };
}

// Images that all fit, one at a time, and one or two channels at a time; crops of 28 points, 196 numbers or 448 taps.
test.for([
  { channels: 1, side: 5 },
  { channels: 4, side: 5 },
  { channels: 7, side: 5 },
  { channels: 3, side: 24 },
  { channels: 2, side: 49 },
])('what does not fit at once is made in parts: [3,$side,6,$channels]', async ({ channels, side }) => {
  for (const [name, op] of Object.entries(OPS)) {
    const whole = await run(WHOLE, op, channels, side);
    const inParts = await run(SMALL, op, channels, side);
    expect(inParts.left).toBe(0);
    expect(inParts.values.length).toBe(whole.values.length);
    const largest = whole.values.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
    whole.values.forEach((x, i) => {
      if (!(Math.abs(inParts.values[i] - x) <= 1e-6 * largest))
        expect.fail(`${name}, ${i}: ${inParts.values[i]}, not ${x}`);
    });
  }
});

test('a volume, and a grid too long for its pixels, go row by row', async () => {
  const results = [];
  for (const backend of [WHOLE, SMALL]) {
    await tf.setBackend(backend);
    const made = tf.tidy(() => {
      const volume = tf.randomUniform([2, 3, 4, 5, 2], -1, 1, 'float32', 1) as tf.Tensor5D;
      const grid = tf.randomUniform([2, 5, 6, 8, 3], -1, 1, 'float32', 2) as tf.Tensor5D;
      const gradients = tf.grads((x, g) => gridSample(x as tf.Tensor5D, g as tf.Tensor5D));
      const [dimage, dgrid] = gradients([volume, grid], tf.ones([2, 5, 6, 8, 2]));
      return [gridSample(volume, grid), dimage, dgrid];
    });
    results.push(made.map((x) => ({ shape: x.shape, values: [...x.dataSync()] })));
    tf.dispose(made);
  }
  const [whole, inParts] = results;
  whole.forEach(({ shape, values }, k) => {
    expect(inParts[k].shape).toEqual(shape);
    values.forEach((x, i) => {
      expect(inParts[k].values[i]).toBeCloseTo(x, 4);
    });
  });
});

test.for([
  [
    'an image',
    [1, 20, 16, 1],
    [2, 2],
    /an image of 20 × 16 pixels in mode.*320 numbers for each channel; expected at most 300/,
  ],
  ['a crop', [1, 2, 2, 1], [20, 16], /one crop of 20 × 16 points in mode.*320 numbers; expected at most 300.*smaller/],
] as const)('%s of which one channel does not fit is refused by name', async ([, shape, size, message]) => {
  await tf.setBackend(SMALL);
  tf.tidy(() => {
    const image = tf.ones([...shape]) as tf.Tensor4D;
    const theta = tf.zeros([1, 2, 3]) as tf.Tensor3D;
    expect(() => affineSample(image, theta, [size[0], size[1]])).toThrow(message);
  });
  expect((tf.backend() as GpuJsBackend).live.arrays).toBe(0);
});
