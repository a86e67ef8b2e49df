import { CropError } from '@cropgrad/core';
import type { GPU, IKernelRunShortcut, Texture } from 'gpu.js';
import { type GpuJsMode, isGLMode } from './gpujs-mode.js';
import { type KernelSource, kernelText, parameters } from './kernel-source.js';

/** Kernels count in float32, where whole numbers beyond this one have gaps: no array may be longer. */
export const MAX_LENGTH: number = 2 ** 24;

/** How many modules gpu.js keeps per kernel in webasm mode, where there is one for each set of lengths. */
const WEBASM_MODULES = 4;

/** What kernels take and give: a texture in the GL modes, else an array. */
export type KernelData = Texture | Float32Array;

/** A kernel as gpu.js compiles it, once for each mode. */
export class CompiledKernel {
  readonly #mode: GpuJsMode;
  readonly #source: KernelSource;
  readonly #run: IKernelRunShortcut;
  /** The length of the last result. */
  #room = 0;

  /** With `readsHost` its arrays are numbers on the host, in the GL modes too. */
  constructor(gpu: GPU, mode: GpuJsMode, source: KernelSource, readsHost: boolean) {
    this.#mode = mode;
    this.#source = source;
    const { arrays, numbers, functions } = source;
    const arrayType = isGLMode(mode) && !readsHost ? 'ArrayTexture(1)' : 'Array';
    const types = parameters(arrays, numbers).map((name) => [name, arrays.includes(name) ? arrayType : 'Float']);
    const settings = {
      pipeline: true,
      immutable: true,
      dynamicOutput: true,
      dynamicArguments: true,
      precision: 'single',
      tactic: 'precision',
      // gpu.js cuts long loops short without an error; none of ours is longer than an array.
      loopMaxIterations: MAX_LENGTH,
      argumentTypes: Object.fromEntries(types),
      functions: functions.map((one) => ({
        source: one.source,
        settings: { argumentTypes: Array.from({ length: one.arity }, () => 'Float'), returnType: 'Float' },
      })),
    };
    this.#run = gpu.createKernel(kernelText(source), settings as object);
    if (mode === 'webasm') Object.assign(this.#run.kernel, { moduleCacheLimit: WEBASM_MODULES });
  }

  /** The WebGL context, once it has run. */
  get context(): WebGLRenderingContext | WebGL2RenderingContext | undefined {
    return this.#run.kernel.context;
  }

  /** Runs it for a result of `room` numbers. Throws `NO_DEVICE` when it ran in another mode. */
  run(args: readonly (KernelData | number)[], room: number): KernelData {
    if (this.#room !== room) this.#run.setOutput([room]);
    this.#room = room;
    // With `pipeline` and one dimension, gpu.js gives back one of these two.
    const data = this.#run(...args) as KernelData;
    this.#requireMode();
    return data;
  }

  /** gpu.js falls back to its cpu mode on its own if it cannot run a kernel. */
  #requireMode(): void {
    const { kernel } = this.#run;
    const { mode } = kernel.constructor as unknown as { mode?: string };
    const ran = isGLMode(this.#mode) && mode === 'gpu' ? this.#mode : mode;
    if (ran === this.#mode) return;
    throw new CropError('NO_DEVICE', {
      what: `gpujs: the kernel ${this.#source.name} in mode '${this.#mode}'`,
      got: `a run in gpu.js's mode '${ran}' (${kernel.fallbackReason ?? 'no reason given'})`,
      expected: 'the mode that was asked for',
      next: 'Please report this; until then choose another mode or backend',
    });
  }
}
