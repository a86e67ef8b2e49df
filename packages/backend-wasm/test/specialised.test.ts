import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import fc from 'fast-check';
import { beforeAll, test } from 'vitest';
import { createWasmBackend } from '../src/wasm-backend.js';
import { expectAgreement } from './agreement.js';
import { type Answers, runKernels } from './run-kernels.js';
import { type SampleCase, sampleCase } from './sample-case.js';

beforeAll(() => tf.setBackend('wasm'));

/** The same case as volumes of depth 1, which take the general loops. */
function asVolume(c: SampleCase): SampleCase {
  const { attrs, theta, grid } = c;
  const crops = attrs.imageIndex.length;
  const deepen = (shape: number[]): number[] => shape.toSpliced(attrs.dataFormat === 'NHWC' ? 1 : 2, 0, 1);
  const theta3 = Array.from({ length: crops }, (_, n) => {
    const [a, b, c, d, e, f] = theta.subarray(6 * n, 6 * n + 6);
    return [a, b, 0, c, d, e, 0, f, 0, 0, 1, 0];
  });
  const grid3 = Array.from({ length: grid.length / 2 }, (_, p) => [grid[2 * p], grid[2 * p + 1], 0]);
  return {
    ...c,
    attrs: { ...attrs, size: [1, ...attrs.size], imageShape: deepen(attrs.imageShape) },
    theta: Float32Array.from(theta3.flat()),
    thetaShape: [crops, 3, 4],
    grid: Float32Array.from(grid3.flat()),
    gridShape: [crops, 1, ...attrs.size, 3],
    cropsShape: deepen(c.cropsShape),
  };
}

/** Leaves out what only a volume has. */
function flatten(answers: Answers): Answers {
  const pairs = (values: Float32Array): Float32Array => values.filter((_, k) => k % 3 < 2);
  const rows = (values: Float32Array): Float32Array =>
    Float32Array.from({ length: values.length / 2 }, (_, k) => {
      const [n, entry] = [Math.floor(k / 6), k % 6];
      return values[12 * n + [0, 1, 3, 4, 5, 7][entry]];
    });
  return {
    ...answers,
    affineGrid: pairs(answers.affineGrid),
    gridSampleGradGrid: pairs(answers.gridSampleGradGrid),
    affineGridGradTheta: rows(answers.affineGridGradTheta),
    affineSampleGradTheta: rows(answers.affineSampleGradTheta),
  };
}

const SPECIALISED = { dimensions: 2, mode: 'bilinear' } as const;

test('the loops for bilinear images equal the general ones', () => {
  const backend = createWasmBackend();
  fc.assert(
    fc.property(sampleCase(SPECIALISED), (c) =>
      expectAgreement(runKernels(backend, c), flatten(runKernels(backend, asVolume(c))), c),
    ),
    { numRuns: 1000 },
  );
});

test('the scalar build and the SIMD build agree', () => {
  const [simd, scalar] = [createWasmBackend('simd'), createWasmBackend('scalar')];
  fc.assert(
    fc.property(sampleCase(), (c) => expectAgreement(runKernels(simd, c), runKernels(scalar, c), c)),
    { numRuns: 1000 },
  );
});
