import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { CropModule, type KernelExport } from '../src/crop-module.js';
import type { Problem } from '../src/problem.js';
import type { HeapArray, TfjsHeap } from '../src/tfjs-heap.js';
import { createWasmBackend } from '../src/wasm-backend.js';
import { expectAgreement } from './agreement.js';
import { buildBackend } from './build-backend.js';
import { compileForTests } from './checked-module.js';
import { runKernels } from './run-kernels.js';
import { sampleCase } from './sample-case.js';

beforeAll(() => tf.setBackend('wasm'));

const hostChooses = compileForTests('hostChooses');

/** Kernels whose crops go a way only if the test lets them; the last way, tap by tap, is always open. */
class ForcedModule extends CropModule {
  /** The kernels that took a way which the test let them take. */
  readonly took = new Set<KernelExport>();
  private running: KernelExport | undefined;

  constructor(heap: TfjsHeap, mayTake: (way: number) => boolean) {
    const ask = (way: number): number => {
      if (!mayTake(way)) return 0;
      if (this.running) this.took.add(this.running);
      return 1;
    };
    super(heap, hostChooses, { choice: { ask } });
  }

  override run(name: KernelExport, tensors: readonly HeapArray[], problem: Problem): void {
    this.running = name;
    super.run(name, tensors, problem);
  }
}

function forced(mayTake: (way: number) => boolean) {
  let module: ForcedModule | undefined;
  const backend = createWasmBackend((heap) => {
    module = new ForcedModule(heap, mayTake);
    return module;
  });
  return { backend, took: () => [...(module?.took ?? [])].sort() };
}

const general = forced(() => false);

const AFFINE = ['affineSample', 'affineSampleGradImage', 'affineSampleGradTheta'];
const ANY = [...AFFINE, 'gridSample', 'gridSampleGradGrid', 'gridSampleGradImage'];

/** In the order and with the numbers of assembly/ways/ways.ts: the kernels that have the way, and cases that it accepts. */
const WAYS = [
  { way: 'box-cells', kernels: ['affineSampleGradTheta'], cases: { dimensions: 2, mode: 'bilinear', fillValue: 0 } },
  { way: 'blended-rows', kernels: AFFINE, cases: {} },
  { way: 'fours', kernels: ANY, cases: {} },
] as const;

test.each(WAYS.map((way, number) => ({ ...way, number })))(
  'where it is the only one, the way $way answers what the taps do',
  ({ way, number, kernels, cases }) => {
    const { backend, took } = forced((way) => way === number);
    fc.assert(
      fc.property(sampleCase(cases), (c) =>
        expectAgreement(
          runKernels(backend, c),
          runKernels(general.backend, c),
          c,
          way === 'fours' ? 'float32' : 'float64',
        ),
      ),
      { numRuns: 1000 },
    );
    expect(took()).toEqual(kernels);
  },
);

test.each(['simd', 'scalar'] as const)('the ways of the %s build, in their order, answer what the taps do', (build) => {
  const backend = buildBackend(build);
  fc.assert(
    fc.property(sampleCase(), (c) =>
      expectAgreement(
        runKernels(backend, c),
        runKernels(general.backend, c),
        c,
        build === 'simd' ? 'float32' : 'float64',
      ),
    ),
    { numRuns: 1000 },
  );
  expect(general.took()).toEqual([]);
});
