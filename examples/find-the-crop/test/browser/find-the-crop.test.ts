import '@cropgrad/backend-cpu';
import '@cropgrad/backend-webgl';
import '@cropgrad/backend-webgpu';
import { boxesFromPixels, crop } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, it } from 'vitest';
import { type Box, cornerDistances, FACE } from '../../src/box.js';
import { isFound } from '../../src/is-found.js';
import { search } from '../../src/search.js';
import { startBox } from '../../src/start-box.js';

/** The photo [1,512,512,3], with values from 0 to 1, on the current backend. */
async function photo(): Promise<tf.Tensor4D> {
  const response = await fetch(new URL('../../astronaut.png', import.meta.url));
  const bitmap = await createImageBitmap(await response.blob());
  return tf.tidy(() => tf.expandDims<tf.Tensor4D>(tf.div(tf.browser.fromPixels(bitmap), 255), 0));
}

/** Where the demo's search settles on a backend, when it looks for the face. */
async function settled(backend: string): Promise<Box> {
  expect(await tf.setBackend(backend)).toBe(true);
  const image = await photo();
  const [, height, width] = image.shape;
  const target = crop(image, boxesFromPixels([[...FACE]], [height, width]), [64, 64], { antialias: true });
  const { path } = await search(image, target, startBox(FACE, height, width), () => {});
  tf.dispose([image, target]);
  return path[path.length - 1];
}

let onCpu: Box;
beforeAll(async () => {
  onCpu = await settled('cpu');
});

it('cpu finds the face in a page', () => {
  expect(isFound(onCpu, FACE)).toBe(true);
});

it.each(['webgl', 'webgpu'])('%s ends where cpu ends, to a tenth of a pixel', async (backend) => {
  expect(Math.max(...cornerDistances(await settled(backend), onCpu))).toBeLessThan(0.1);
});
