import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildBackend } from './build-backend.js';
import { differing } from './differing.js';
import { runKernels } from './run-kernels.js';
import { sampleCase } from './sample-case.js';
import { SmallHeap } from './small-heap.js';

test('what lay in the memory that a kernel takes changes no bit of its answers', () => {
  const backend = buildBackend('simd');
  fc.assert(
    fc.property(sampleCase({ mode: 'bilinear', paddingMode: 'reflection', dimensions: 2 }), (c) => {
      const [a, b] = [0xff, 0x3f].map((garbage) => runKernels(backend, c, new SmallHeap(undefined, garbage)));
      expect(differing(a, b)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
