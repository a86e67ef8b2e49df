import { CropError, type CropErrorCode, type CropErrorParts } from '@cropgrad/core';
import { describeValue } from '@cropgrad/core/backend';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { engine, findBackend, type KernelBackend, Tensor, util } from '@tensorflow/tfjs-core';
import { isHeld, outOfMemory, type TfjsHeap } from './tfjs-heap.js';

/** What a tensor can be read into, by its dtype: float32, int32 and bool. */
export type ReadableArray = Float32Array | Int32Array | Uint8Array;

/** The kind of array that a dtype is read into, as its name in messages. */
const ARRAY_OF: Readonly<Record<string, string>> = { float32: 'Float32Array', int32: 'Int32Array', bool: 'Uint8Array' };

/**
 * Copies a tensor of tfjs's `wasm` backend, synchronously, into an array that you already have. `tensor.dataSync()` copies it
 * into a new array, and the system has to find and clear memory for that. For results of a megabyte and more this takes several
 * times as long as the copy. So use `readInto` for large results that are read many times, such as frames of a video.
 *
 * The array has one entry per number of the tensor. It is a Float32Array for float32, an Int32Array for int32 and a
 * Uint8Array for bool. Throws `INVALID_INPUT` if the tensor is not a live tensor of this backend, `INVALID_DTYPE` for an array
 * of another kind and `INVALID_SHAPE` for an array of another length.
 */
export function readInto(tensor: Tensor, array: ReadableArray): void {
  const backend = backendOf(tensor);
  const { dataId, dtype, size } = tensor;
  const kind = ARRAY_OF[dtype];
  if (kind === undefined) {
    throw refused('INVALID_DTYPE', 'tensor', {
      got: `dtype ${dtype}`,
      expected: Object.keys(ARRAY_OF).join(', '),
      next: 'Read it with tensor.dataSync()',
    });
  }
  if (Object.prototype.toString.call(array) !== `[object ${kind}]`) {
    throw refused('INVALID_DTYPE', 'array', {
      got: describeValue(array),
      expected: `a ${kind}, as the tensor is ${dtype}`,
      next: `Make it once, with new ${kind}(tensor.size)`,
    });
  }
  if (array.length !== size) {
    throw refused('INVALID_SHAPE', 'array', {
      got: `${array.length} entries`,
      expected: `${size}, one for each number of a tensor of shape [${tensor.shape}]`,
      next: 'Make it tensor.size entries long, or pass the part to write: array.subarray(from, to)',
    });
  }
  if (size === 0) return;
  const heap = backend.wasm as unknown as TfjsHeap;
  const at = backend.getMemoryOffset(dataId);
  const bytes = size * util.bytesPerElement(dtype);
  if (!isHeld(heap, { at, bytes })) throw outOfMemory(bytes);
  array.set(viewOf(array, heap.HEAPU8.buffer, at, size));
}

/** The backend that holds a tensor; refuses what is no live tensor of tfjs's `wasm` backend. */
function backendOf(tensor: unknown): BackendWasm {
  const expected = "a live tensor of tfjs's wasm backend";
  if (!(tensor instanceof Tensor)) {
    throw refused('INVALID_INPUT', 'tensor', {
      got: describeValue(tensor),
      expected,
      next: 'Pass the tensor first, then the array',
    });
  }
  const held: { backend: KernelBackend } | undefined = engine().state.tensorInfo.get(tensor.dataId);
  if (tensor.isDisposed || !held) {
    throw refused('INVALID_INPUT', 'tensor', {
      got: 'a disposed tensor',
      expected,
      next: 'Read it before it is disposed; keep it with tf.keep if a tidy made it',
    });
  }
  const backend = findBackend('wasm');
  if (held.backend === backend) return backend as BackendWasm;
  throw refused('INVALID_INPUT', 'tensor', {
    got: 'a tensor of another tfjs backend',
    expected,
    next: "Read it with tensor.dataSync(), or make it after await tf.setBackend('wasm')",
  });
}

function viewOf(array: ReadableArray, buffer: ArrayBufferLike, at: number, size: number): ReadableArray {
  if (array instanceof Float32Array) return new Float32Array(buffer, at, size);
  return array instanceof Int32Array ? new Int32Array(buffer, at, size) : new Uint8Array(buffer, at, size);
}

function refused(code: CropErrorCode, name: string, parts: Omit<CropErrorParts, 'what'>): CropError {
  return new CropError(code, { what: `readInto: ${name}`, ...parts });
}
