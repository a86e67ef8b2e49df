import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { createWasmBackend } from '../../src/wasm-backend.js';
import { buildBackend } from '../build-backend.js';
import { CheckedModule, compileForTests } from '../checked-module.js';
import { SmallHeap } from '../small-heap.js';
import { antialiasCase, longer } from './antialias-case.js';
import { perspectiveCase } from './perspective-case.js';
import { runFused } from './run-fused.js';

const FULL = Boolean(process.env.CROPGRAD_FULL);

beforeAll(() => tf.setBackend('wasm'));

// Each access is a call: few cases, and the scalar build in `pnpm test:long` alone.
test.each([
  { build: 'simd', checkedBuild: 'checkedSimd' } as const,
  ...(FULL ? [{ build: 'scalar', checkedBuild: 'checkedScalar' } as const] : []),
])('with every access checked, the $build build answers the same', ({ build, checkedBuild }) => {
  const module = compileForTests(checkedBuild);
  const checked = createWasmBackend((heap) => new CheckedModule(heap, module));
  const plain = buildBackend(build);
  const heap = new SmallHeap();
  fc.assert(
    fc.property(fc.oneof(antialiasCase(), antialiasCase().map(longer), perspectiveCase()), (c) => {
      expect(runFused(checked, c, heap)).toEqual(runFused(plain, c, heap));
    }),
    { numRuns: FULL ? 300 : 12 },
  );
});
