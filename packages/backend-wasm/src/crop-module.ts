import { bestBuild, compile } from './build.js';
import { type HeapNumbers, numbersOf, type Problem, problemBytes, writeProblem } from './problem.js';
import { type HeapArray, isHeld, mayAllocate, memoryOf, outOfMemory, type TfjsHeap } from './tfjs-heap.js';

/** The name of a kernel in assembly/index.ts. */
export type KernelExport =
  | 'affineGrid'
  | 'affineGridGradTheta'
  | 'gridSample'
  | 'gridSampleGradImage'
  | 'gridSampleGradGrid'
  | 'gridSampleJvp'
  | 'gridSampleJvpGradImage'
  | 'gridSampleJvpGradGrid'
  | 'affineSample'
  | 'affineSampleGradImage'
  | 'affineSampleGradTheta'
  | 'perspectiveGrid'
  | 'perspectiveGridGradTheta'
  | 'perspectiveSample'
  | 'perspectiveSampleGradImage'
  | 'perspectiveSampleGradTheta';

/** The kernels, instantiated on the heap of one tfjs backend. */
export class CropModule {
  private readonly heap: TfjsHeap;
  private readonly instance: WebAssembly.Instance;
  private numbers: HeapNumbers;
  /** What the running kernel took from the heap, and what is left of the last block; nothing between calls. */
  private readonly blocks: number[] = [];
  private next = 0;
  private end = 0;

  /**
   * Instantiates `build`, with the `imports` that it needs besides ours; by default the build that is fastest here. Throws
   * `UNSUPPORTED` when the heap is not where tfjs 4.22 has it.
   */
  constructor(heap: TfjsHeap, build?: WebAssembly.Module, imports?: WebAssembly.Imports) {
    const memory = memoryOf(heap);
    this.heap = heap;
    this.numbers = numbersOf(heap.HEAPU8.buffer);
    this.instance = new WebAssembly.Instance(build ?? compile(bestBuild(memory)), {
      env: { memory },
      scratch: { take: (length: number, size: number) => this.take(length * size) },
      ...imports,
    });
  }

  /** Runs a kernel on tensors in the heap: first its output, then its inputs. Throws `OUT_OF_MEMORY`. */
  run(name: KernelExport, tensors: readonly HeapArray[], problem: Problem): void {
    const lost = tensors.find((tensor) => !isHeld(this.heap, tensor));
    if (lost) throw outOfMemory(lost.bytes);
    try {
      const at = this.take(problemBytes(problem));
      // Taking memory may have grown the heap, which replaces its buffer: look it up again.
      this.numbers = numbersOf(this.heap.HEAPU8.buffer, this.numbers);
      writeProblem(this.numbers, at, problem);
      const kernel = this.instance.exports[name] as (...addresses: number[]) => void;
      kernel(...tensors.map((tensor) => tensor.at), at);
    } finally {
      for (const at of this.blocks) this.heap._free(at);
      this.blocks.length = 0;
      this.next = 0;
      this.end = 0;
    }
  }

  /**
   * Takes memory until the kernel returns, at a multiple of 8. The kernels call this too: an error thrown here unwinds
   * them. Small pieces share a block, because a small crop would spend most of its time in malloc.
   */
  protected take(bytes: number): number {
    const size = Math.ceil(bytes / 8) * 8;
    if (size > this.end - this.next) {
      const block = Math.max(size, BLOCK);
      const at = mayAllocate(this.heap, block) ? this.heap._malloc(block) >>> 0 : 0;
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
