import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { forced } from '../forced-ways.js';
import { antialiasCase, longer } from './antialias-case.js';
import { expectFusedAgreement } from './close.js';
import { runFused } from './run-fused.js';

beforeAll(() => tf.setBackend('wasm'));

/** Its number in assembly/ways/ways.ts. */
const FILTERED_ROWS = 4;

test('boxes by rows and columns answer what lists of taps do', () => {
  const box = forced((way) => way === FILTERED_ROWS);
  const general = forced(() => false);
  fc.assert(
    fc.property(antialiasCase().map(longer), (c) => {
      expectFusedAgreement(runFused(box.backend, c), runFused(general.backend, c), c);
    }),
    { numRuns: 300 },
  );
  expect(box.took()).toEqual(['affineSample', 'affineSampleGradImage', 'affineSampleGradTheta']);
  expect(general.took()).toEqual([]);
});
