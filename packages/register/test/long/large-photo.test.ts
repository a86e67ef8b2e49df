import '@cropgrad/backend-wasm';
import { boxesToPixels } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { findCrop, type Pixels } from '../../src/index.js';

const [WIDTH, HEIGHT] = [8000, 6000];

/** A photo of 48 megapixels, grey: blocks of 256, 64 and 16 pixels, each of some lightness. */
function photo(): Pixels {
  let state = 7;
  const random = (): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
  const layers = [8, 6, 4].map((shift) => {
    const columns = (WIDTH >> shift) + 1;
    const lightness = Uint8Array.from({ length: columns * ((HEIGHT >> shift) + 1) }, () => 85 * random());
    return { shift, columns, lightness };
  });
  const data = new Uint8Array(WIDTH * HEIGHT);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      for (const { shift, columns, lightness } of layers) {
        data[y * WIDTH + x] += lightness[(y >> shift) * columns + (x >> shift)];
      }
    }
  }
  return { data, width: WIDTH, height: HEIGHT };
}

/** The means of `by` × `by` pixels each, of a part of the photo. */
function shrunk({ data }: Pixels, left: number, top: number, width: number, height: number, by: number): Pixels {
  const means = Uint8Array.from({ length: width * height }, (_, k) => {
    const [x, y] = [left + (k % width) * by, top + Math.floor(k / width) * by];
    let sum = 0;
    for (let j = 0; j < by * by; j++) sum += data[(y + Math.floor(j / by)) * WIDTH + x + (j % by)];
    return Math.round(sum / (by * by));
  });
  return { data: means, width, height };
}

it('finds thumbnails in a photo of 48 megapixels, and keeps nothing', async () => {
  await tf.setBackend('wasm');
  const large = photo();
  const before = tf.memory().numTensors;
  for (const [left, top, width, height, by] of [
    [2003, 1507, 160, 120, 20],
    [5001, 3007, 200, 150, 2],
    [100, 50, 980, 730, 8],
  ]) {
    const { box, theta, found } = await findCrop(large, shrunk(large, left, top, width, height, by));
    expect(found).toBe(true);
    const inPixels = boxesToPixels(box, [HEIGHT, WIDTH]);
    const pixels = await inPixels.data();
    const expected = [left, top, left + width * by, top + height * by];
    for (const [k, edge] of expected.entries()) expect(Math.abs(pixels[k] - edge)).toBeLessThan(0.004 * width * by);
    tf.dispose([box, theta, inPixels]);
  }
  expect(tf.memory().numTensors).toBe(before);
});
