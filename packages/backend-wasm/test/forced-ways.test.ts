import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { expectAgreement } from './agreement.js';
import { buildBackend } from './build-backend.js';
import { forced } from './forced-ways.js';
import { runKernels } from './run-kernels.js';
import { sampleCase } from './sample-case.js';

beforeAll(() => tf.setBackend('wasm'));

const general = forced(() => false);

const AFFINE = ['affineSample', 'affineSampleGradImage', 'affineSampleGradTheta'];
const ANY = [...AFFINE, 'gridSample', 'gridSampleGradGrid', 'gridSampleGradImage'];

/** In the order and with the numbers of assembly/ways/ways.ts: the kernels that have the way, and cases that it accepts. */
const WAYS = [
  { way: 'box-cells', kernels: ['affineSampleGradTheta'], cases: { dimensions: 2, mode: 'bilinear', fillValue: 0 } },
  { way: 'blended-rows', kernels: AFFINE, cases: {} },
  { way: 'fours', kernels: ANY, cases: {} },
] as const;

test.each(WAYS.map((way, number) => ({ ...way, number })))(
  'where it is the only one, the way $way answers what the taps do',
  ({ way, number, kernels, cases }) => {
    const { backend, took } = forced((way) => way === number);
    fc.assert(
      fc.property(sampleCase(cases), (c) =>
        expectAgreement(
          runKernels(backend, c),
          runKernels(general.backend, c),
          c,
          way === 'fours' ? 'float32' : 'float64',
        ),
      ),
      { numRuns: 1000 },
    );
    expect(took()).toEqual(kernels);
  },
);

test.each(['simd', 'scalar'] as const)('the ways of the %s build, in their order, answer what the taps do', (build) => {
  const backend = buildBackend(build);
  fc.assert(
    fc.property(sampleCase(), (c) =>
      expectAgreement(
        runKernels(backend, c),
        runKernels(general.backend, c),
        c,
        build === 'simd' ? 'float32' : 'float64',
      ),
    ),
    { numRuns: 1000 },
  );
  expect(general.took()).toEqual([]);
});
