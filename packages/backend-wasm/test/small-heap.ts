import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { type DataId, type TensorInfo, type TypedArray, util } from '@tensorflow/tfjs-core';
import type { TfjsHeap } from '../src/tfjs-heap.js';
import type { Role, TensorHeap } from './run-kernels.js';

const PAGES = 256;
const PAGE_BYTES = 65_536;

/** The first block: an address of 0 is tfjs's word for no room. */
const START = 1024;

/**
 * A heap of 16 MB that cannot grow, with the tensor of one role on its last bytes: whoever reads behind it is trapped.
 * What is taken is full of NaN, or of other bytes, for whoever reads what was never written.
 */
export class SmallHeap implements TensorHeap {
  readonly backend: BackendWasm;
  private readonly last: Role | undefined;
  private readonly memory = new WebAssembly.Memory({ initial: PAGES, maximum: PAGES });
  private readonly tensors = new WeakMap<DataId, { at: number; length: number; dtype: TensorInfo['dtype'] }>();
  private readonly garbage: number;
  private next = START;

  constructor(last?: Role, garbage = 0xff) {
    this.last = last;
    this.garbage = garbage;
    const wasm: TfjsHeap = {
      HEAPU8: new Uint8Array(this.memory.buffer),
      wasmMemory: this.memory,
      _malloc: (bytes) => this.take(bytes),
      _free: () => {},
    };
    const { tensors, memory } = this;
    // What the kernels ask of tfjs's backend.
    this.backend = {
      wasm,
      makeOutput: (shape: number[], dtype: TensorInfo['dtype']) => this.place('output', shape, dtype),
      getMemoryOffset: (dataId: DataId) => tensors.get(dataId)?.at,
      readSync(dataId: DataId) {
        const { at = 0, length = 0, dtype } = tensors.get(dataId) ?? {};
        const Values = dtype === 'bool' ? Uint8Array : dtype === 'int32' ? Int32Array : Float32Array;
        return new Values(memory.buffer, at, length).slice();
      },
      disposeData: () => true,
    } as unknown as BackendWasm;
  }

  make(role: Role, values: TypedArray, shape: number[], dtype: TensorInfo['dtype']): TensorInfo {
    const info = this.place(role, shape, dtype);
    const { at = 0 } = this.tensors.get(info.dataId) ?? {};
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    new Uint8Array(this.memory.buffer).set(bytes, at);
    return info;
  }

  free(): void {
    this.next = START;
  }

  private place(role: Role, shape: number[], dtype: TensorInfo['dtype']): TensorInfo {
    const length = util.sizeFromShape(shape);
    const bytes = length * util.bytesPerElement(dtype);
    const dataId = {};
    const at = role === this.last ? this.spoil(PAGES * PAGE_BYTES - bytes, bytes) : this.take(bytes);
    this.tensors.set(dataId, { at, length, dtype });
    return { dataId, shape, dtype };
  }

  private take(bytes: number): number {
    const at = this.next;
    this.next += Math.ceil(bytes / 16) * 16;
    return this.next <= PAGES * PAGE_BYTES ? this.spoil(at, bytes) : 0;
  }

  private spoil(at: number, bytes: number): number {
    new Uint8Array(this.memory.buffer).fill(this.garbage, at, at + bytes);
    return at;
  }
}
