import * as cpu from '@cropgrad/backend-cpu/kernels';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import fc from 'fast-check';
import { beforeAll, test } from 'vitest';
import { buildBackend } from '../build-backend.js';
import { antialiasCase } from './antialias-case.js';
import { expectFusedAgreement } from './close.js';
import { perspectiveCase } from './perspective-case.js';
import { runFused } from './run-fused.js';

beforeAll(() => tf.setBackend('wasm'));

test.each(['simd', 'scalar'] as const)('the %s build answers what the cpu kernels do, for every option', (build) => {
  const backend = buildBackend(build);
  fc.assert(
    fc.property(fc.oneof(antialiasCase(), perspectiveCase()), (c) => {
      const { image, theta, thetaShape, dy, cropsShape, attrs } = c;
      const { imageShape } = attrs;
      const isSquare = thetaShape[1] === thetaShape[2];
      const expected = {
        crops: (isSquare ? cpu.perspectiveSample : cpu.affineSample)(image, imageShape, theta, attrs),
        dimage: (isSquare ? cpu.perspectiveSampleGradImage : cpu.affineSampleGradImage)(dy, cropsShape, theta, attrs),
        dtheta: isSquare
          ? cpu.perspectiveSampleGradTheta(dy, cropsShape, image, imageShape, theta, attrs)
          : cpu.affineSampleGradTheta(dy, cropsShape, image, imageShape, theta, attrs),
      };
      expectFusedAgreement(runFused(backend, c), expected, c);
    }),
    { numRuns: 300 },
  );
});
