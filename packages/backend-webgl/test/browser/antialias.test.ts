import '@cropgrad/backend-cpu';
import { affineSample, crop, type Mode, type PaddingMode } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { noise } from './noise.js';
import { startWebGL } from './variant.js';

const [CROPS, H, W, C] = [3, 40, 48, 2];
const [h, w] = [9, 11];
const IMAGE = noise(2 * H * W * C, 1);
const DY = noise(CROPS * h * w * C, 3);
/** Turned, a box larger than the image, and one that leaves it; every output is more than a pixel long. */
const THETA = [0.9, 0.2, 0.05, -0.15, 0.8, -0.02, 1.9, 0, 0.3, 0, 1.4, 0.1, 0.5, -0.45, 0.6, 0.35, 0.7, -0.5];

beforeAll(() => startWebGL({ precision: 'f32', blends: true }));

/** The crops and their gradients by the image and by theta, of sum(crops · dy). */
async function resultsOf(
  backend: string,
  mode: Mode,
  paddingMode: PaddingMode,
  widen: number,
): Promise<Float32Array[]> {
  await tf.setBackend(backend);
  const image = tf.tensor4d(IMAGE, [2, H, W, C]);
  const theta = tf.tensor3d(THETA, [CROPS, 2, 3]);
  const dy = tf.tensor4d(DY, [CROPS, h, w, C]);
  const options = { mode, paddingMode, imageIndex: [0, 1, 1], fillValue: 0.5, antialias: { widen } };
  const sample = (x: tf.Tensor, t: tf.Tensor): tf.Tensor =>
    affineSample(x as tf.Tensor4D, t as tf.Tensor3D, [h, w], options);
  const tensors = [sample(image, theta), ...tf.grads(sample)([image, theta], dy)];
  const values = await Promise.all(tensors.map((tensor) => tensor.data<'float32'>()));
  tf.dispose([image, theta, dy, ...tensors]);
  return values;
}

describe('antialias answers what backend-cpu does', () => {
  test.each([
    ['bilinear', 'zeros', 1],
    ['bilinear', 'reflection', 1],
    ['bicubic', 'border', 1],
    // So wide that an output reads the same pixels on many laps.
    ['bicubic', 'wrap', 12],
  ] as const)('%s with %s, widened by %d', async (mode, paddingMode, widen) => {
    const ours = await resultsOf('webgl', mode, paddingMode, widen);
    const cpu = await resultsOf('cpu', mode, paddingMode, widen);
    const farthest = ours.map((values, i) => values.reduce((most, x, k) => Math.max(most, Math.abs(x - cpu[i][k])), 0));
    // Crops, dimage and dtheta, whose terms are hundreds of products of a slope of up to 24 pixels.
    expect(farthest[0]).toBeLessThan(2e-6);
    expect(farthest[1]).toBeLessThan(4e-6);
    expect(farthest[2]).toBeLessThan(2e-4);
    for (const values of cpu) expect(values.some((x) => Math.abs(x) > 1e-3)).toBe(true);
  });
});

test('a white sky stays white, and no whole number comes out above the largest', async () => {
  await tf.setBackend('webgl');
  const photo = noise(50 * 60 * 3, 7).map((x, i) => (i < 25 * 60 * 3 ? 255 : Math.round(127.5 + 127.5 * x)));
  const boxes = noise(60 * 4, 8).map((x, i) => (i % 4 < 2 ? -0.55 + 0.45 * x : 0.55 + 0.45 * x));
  const [image, places] = [tf.tensor4d(photo, [1, 50, 60, 3]), tf.tensor2d(boxes, [60, 4])];
  const crops = crop(image, places, [7, 6], { antialias: true, paddingMode: 'border' });
  const values = await crops.data<'float32'>();
  expect(Math.max(...values)).toBe(255);
  expect(values.filter((x) => x === 255).length).toBeGreaterThan(1000);
  tf.dispose([image, places, crops]);
});
