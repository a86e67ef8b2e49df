import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { forced } from '../forced-ways.js';
import { antialiasCase, longer } from './antialias-case.js';
import { expectClose, largest, ROUNDING, U } from './close.js';
import { runFused } from './run-fused.js';

beforeAll(() => tf.setBackend('wasm'));

/** Its number in assembly/ways/ways.ts. */
const FILTERED_ROWS = 4;

test('boxes by rows and columns answer what lists of taps do', () => {
  const box = forced((way) => way === FILTERED_ROWS);
  const general = forced(() => false);
  fc.assert(
    fc.property(antialiasCase().map(longer), (c) => {
      const [actual, expected] = [runFused(box.backend, c), runFused(general.backend, c)];
      const pixel = Math.max(largest(c.image), Math.abs(c.attrs.fillValue));
      const rounding = ROUNDING[c.attrs.mode] * U;
      const points = c.attrs.size.reduce((product, n) => product * n);
      const outputs = points * c.thetaShape[0];
      const spatial = c.attrs.dataFormat === 'NHWC' ? c.attrs.imageShape.slice(1, -1) : c.attrs.imageShape.slice(2);
      const channels = c.dy.length / outputs;
      expectClose(actual.crops, expected.crops, 2 * rounding * pixel, 'crops');
      expectClose(actual.dimage, expected.dimage, (rounding + outputs * U) * largest(c.dy) * outputs, 'dimage');
      // The slopes of a filter add up to at most 3.5 per pixel, and a unit of theta is half the image.
      const slope = (pixel * Math.max(...spatial) * channels * largest(c.dy)) / 2;
      expectClose(actual.dtheta, expected.dtheta, (2 * rounding + (points + 8) * U) * 3.5 * slope * points, 'dtheta');
    }),
    { numRuns: 300 },
  );
  expect(box.took()).toEqual(['affineSample', 'affineSampleGradImage', 'affineSampleGradTheta']);
  expect(general.took()).toEqual([]);
});
