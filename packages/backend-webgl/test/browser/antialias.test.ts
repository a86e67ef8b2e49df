import '@cropgrad/backend-cpu';
import { affineSample, crop, type Mode, type PaddingMode, perspectiveSample } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { noise } from './noise.js';
import { startWebGL } from './variant.js';

const [CROPS, H, W, C] = [3, 40, 48, 2];
const [h, w] = [9, 11];
const IMAGE = noise(2 * H * W * C, 1);
const DY = noise(CROPS * h * w * C, 3);
/** Turned, a box larger than the image, and one that leaves it; every output is more than a pixel long. */
const ROWS = [0.9, 0.2, 0.05, -0.15, 0.8, -0.02, 1.9, 0, 0.3, 0, 1.4, 0.1, 0.5, -0.45, 0.6, 0.35, 0.7, -0.5];
/** The last row, under which some of the second crop's outputs are behind the camera. */
const LAST = [0.2, -0.1, 1, 0.9, 0.4, 1, -0.1, 0.15, -0.9];

type Op = 'affineSample' | 'perspectiveSample';

function thetaOf(op: Op, last: readonly number[] = LAST): tf.Tensor3D {
  const crops = [0, 1, 2].map((n) => [...ROWS.slice(6 * n, 6 * n + 6), ...last.slice(3 * n, 3 * n + 3)]);
  return op === 'affineSample' ? tf.tensor3d(ROWS, [CROPS, 2, 3]) : tf.tensor3d(crops.flat(), [CROPS, 3, 3]);
}

beforeAll(() => startWebGL({ precision: 'f32', blends: true }));

/** The crops and their gradients by the image and by theta, of sum(crops · dy). */
async function resultsOf(
  backend: string,
  op: Op,
  [mode, paddingMode, widen]: readonly [Mode, PaddingMode, number],
  last?: readonly number[],
): Promise<Float32Array[]> {
  await tf.setBackend(backend);
  const image = tf.tensor4d(IMAGE, [2, H, W, C]);
  const theta = thetaOf(op, last);
  const dy = tf.tensor4d(DY, [CROPS, h, w, C]);
  const options = { mode, paddingMode, imageIndex: [0, 1, 1], fillValue: 0.5, antialias: { widen } };
  const sample = (x: tf.Tensor, t: tf.Tensor): tf.Tensor =>
    (op === 'affineSample' ? affineSample : perspectiveSample)(x as tf.Tensor4D, t as tf.Tensor3D, [h, w], options);
  const tensors = [sample(image, theta), ...tf.grads(sample)([image, theta], dy)];
  const values = await Promise.all(tensors.map((tensor) => tensor.data<'float32'>()));
  tf.dispose([image, theta, dy, ...tensors]);
  return values;
}

function farthest(a: readonly Float32Array[], b: readonly Float32Array[]): number[] {
  return a.map((values, i) => values.reduce((most, x, k) => Math.max(most, Math.abs(x - b[i][k])), 0));
}

describe('antialias answers what backend-cpu does', () => {
  test.each<readonly [Op, Mode, PaddingMode, number]>([
    ['affineSample', 'bilinear', 'zeros', 1],
    ['affineSample', 'bicubic', 'border', 1],
    ['perspectiveSample', 'bilinear', 'reflection', 1],
    ['perspectiveSample', 'bicubic', 'zeros', 2],
    ['perspectiveSample', 'bilinear', 'wrap', 1],
    // So wide that an output reads the same pixels on many laps.
    ['affineSample', 'bicubic', 'wrap', 12],
  ])('%s, %s with %s, widened by %d', async (op, mode, paddingMode, widen) => {
    const ours = await resultsOf('webgl', op, [mode, paddingMode, widen]);
    const cpu = await resultsOf('cpu', op, [mode, paddingMode, widen]);
    const [crops, dimage, dtheta] = farthest(ours, cpu);
    expect(crops).toBeLessThan(4e-6);
    expect(dimage).toBeLessThan(1e-5);
    // Its terms are hundreds of products of a slope of up to 24 pixels, and cancel out where filters are wide.
    const largest = cpu[2].reduce((most, x) => Math.max(most, Math.abs(x)), 0);
    expect(dtheta).toBeLessThan(1e-5 * Math.max(largest, 1));
    for (const values of cpu) expect(values.some((x) => Math.abs(x) > 1e-3)).toBe(true);
  });
});

test('a perspective theta whose last row is (0, 0, 1) is the affine one, bit for bit', async () => {
  const affine = await resultsOf('webgl', 'affineSample', ['bilinear', 'zeros', 1]);
  const perspective = await resultsOf(
    'webgl',
    'perspectiveSample',
    ['bilinear', 'zeros', 1],
    [0, 0, 1, 0, 0, 1, 0, 0, 1],
  );
  expect(perspective[0]).toEqual(affine[0]);
  expect(farthest([perspective[1]], [affine[1]])[0]).toBeLessThan(1e-5);
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
