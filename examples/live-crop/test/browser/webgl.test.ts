import { crop } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { beforeAll, expect, test } from 'vitest';
import { drawOnWebGL } from '../../src/draw-on-webgl.js';
import { startWebGL } from '../../src/start-backend.js';
import { expectToFollowTheFace } from './follow-the-face.js';

const canvas = document.createElement('canvas');
canvas.width = 16;
canvas.height = 12;

beforeAll(() => startWebGL(canvas));

test('on webgl the box follows the face, and frames, crops and gradients stay on the GPU', async () => {
  await expectToFollowTheFace(drawOnWebGL());
  expect((tf.backend() as MathBackendWebGL).gpgpu.gl.getError()).toBe(0);
});

test("a crop is drawn on the canvas of tfjs's context as it is, and tfjs computes on as before", async () => {
  const colours = Array.from({ length: 3 * 4 }, (_, k) => [20 * k, 255 - 20 * k, 7 * k, 255]).flat();
  const view = crop(tf.tensor4d(colours, [1, 3, 4, 4]), [[-1, -1, 1, 1]], [3, 4]);
  drawOnWebGL()(view);
  // Before the browser shows it: the drawing is gone then.
  const shown = shownOn(canvas);
  // Each pixel of the crop is four by four of the canvas.
  const enlarged = Array.from({ length: 12 * 16 }, (_, at) => {
    const pixel = 4 * (4 * Math.floor(at / 16 / 4) + Math.floor((at % 16) / 4));
    return colours.slice(pixel, pixel + 4);
  }).flat();
  expect(shown).toEqual(enlarged);
  expect([...(await tf.sum(view).data())]).toEqual([colours.reduce((sum, value) => sum + value)]);
});

function shownOn(drawn: HTMLCanvasElement): number[] {
  const context = new OffscreenCanvas(drawn.width, drawn.height).getContext('2d');
  if (!context) throw new Error('There is no canvas to draw on');
  context.drawImage(drawn, 0, 0);
  return [...context.getImageData(0, 0, drawn.width, drawn.height).data];
}
