import { checks, testBackend } from '@cropgrad/conformance';
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

/** Without it, one check of so many runs, spread over the whole suite: each access is a call, which takes long. */
const ONE_OF = 3;

await tf.setBackend('wasm');

for (const { build, checkedBuild } of [
  { build: 'simd', checkedBuild: 'checkedSimd' },
  { build: 'scalar', checkedBuild: 'checkedScalar' },
] as const) {
  const module = compileForTests(checkedBuild);
  const checked = createWasmBackend((heap) => new CheckedModule(heap, module));

  // The scalar build has its turn in `pnpm test:long` alone.
  if (FULL || build === 'simd') {
    const some = checks.filter((check) => check.applies(checked)).filter((_, i) => i % ONE_OF === 0);
    testBackend(`backend-wasm, the ${build} build with every access checked`, {
      create: () => checked,
      runs: FULL ? 100 : 1,
      ...(!FULL && { checks: some.map(({ id }) => id) }),
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
