import { testBackend } from '@cropgrad/conformance';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createWasmBackend } from '../src/wasm-backend.js';
import { buildBackend } from './build-backend.js';
import { CheckedModule, compileForTests } from './checked-module.js';
import { cornerCases } from './corner-cases.js';
import { differing } from './differing.js';
import { runKernels } from './run-kernels.js';
import { type SampleCase, sampleCase } from './sample-case.js';
import { SmallHeap } from './small-heap.js';

const FULL = Boolean(process.env.CROPGRAD_FULL);

await tf.setBackend('wasm');

for (const { build, checkedBuild } of [
  { build: 'simd', checkedBuild: 'checkedSimd' },
  { build: 'scalar', checkedBuild: 'checkedScalar' },
] as const) {
  const module = compileForTests(checkedBuild);
  const checked = createWasmBackend((heap) => new CheckedModule(heap, module));

  // Each access is a call, so the suite takes long: few cases, and the scalar build in `pnpm test:long` alone.
  if (FULL || build === 'simd') {
    testBackend(`backend-wasm, the ${build} build with every access checked`, {
      create: () => checked,
      runs: FULL ? 100 : 1,
    });
  }

  test(`with every access checked, the ${build} build answers the same`, () => {
    const plain = buildBackend(build);
    const heap = new SmallHeap();
    const answersTheSame = (c: SampleCase): void => {
      expect(differing(runKernels(checked, c, heap), runKernels(plain, c, heap))).toEqual([]);
    };
    cornerCases().forEach(answersTheSame);
    fc.assert(fc.property(sampleCase(), answersTheSame), { numRuns: FULL ? 2000 : 30 });
  });
}
