import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import fc from 'fast-check';
import { beforeAll, test } from 'vitest';
import type { Build } from '../src/build.js';
import { CropModule } from '../src/crop-module.js';
import { createWasmBackend } from '../src/wasm-backend.js';
import { expectAgreement } from './agreement.js';
import { buildBackend } from './build-backend.js';
import { compileForTests } from './checked-module.js';
import { runKernels } from './run-kernels.js';
import { sampleCase } from './sample-case.js';

beforeAll(() => tf.setBackend('wasm'));

// It takes gatherRow, scatterRow and slopeRow for every point, tap by tap.
const generalModule = compileForTests('general');

test.each<Build>(['simd', 'scalar'])('the specialised loops of the %s build equal the general ones', (build) => {
  const specialised = buildBackend(build);
  const general = createWasmBackend((heap) => new CropModule(heap, generalModule));
  // Most loops are for bilinear images.
  for (const options of [{}, { dimensions: 2, mode: 'bilinear', fillValue: 0 }] as const) {
    fc.assert(
      fc.property(sampleCase(options), (c) =>
        expectAgreement(
          runKernels(specialised, c),
          runKernels(general, c),
          c,
          build === 'simd' ? 'float32' : 'float64',
        ),
      ),
      { numRuns: 1000 },
    );
  }
});
