import { CropModule, type KernelExport } from '../src/crop-module.js';
import type { Problem } from '../src/problem.js';
import type { HeapArray, TfjsHeap } from '../src/tfjs-heap.js';
import { AllowedRanges } from './allowed-ranges.js';
import { wasmBinaries } from './wasm-binaries.js';

/** Between two pieces of scratch memory, in bytes, so that running over one does not end in the next. */
const GAP = 4096;

/** One of the builds that only tests run. */
export function bytesForTests(build: keyof typeof wasmBinaries): Buffer<ArrayBuffer> {
  return Buffer.from(wasmBinaries[build], 'base64');
}

/** The same, compiled. */
export function compileForTests(build: keyof typeof wasmBinaries): WebAssembly.Module {
  return new WebAssembly.Module(bytesForTests(build));
}

/**
 * The kernels in a build that lets them touch nothing but what is theirs, at both ends: their output; their inputs, the
 * problem included, which they may only read; and each piece of scratch memory. Anything else throws a RangeError. So does
 * taking scratch memory after the output is written to.
 */
export class CheckedModule extends CropModule {
  private readonly allowed: AllowedRanges;

  constructor(heap: TfjsHeap, build: WebAssembly.Module) {
    const allowed = new AllowedRanges(() => heap.HEAPU8);
    super(heap, build, { checked: allowed.imports });
    this.allowed = allowed;
  }

  override run(name: KernelExport, tensors: readonly HeapArray[], problem: Problem): void {
    this.allowed.ranges = tensors.map(({ at, bytes }, k) => ({
      name: k === 0 ? `the output of ${name}` : `input ${k} of ${name}`,
      from: at,
      to: at + bytes,
      writable: k === 0,
    }));
    this.allowed.outputIsWritten = false;
    super.run(name, tensors, problem);
  }

  protected override take(bytes: number): number {
    if (this.allowed.outputIsWritten)
      throw new RangeError(`A kernel takes ${bytes} bytes after its output is written to`);
    const at = super.take(bytes + 2 * GAP) + GAP;
    const { ranges } = this.allowed;
    // The first piece is the problem, which the host writes.
    const isProblem = !ranges.some(({ name }) => name === 'the problem');
    const name = isProblem ? 'the problem' : `scratch of ${bytes} bytes`;
    ranges.push({ name, from: at, to: at + bytes, writable: !isProblem });
    return at;
  }
}
