import type { CropBackend } from '@cropgrad/core/backend';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { CropModule, type KernelExport } from '../src/crop-module.js';
import type { Problem } from '../src/problem.js';
import type { HeapArray, TfjsHeap } from '../src/tfjs-heap.js';
import { createWasmBackend } from '../src/wasm-backend.js';
import { compileForTests } from './checked-module.js';

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

/** A backend whose kernels take the ways that `mayTake` allows, and the kernels that took one of them. */
export function forced(mayTake: (way: number) => boolean): {
  backend: CropBackend<BackendWasm>;
  took: () => KernelExport[];
} {
  let module: ForcedModule | undefined;
  const backend = createWasmBackend((heap) => {
    module = new ForcedModule(heap, mayTake);
    return module;
  });
  return { backend, took: () => [...(module?.took ?? [])].sort() };
}
