import { CropError } from '@cropgrad/core';
import { type Problem, problemBytes, writeProblem } from './problem.js';
import { wasmBinaries } from './wasm-binaries.js';

/** The name of a kernel in assembly/index.ts. */
export type KernelExport =
  | 'affineGrid'
  | 'affineGridGradTheta'
  | 'gridSample'
  | 'gridSampleGradImage'
  | 'gridSampleGradGrid'
  | 'affineSample'
  | 'affineSampleGradImage'
  | 'affineSampleGradTheta';

/** Which of the binaries to run: `scalar` is for processors and browsers without SIMD. */
export type Build = 'simd' | 'scalar' | 'sharedSimd';

/** Emscripten's module inside a tfjs backend. Where its memory is depends on how tfjs was built. */
export interface TfjsHeap {
  readonly HEAPU8: Uint8Array;
  readonly wasmMemory?: WebAssembly.Memory;
  readonly asm?: { memory: WebAssembly.Memory };
  _malloc(bytes: number): number;
  _free(address: number): void;
}

/** The kernels, instantiated on the heap of one tfjs backend. */
export class CropModule {
  private readonly wasm: TfjsHeap;
  private readonly instance: WebAssembly.Instance;
  /** What the running kernel took from the heap, and what is left of the last block; nothing between calls. */
  private readonly blocks: number[] = [];
  private next = 0;
  private end = 0;

  /** Throws `UNSUPPORTED` when the heap is not where tfjs 4.22 has it. */
  constructor(wasm: TfjsHeap, build?: Build) {
    const memory = wasm.wasmMemory ?? wasm.asm?.memory;
    if (!memory) {
      throw new CropError('UNSUPPORTED', {
        what: "the memory of tfjs's wasm backend",
        got: 'none where it was in tfjs 4.22',
        expected: 'wasm.wasmMemory or wasm.asm.memory',
        next: 'Use @tensorflow/tfjs-backend-wasm 4.22.0',
      });
    }
    this.wasm = wasm;
    this.instance = new WebAssembly.Instance(compile(build ?? bestBuild(memory)), {
      env: { memory },
      scratch: { take: (bytes: number) => this.take(bytes) },
    });
  }

  /** Runs a kernel on addresses in the heap: first its output, then its inputs. Throws `OUT_OF_MEMORY`. */
  run(name: KernelExport, addresses: readonly number[], problem: Problem): void {
    try {
      const at = this.take(problemBytes(problem));
      // Taking memory may have grown the heap, which replaces its buffer: look it up again.
      writeProblem(this.wasm.HEAPU8.buffer, at, problem);
      const kernel = this.instance.exports[name] as (...addresses: number[]) => void;
      kernel(...addresses, at);
    } finally {
      for (const at of this.blocks) this.wasm._free(at);
      this.blocks.length = 0;
      this.next = 0;
      this.end = 0;
    }
  }

  /**
   * Takes memory until the kernel returns, at a multiple of 8. The kernels call this too: an error thrown here unwinds
   * them. Small pieces share a block, because a small crop would spend most of its time in malloc.
   */
  private take(bytes: number): number {
    const size = Math.ceil((bytes >>> 0) / 8) * 8;
    if (size > this.end - this.next) {
      const block = Math.max(size, BLOCK);
      const at = mayAllocate(this.wasm, block) ? this.wasm._malloc(block) >>> 0 : 0;
      if (at === 0) throw outOfMemory(block);
      this.blocks.push(at);
      this.next = at;
      this.end = at + block;
    }
    const at = this.next;
    this.next += size;
    return at;
  }
}

/** The least that is taken from the heap at once, in bytes. */
const BLOCK = 16_384;

/** How far the heap may be let grow: a little less than the 4 GB that 32 bits can address. */
const HEAP_LIMIT = 2 ** 32 - 2 ** 20;

/** The most that may be asked for at once: tfjs's malloc takes 2 GB and more for a negative number. */
const BLOCK_LIMIT = 2 ** 31 - 2 ** 16;

/**
 * Whether tfjs's malloc may be asked for so many bytes. Where they would take the heap beyond 4 GB it does not answer 0
 * the first time, but an address behind the heap, and writes into other tensors; so it must not come to that.
 */
export function mayAllocate(heap: TfjsHeap, bytes: number): boolean {
  return bytes <= BLOCK_LIMIT && heap.HEAPU8.length + bytes <= HEAP_LIMIT;
}

/** The error for a heap that cannot give so many bytes. */
export function outOfMemory(bytes: number): CropError {
  return new CropError('OUT_OF_MEMORY', {
    what: "the heap of tfjs's wasm backend",
    got: `no room for ${bytes} more bytes`,
    expected: 'a heap of less than 4 GB, which never shrinks, and less than 2 GB for one tensor',
    next: 'Dispose tensors that are no longer needed, or make fewer or smaller crops at a time',
  });
}

const compiled = new Map<Build, WebAssembly.Module>();

function compile(build: Build): WebAssembly.Module {
  const module = compiled.get(build) ?? new WebAssembly.Module(decode(build));
  compiled.set(build, module);
  return module;
}

function decode(build: Build): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(wasmBinaries[build]), (character) => character.charCodeAt(0));
}

function bestBuild(memory: WebAssembly.Memory): Build {
  const shared = typeof SharedArrayBuffer !== 'undefined' && memory.buffer instanceof SharedArrayBuffer;
  if (shared) return 'sharedSimd';
  return compiled.has('simd') || WebAssembly.validate(decode('simd')) ? 'simd' : 'scalar';
}
