import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Build } from '../src/build.js';
import { buildBackend } from './build-backend.js';
import { cornerCases } from './corner-cases.js';
import { differing } from './differing.js';
import { type Role, runKernels } from './run-kernels.js';
import { type SampleCase, sampleCase } from './sample-case.js';
import { SmallHeap } from './small-heap.js';

const ROLES: Role[] = ['image', 'theta', 'grid', 'dy', 'output'];

test.each<Build>(['simd', 'scalar'])('the %s build stays inside a tensor that ends where memory ends', (build) => {
  const backend = buildBackend(build);
  const anywhere = new SmallHeap();
  const atTheEnd = ROLES.map((role) => ({ role, heap: new SmallHeap(role) }));
  const staysInside = (c: SampleCase): void => {
    const answers = runKernels(backend, c, anywhere);
    for (const { role, heap } of atTheEnd) {
      expect({ role, differing: differing(runKernels(backend, c, heap), answers) }).toEqual({ role, differing: [] });
    }
  };
  cornerCases().forEach(staysInside);
  fc.assert(fc.property(sampleCase(), staysInside), { numRuns: 500 });
});
