import * as cpu from '@cropgrad/backend-cpu/kernels';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import fc from 'fast-check';
import { beforeAll, test } from 'vitest';
import { type Build, compile } from '../src/build.js';
import { CropModule } from '../src/crop-module.js';
import { createWasmBackend } from '../src/wasm-backend.js';
import { expectAgreement } from './agreement.js';
import { type Answers, runKernels } from './run-kernels.js';
import { type SampleCase, sampleCase } from './sample-case.js';

beforeAll(() => tf.setBackend('wasm'));

function expected({ attrs, image, theta, thetaShape, grid, gridShape, dy, cropsShape }: SampleCase): Answers {
  const { imageShape, size, alignCorners } = attrs;
  return {
    affineGrid: cpu.affineGrid(theta, thetaShape[0], size, alignCorners),
    affineGridGradTheta: cpu.affineGridGradTheta(grid, gridShape, alignCorners),
    gridSample: cpu.gridSample(image, imageShape, grid, gridShape, attrs),
    gridSampleGradImage: cpu.gridSampleGradImage(dy, cropsShape, grid, gridShape, attrs),
    gridSampleGradGrid: cpu.gridSampleGradGrid(dy, cropsShape, image, imageShape, grid, gridShape, attrs),
    affineSample: cpu.affineSample(image, imageShape, theta, attrs),
    affineSampleGradImage: cpu.affineSampleGradImage(dy, cropsShape, theta, attrs),
    affineSampleGradTheta: cpu.affineSampleGradTheta(dy, cropsShape, image, imageShape, theta, attrs),
  };
}

test.each<Build>(['simd', 'scalar'])(
  'the %s build answers what the cpu kernels do, for every option',
  (build) => {
    const backend = createWasmBackend((heap) => new CropModule(heap, compile(build)));
    fc.assert(
      fc.property(sampleCase(), (c) => expectAgreement(runKernels(backend, c), expected(c), c)),
      { numRuns: 1000 },
    );
  },
  60_000,
);
