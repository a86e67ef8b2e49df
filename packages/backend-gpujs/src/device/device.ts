import { CropError } from '@cropgrad/core';
import gpuJs, { type GPU } from 'gpu.js';
import { CompiledKernel, type KernelData, MAX_LENGTH } from './compiled-kernel.js';
import { type GpuJsMode, isGLMode } from './gpujs-mode.js';
import type { KernelSource } from './kernel-source.js';
import { readTexture } from './read-texture.js';

/** Numbers on the device, until they are freed. There may be room to spare. */
export interface DeviceArray {
  readonly length: number;
  readonly data: KernelData;
}

/** What was copied between the host and the device so far. */
export interface Transfers {
  uploads: number;
  uploadedBytes: number;
  downloads: number;
  downloadedBytes: number;
}

/** Arrays shorter than this have the same room, so that small calls share modules and textures. */
const LEAST_ROOM = 256;

const UPLOAD: KernelSource = {
  name: 'upload',
  arrays: ['values'],
  numbers: [],
  body: 'result = values[at];',
  functions: [],
};

/**
 * One gpu.js, with its kernels and the arrays that they take and make.
 *
 * A kernel is compiled once and kept. There are no more than 339 of them, since nothing in their text depends on a shape:
 * they differ in what they compute, mode, padding mode, dimensions, and whether points come from a theta, affine or
 * perspective, or a grid.
 */
export class Device {
  readonly mode: GpuJsMode;
  readonly transfers: Transfers = { uploads: 0, uploadedBytes: 0, downloads: 0, downloadedBytes: 0 };
  readonly #gpu: GPU;
  readonly #isGL: boolean;
  /** The longest array there may be, also while a kernel runs. */
  readonly maxLength: number;
  readonly #kernels: Map<string, CompiledKernel> = new Map();
  /** What stands in for arrays that are left out. */
  #nothing: KernelData | undefined;
  #liveArrays = 0;
  #isDisposed = false;

  /** Arrays of more than `longest` numbers are refused, also where the device could have them. */
  constructor(mode: GpuJsMode, longest: number = MAX_LENGTH) {
    this.mode = mode;
    this.#isGL = isGLMode(mode);
    this.#gpu = new gpuJs.GPU({ mode });
    const textureSide = this.#isGL ? this.#gpu.Kernel.features.maxTextureSize : Number.POSITIVE_INFINITY;
    this.maxLength = Math.min(longest, textureSide ** 2);
  }

  /** How many arrays are not freed yet, and how many kernels are kept compiled. */
  get live(): { arrays: number; kernels: number } {
    return { arrays: this.#liveArrays, kernels: this.#kernels.size };
  }

  /** The WebGL context, once a kernel has run; undefined in the other modes. */
  get gl(): WebGLRenderingContext | WebGL2RenderingContext | undefined {
    const [first] = this.#kernels.values();
    return this.#isGL ? first?.context : undefined;
  }

  /** Copies numbers to the device, as float32. */
  upload(values: Float32Array | Int32Array | Uint8Array): DeviceArray {
    const { length } = values;
    this.#requireLength(length);
    const floats = values instanceof Float32Array ? values : Float32Array.from(values);
    this.transfers.uploads++;
    this.transfers.uploadedBytes += floats.byteLength;
    return this.#made(length, this.#isGL ? this.#run(UPLOAD, [floats], length) : withRoom(floats));
  }

  /** Runs a kernel; its arrays and numbers go by their names. An array that this run does not read may be left out. */
  run(
    source: KernelSource,
    arrays: Readonly<Partial<Record<string, DeviceArray>>>,
    numbers: Readonly<Record<string, number>>,
    length: number,
  ): DeviceArray {
    const dataOf = (name: string): KernelData => arrays[name]?.data ?? this.#placeholder();
    const args = [...source.arrays.map(dataOf), ...source.numbers.map((name) => numbers[name])];
    return this.#made(length, this.#run(source, args, length));
  }

  /** Copies numbers back to the host, which waits for them. */
  download({ length, data }: DeviceArray): Float32Array {
    this.transfers.downloads++;
    this.transfers.downloadedBytes += 4 * length;
    if (data instanceof Float32Array) return data.length === length ? data : data.slice(0, length);
    this.#requireContext();
    const values = readTexture(data, length);
    this.#requireContext();
    return values;
  }

  free({ data }: DeviceArray): void {
    this.#liveArrays--;
    if (!(data instanceof Float32Array)) data.delete();
  }

  /** Frees everything that there is on the device. What is a texture cannot be read any more. */
  async dispose(): Promise<void> {
    this.#isDisposed = true;
    this.#kernels.clear();
    await this.#gpu.destroy();
  }

  #run(source: KernelSource, args: readonly (KernelData | number)[], length: number): KernelData {
    this.#requireLength(length);
    this.#requireContext();
    try {
      return this.#compiled(source).run([...args, length], roomFor(length));
    } finally {
      this.#requireContext();
    }
  }

  #made(length: number, data: KernelData): DeviceArray {
    this.#liveArrays++;
    return { length, data };
  }

  #compiled(source: KernelSource): CompiledKernel {
    const found = this.#kernels.get(source.name);
    if (found) return found;
    const compiled = new CompiledKernel(this.#gpu, this.mode, source, source === UPLOAD);
    this.#kernels.set(source.name, compiled);
    return compiled;
  }

  #placeholder(): KernelData {
    const zero = new Float32Array(1);
    this.#nothing ??= this.#isGL ? this.#run(UPLOAD, [zero], 1) : withRoom(zero);
    return this.#nothing;
  }

  #requireLength(length: number): void {
    if (length <= this.maxLength) return;
    throw new CropError('OUT_OF_MEMORY', {
      what: `gpujs: an array in mode '${this.mode}'`,
      got: `${length} numbers`,
      expected: `at most ${this.maxLength}`,
      next: 'Make fewer or smaller crops at a time, or use @cropgrad/backend-wasm or @cropgrad/backend-cpu',
    });
  }

  /** A context that is gone gives zeros without an error. */
  #requireContext(): void {
    const isDisposed = this.#isGL && this.#isDisposed;
    if (!isDisposed && !this.gl?.isContextLost()) return;
    const reason = isDisposed ? 'its backend was removed or registered again' : 'the browser took it back';
    throw new CropError('DEVICE_LOST', {
      what: `gpujs: the WebGL context of mode '${this.mode}'`,
      got: `a lost context: ${reason}, and all results on it are gone`,
      expected: 'a context that is not lost',
      next: "Call registerGpuJsBackend() and tf.setBackend('gpujs') again, and then make your tensors again",
    });
  }
}

/**
 * The length to have on the device: rounded up to four bits, so that few lengths differ, as WebAssembly modules and
 * textures are made for one length each.
 */
function roomFor(length: number): number {
  const step = Math.max(LEAST_ROOM, 2 ** (Math.floor(Math.log2(length)) - 3));
  return Math.ceil(length / step) * step;
}

/** The numbers themselves where their length is round. */
function withRoom(values: Float32Array): Float32Array {
  const room = roomFor(values.length);
  if (room === values.length) return values;
  const roomy = new Float32Array(room);
  roomy.set(values);
  return roomy;
}
