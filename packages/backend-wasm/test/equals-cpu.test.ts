import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import fc from 'fast-check';
import { beforeAll, test } from 'vitest';
import type { Build } from '../src/build.js';
import { expectAgreement } from './agreement.js';
import { buildBackend } from './build-backend.js';
import { cpuAnswers } from './cpu-answers.js';
import { runKernels } from './run-kernels.js';
import { sampleCase } from './sample-case.js';

beforeAll(() => tf.setBackend('wasm'));

test.each<Build>(['simd', 'scalar'])('the %s build answers what the cpu kernels do, for every option', (build) => {
  const backend = buildBackend(build);
  fc.assert(
    fc.property(sampleCase(), (c) =>
      expectAgreement(runKernels(backend, c), cpuAnswers(c), c, build === 'simd' ? 'float32' : 'float64'),
    ),
    { numRuns: 1000 },
  );
});
