import { boxesFromPixels, crop } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { registerGpuJsBackend } from '../../src/index.js';
import { IS_FULL } from '../runs.js';
import { MODE } from './mode.js';

beforeAll(async () => {
  registerGpuJsBackend({ mode: MODE });
  await tf.setBackend('gpujs');
});

/** 12 megapixels, or just more than the 2^24 numbers that fit at once. */
const [height, width] = IS_FULL ? [3000, 4000] : [2368, 2368];

test(`a photo of ${height} × ${width}: crops of whole pixels, and their gradient`, () => {
  const values = new Float32Array(height * width * 3);
  for (let i = 0; i < values.length; i++) values[i] = i % 251;
  const photo = tf.tensor4d(values, [1, height, width, 3]);
  const boxes = boxesFromPixels(
    [
      [width - 2, height - 2, width, height],
      [1234, 567, 1236, 569],
    ],
    [height, width],
  );
  const options = { imageIndex: [0, 0], mode: 'nearest' } as const;
  const at = (y: number, x: number): number => (y * width + x) * 3;
  const corners = [
    [height - 2, width - 2],
    [567, 1234],
  ];
  const places = corners.flatMap(([y, x]) => [at(y, x), at(y, x + 1), at(y + 1, x), at(y + 1, x + 1)]);
  const expected = places.flatMap((place) => [...values.subarray(place, place + 3)]);
  tf.tidy(() => {
    expect([...crop(photo, boxes, [2, 2], options).dataSync()]).toEqual(expected);
    const dy = tf.reshape(tf.range(1, 25), [2, 2, 2, 3]);
    const dimage = tf.grad((x) => crop(x as tf.Tensor4D, boxes, [2, 2], options))(photo, dy);
    const gradient = dimage.dataSync<'float32'>();
    expect(places.flatMap((place) => [...gradient.subarray(place, place + 3)])).toEqual([...dy.dataSync()]);
    expect(gradient.reduce((sum, x) => sum + x, 0)).toBe((24 * 25) / 2);
  });
  photo.dispose();
  boxes.dispose();
});

test('120 crops of 224² in colour', () => {
  const [crops, side, channels] = [120, 224, 3];
  const imageIndex = Array<number>(crops).fill(0);
  const boxes = tf.tensor2d(Array.from({ length: crops }, (_, n) => [-0.9, -0.8, 0.1 + n / 200, 0.2 + n / 200]));
  tf.tidy(() => {
    // A ramp along x: each box's crop is one too.
    const ramp = tf.tile(tf.reshape(tf.range(0, 32), [1, 1, 32, 1]), [1, 32, 1, channels]) as tf.Tensor4D;
    const values = crop(ramp, boxes, [side, side], { imageIndex }).dataSync<'float32'>();
    const lastPixel = (n: number): number => values[((n * side + side) * side - 1) * channels];
    for (const n of [0, 60, 119]) {
      const right = 0.1 + n / 200;
      const x = ((right - (right + 0.9) / side / 2 + 1) * 32 - 1) / 2;
      expect(lastPixel(n)).toBeCloseTo(x, 4);
    }
  });
  boxes.dispose();
});
