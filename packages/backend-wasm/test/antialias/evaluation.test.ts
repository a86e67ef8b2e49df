import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import fc from 'fast-check';
import { beforeAll, test } from 'vitest';
import { buildBackend } from '../build-backend.js';
import { type AntialiasCase, antialiasCase } from './antialias-case.js';
import { expectClose, largest, ROUNDING, U } from './close.js';
import { differencesByTheta, evaluate, evaluateGradImage } from './evaluate.js';
import { perspectiveCase } from './perspective-case.js';
import { runFused } from './run-fused.js';

beforeAll(() => tf.setBackend('wasm'));

const FULL = Boolean(process.env.CROPGRAD_FULL);

const callOf = (c: AntialiasCase) => ({ attrs: c.attrs, image: c.image, theta: c.theta, crops: c.thetaShape[0] });

const CASES = [
  { points: 'affine', cases: antialiasCase() },
  { points: 'perspective', cases: perspectiveCase() },
] as const;

// The scalar build is held against the cpu kernels.
test.each(CASES)('$points thetas are sampled as the rule says in float64', ({ cases }) => {
  const backend = buildBackend('simd');
  fc.assert(
    fc.property(cases, (c) => {
      const { crops, dimage } = runFused(backend, c);
      const pixel = Math.max(largest(c.image), Math.abs(c.attrs.fillValue));
      const rounding = ROUNDING[c.attrs.mode] * U;
      expectClose(crops, evaluate(callOf(c)), rounding * pixel, 'crops');
      const outputs = c.attrs.size.reduce((product, n) => product * n) * c.thetaShape[0];
      const expected = evaluateGradImage(callOf(c), c.dy);
      expectClose(dimage, expected, (rounding + outputs * U) * largest(c.dy) * outputs, 'dimage');
    }),
    { numRuns: FULL ? 1000 : 50 },
  );
});

test.each(CASES)('the gradient of $points thetas is that of differences', ({ cases }) => {
  const backend = buildBackend('simd');
  fc.assert(
    fc.property(cases, (c) => {
      const { dtheta } = runFused(backend, c);
      const expected = differencesByTheta(callOf(c), c.dy);
      expectClose(dtheta, expected, 1e-5 * Math.max(1, largest(expected)), 'dtheta');
    }),
    { numRuns: FULL ? 200 : 8 },
  );
});
