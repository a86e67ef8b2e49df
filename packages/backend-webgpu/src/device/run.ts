import type { WebGPUBackend, WebGPUProgram } from '@tensorflow/tfjs-backend-webgpu';
import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import { type Kernel, textOf } from './kernel.js';
import { requireDevice } from './lost-device.js';
import { requireRoom } from './room.js';
import { declarationOf, integers, type Uniform } from './uniform.js';

/** Threads in a group; devices have 32 or 64 side by side. */
const GROUP = 64;

/**
 * The shape that tfjs sees of every tensor. Our kernels know theirs by uniforms; the text that tfjs puts before ours, and
 * what it keeps pipelines by, would depend on the real ones.
 */
const FLAT = [1];

/** What a kernel runs on: the tensors of its arrays by name, the uniforms, and how many threads there are. */
export interface Launch {
  readonly tensors: Readonly<Record<string, TensorInfo>>;
  readonly uniforms: readonly Uniform[];
  readonly threads: number;
}

/** Runs a kernel that makes a float32 tensor. Throws `OUT_OF_MEMORY` and `DEVICE_LOST`. */
export function make(backend: WebGPUBackend, kernel: Kernel, launch: Launch, shape: readonly number[]): TensorInfo {
  return makeArray(backend, kernel, launch, shape, 'float32');
}

/** The same for a tensor of a dtype. */
export function makeArray(
  backend: WebGPUBackend,
  kernel: Kernel,
  launch: Launch,
  shape: readonly number[],
  dtype: 'float32' | 'int32' | 'bool',
): TensorInfo {
  requireDevice(backend);
  requireRoom(backend, `the result of ${kernel.key}`, util.sizeFromShape([...shape]));
  const result = backend.makeTensorInfo([...shape], dtype);
  try {
    runInto(backend, kernel, launch, result);
    return result;
  } catch (error) {
    backend.disposeData(result.dataId);
    throw error;
  }
}

/** Runs a kernel that writes into a tensor. tfjs changes the program that it is given, so each run has one of its own. */
export function runInto(
  backend: WebGPUBackend,
  kernel: Kernel,
  { tensors, uniforms, threads }: Launch,
  result: TensorInfo,
): void {
  requireDevice(backend);
  const inputs = kernel.arrays.map((name) => {
    const { dataId, shape, dtype } = tensors[name];
    requireRoom(backend, name, util.sizeFromShape(shape));
    return { dataId, shape: FLAT, dtype };
  });
  const all = [integers('threads', threads), ...uniforms];
  const declaration = declarationOf(all);
  const program: WebGPUProgram = {
    // tfjs keeps pipelines by it, and knows nothing of our uniforms: where they are is in the text.
    shaderKey: `cropgrad/${kernel.key}/${declaration}`,
    variableNames: [...kernel.arrays],
    uniforms: declaration,
    outputShape: FLAT,
    dispatchLayout: { x: [0] },
    dispatch: [Math.ceil(threads / GROUP), 1, 1],
    workgroupSize: [GROUP, 1, 1],
    ...(kernel.isAtomic && { atomic: true }),
    getUserCode: () => textOf(kernel),
  };
  const values = all.map(({ type, data }) => ({ type, data: [...data] }));
  backend.runWebGPUProgram(program, inputs, result.dtype, values, { ...result, shape: FLAT });
}
