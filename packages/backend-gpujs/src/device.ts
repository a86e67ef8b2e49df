import { CropError } from '@cropgrad/core';
import gpuJs, { type GPU, type IKernelRunShortcut, type Texture } from 'gpu.js';
import { type KernelSource, kernelText, parameters } from './kernel-source.js';
import { type GpuJsMode, isGLMode } from './mode.js';
import { readTexture } from './read-texture.js';

/** Numbers on the device, until they are freed: a texture in the GL modes, else an array. There may be room to spare. */
export interface DeviceArray {
  readonly length: number;
  readonly data: Texture | Float32Array;
}

/** What has gone between the host and the device so far. */
export interface Transfers {
  uploads: number;
  uploadedBytes: number;
  downloads: number;
  downloadedBytes: number;
}

/** What a device holds: arrays that are not freed yet, and kernels that are kept compiled. */
export interface LiveCounts {
  arrays: number;
  kernels: number;
}

interface CompiledKernel {
  readonly run: IKernelRunShortcut;
  readonly source: KernelSource;
  /** The length of its last result, as {@link roomFor} rounds it. */
  room: number;
}

/** Kernels count in float32, where whole numbers beyond this one have gaps: no array may be longer. */
const MAX_LENGTH: number = 2 ** 24;

/** How many modules gpu.js keeps per kernel in webasm mode, where there is one for each set of lengths. */
const WEBASM_MODULES = 4;

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
 * A kernel is compiled once and kept. There are no more than 132 of them, since nothing in their text depends on a shape:
 * they differ in what they compute, mode, padding mode, dimensions, and whether points come from a theta or a grid.
 */
export class Device {
  readonly mode: GpuJsMode;
  readonly transfers: Transfers = { uploads: 0, uploadedBytes: 0, downloads: 0, downloadedBytes: 0 };
  readonly #gpu: GPU;
  readonly #isGL: boolean;
  /** The longest array there may be, also while a kernel runs. */
  readonly maxLength: number;
  readonly #kernels: Map<string, CompiledKernel> = new Map();
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

  /** How many arrays are alive, and how many kernels are kept compiled. */
  get live(): LiveCounts {
    return { arrays: this.#liveArrays, kernels: this.#kernels.size };
  }

  /** The WebGL context, once a kernel has run; undefined in the other modes. */
  get gl(): WebGLRenderingContext | WebGL2RenderingContext | undefined {
    const [first] = this.#kernels.values();
    return this.#isGL ? first?.run.kernel.context : undefined;
  }

  /** Copies numbers to the device, as float32. */
  upload(values: Float32Array | Int32Array | Uint8Array): DeviceArray {
    const { length } = values;
    this.#requireLength(length);
    const floats = values instanceof Float32Array ? values : Float32Array.from(values);
    this.transfers.uploads++;
    this.transfers.uploadedBytes += floats.byteLength;
    if (this.#isGL) return this.#run(UPLOAD, [floats], length);
    const room = roomFor(length);
    let data = floats;
    if (room > length) {
      data = new Float32Array(room);
      data.set(floats);
    }
    this.#liveArrays++;
    return { length, data };
  }

  /** Runs a kernel; its arrays and numbers go by their names. */
  run(
    source: KernelSource,
    arrays: Readonly<Record<string, DeviceArray>>,
    numbers: Readonly<Record<string, number>>,
    length: number,
  ): DeviceArray {
    const args = [...source.arrays.map((name) => arrays[name].data), ...source.numbers.map((name) => numbers[name])];
    return this.#run(source, args, length);
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

  #run(source: KernelSource, args: readonly (DeviceArray['data'] | number)[], length: number): DeviceArray {
    this.#requireLength(length);
    this.#requireContext();
    const kernel = this.#compiled(source);
    const room = roomFor(length);
    try {
      if (kernel.room !== room) kernel.run.setOutput([room]);
      kernel.room = room;
      // With `pipeline` and one dimension, gpu.js gives back one of these two.
      const data = kernel.run(...args, length) as Texture | Float32Array;
      this.#requireMode(kernel);
      this.#liveArrays++;
      return { length, data };
    } finally {
      this.#requireContext();
    }
  }

  #compiled(source: KernelSource): CompiledKernel {
    let kernel = this.#kernels.get(source.name);
    if (!kernel) {
      kernel = { run: this.#compile(source), source, room: 0 };
      this.#kernels.set(source.name, kernel);
    }
    return kernel;
  }

  #compile(source: KernelSource): IKernelRunShortcut {
    const { arrays, numbers, functions } = source;
    const arrayType = this.#isGL && source !== UPLOAD ? 'ArrayTexture(1)' : 'Array';
    const types = parameters(arrays, numbers).map((name) => [name, arrays.includes(name) ? arrayType : 'Float']);
    const settings = {
      pipeline: true,
      immutable: true,
      dynamicOutput: true,
      dynamicArguments: true,
      precision: 'single',
      tactic: 'precision',
      // gpu.js cuts loops short without a word; none of ours is longer than an array.
      loopMaxIterations: MAX_LENGTH,
      argumentTypes: Object.fromEntries(types),
      functions: functions.map((one) => ({
        source: one.source,
        settings: { argumentTypes: Array.from({ length: one.arity }, () => 'Float'), returnType: 'Float' },
      })),
    };
    const run = this.#gpu.createKernel(kernelText(source), settings as object);
    if (this.mode === 'webasm') Object.assign(run.kernel, { moduleCacheLimit: WEBASM_MODULES });
    return run;
  }

  #requireLength(length: number): void {
    if (length <= this.maxLength) return;
    throw new CropError('OUT_OF_MEMORY', {
      what: `gpujs: an array in mode '${this.mode}'`,
      got: `one of ${length} numbers`,
      expected: `at most ${this.maxLength}`,
      next: 'Make fewer or smaller crops at a time, or use @cropgrad/backend-wasm or @cropgrad/backend-cpu',
    });
  }

  /** gpu.js falls back to its cpu mode on its own when something is not to its liking. */
  #requireMode({ run, source }: CompiledKernel): void {
    const { mode } = run.kernel.constructor as unknown as { mode?: string };
    const ran = this.#isGL && mode === 'gpu' ? this.mode : mode;
    if (ran === this.mode) return;
    throw new CropError('NO_DEVICE', {
      what: `gpujs: the kernel ${source.name} in mode '${this.mode}'`,
      got: `a run in gpu.js's mode '${ran}' (${run.kernel.fallbackReason ?? 'no reason given'})`,
      expected: 'the mode that was asked for',
      next: 'Please report this; until then choose another mode or backend',
    });
  }

  /** A context that is gone gives zeros without an error. */
  #requireContext(): void {
    const isDisposed = this.#isGL && this.#isDisposed;
    if (!isDisposed && !this.gl?.isContextLost()) return;
    const reason = isDisposed ? 'its backend was removed or registered anew' : 'the browser took it back';
    throw new CropError('NO_DEVICE', {
      what: `gpujs: the WebGL context of mode '${this.mode}'`,
      got: `a lost one: ${reason}, and all results on it are gone`,
      expected: 'a context that is alive',
      next: "Call registerGpuJsBackend() and tf.setBackend('gpujs') again, and make the tensors anew",
    });
  }
}

/**
 * The length to have on the device: rounded up to four bits, so that few lengths differ, as WebAssembly modules and
 * textures are made for one length each.
 */
function roomFor(length: number): number {
  const step = Math.max(64, 2 ** (Math.floor(Math.log2(length)) - 3));
  return Math.ceil(length / step) * step;
}
