import { CropError } from '@cropgrad/core';

/** Emscripten's module inside a tfjs backend. Where its memory is depends on how tfjs was built. */
export interface TfjsHeap {
  readonly HEAPU8: Uint8Array;
  readonly wasmMemory?: WebAssembly.Memory;
  readonly asm?: { memory: WebAssembly.Memory };
  _malloc(bytes: number): number;
  _free(address: number): void;
}

/** Where a tensor lies in the heap. */
export interface HeapArray {
  at: number;
  bytes: number;
}

/** The memory of a tfjs backend. Throws `UNSUPPORTED` when it is not where tfjs 4.22 has it. */
export function memoryOf({ wasmMemory, asm }: TfjsHeap): WebAssembly.Memory {
  const memory = wasmMemory ?? asm?.memory;
  if (memory) return memory;
  throw new CropError('UNSUPPORTED', {
    what: "the memory of tfjs's wasm backend",
    got: 'no memory where tfjs 4.22 has it',
    expected: 'wasm.wasmMemory or wasm.asm.memory',
    next: 'Use @tensorflow/tfjs-backend-wasm 4.22.0',
  });
}

/** How large the heap may grow: a little less than the 4 GB that 32 bits can address. */
const HEAP_LIMIT = 2 ** 32 - 2 ** 20;

/** The most that may be asked for at once: tfjs's malloc takes 2 GB and more for a negative number. */
const BLOCK_LIMIT = 2 ** 31 - 2 ** 16;

/**
 * Whether tfjs's malloc may be asked for so many bytes. If they would take the heap beyond 4 GB, malloc does not give 0 the
 * first time. It gives an address behind the heap, and writes go into other tensors. So it must never be asked for them.
 */
export function mayAllocate(heap: TfjsHeap, bytes: number): boolean {
  return bytes <= BLOCK_LIMIT && heap.HEAPU8.length + bytes <= HEAP_LIMIT;
}

/** Whether a tensor is in the heap as a whole: tfjs does not notice when its malloc could not give what it asked for. */
export function isHeld(heap: TfjsHeap, { at, bytes }: HeapArray): boolean {
  return bytes <= BLOCK_LIMIT && at !== 0 && at + bytes <= heap.HEAPU8.length;
}

/** The error for a heap that cannot give so many bytes. */
export function outOfMemory(bytes: number): CropError {
  return new CropError('OUT_OF_MEMORY', {
    what: "the heap of tfjs's wasm backend",
    got: `no room for ${bytes} more bytes`,
    expected: 'a heap of less than 4 GB, and a tensor of less than 2 GB',
    next: 'Dispose tensors as soon as you can, as the heap never shrinks, or make fewer or smaller crops at a time',
  });
}
