import {
  type Capabilities,
  type CropBackend,
  type CropKernelName,
  type CropKernels,
  FUSED_KERNELS,
} from '@cropgrad/core/backend';
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import type { TensorInfo } from '@tensorflow/tfjs-core';
// By path, as a dependency on the package would close a circle: it is tested with this one.
import { cpuBackend } from '../../../backend-cpu/src/index.js';

/** What a kernel is called with, whichever it is. */
export interface Call {
  readonly inputs: { readonly [name in 'image' | 'theta' | 'grid' | 'tangent' | 'dgrid' | 'dy']?: TensorInfo };
  readonly attrs: {
    readonly mode?: string;
    readonly paddingMode?: string;
    readonly alignCorners?: boolean;
    readonly dataFormat?: string;
    readonly imageIndex?: Int32Array;
    readonly imageShape?: readonly number[];
    readonly size?: readonly number[];
    readonly fillValue?: number;
    readonly cutoff?: number;
    readonly cubicCoefficient?: number;
  };
  readonly backend: MathBackendCPU;
  readonly shape: readonly number[];
}

/** A sound kernel, whichever it is. */
export type Sound = (call: Call) => TensorInfo;

/** Puts something of its own around sound kernels of backend-cpu. */
export function tampered(
  tamper: { readonly [name in CropKernelName]?: (sound: Sound, call: Call) => TensorInfo },
): CropBackend<MathBackendCPU, Capabilities> {
  const kernels: Record<string, unknown> = { ...cpuBackend.kernels };
  for (const [name, around] of Object.entries(tamper)) {
    const sound = kernels[name] as Sound;
    kernels[name] = (call: Call) => around(sound, call);
  }
  return { ...cpuBackend, kernels: kernels as CropKernels<MathBackendCPU> };
}

/** Puts the same around all kernels of these names. */
export function tamperedAll(
  names: readonly CropKernelName[],
  around: (sound: Sound, call: Call) => TensorInfo,
): CropBackend<MathBackendCPU, Capabilities> {
  return tampered(Object.fromEntries(names.map((name) => [name, around])));
}

/** Moves every point of every grid, and lets core compose the fused kernels from that. */
export function movedPoints(
  move: (point: number[], sizes: readonly number[], alignCorners: boolean) => number[],
): CropBackend<MathBackendCPU, Capabilities> {
  const moved = tamperedAll(['GridSample', 'GridSampleGradImage', 'GridSampleGradGrid'], (sound, call) => {
    const shape = call.attrs.imageShape ?? inputOf(call, 'image').shape;
    const spatial = call.attrs.dataFormat === 'NCHW' ? shape.slice(2) : shape.slice(1, -1);
    const sizes = [...spatial].reverse();
    return withInput(call, 'grid', sound, (values) => {
      for (let i = 0; i < values.length; i += sizes.length) {
        values.set(move([...values.subarray(i, i + sizes.length)], sizes, call.attrs.alignCorners ?? false), i);
      }
    });
  });
  const { AffineGrid, AffineGridGradTheta, GridSample, GridSampleGradImage, GridSampleGradGrid } = moved.kernels;
  const [sampling] = cpuBackend.capabilities.sampling;
  return {
    ...moved,
    capabilities: { ...cpuBackend.capabilities, sampling: [{ ...sampling, points: ['grid', 'affine'] }], order: 1 },
    kernels: { AffineGrid, AffineGridGradTheta, GridSample, GridSampleGradImage, GridSampleGradGrid },
  };
}

/** Edits theta on the way into every fused kernel; a row of it has so many columns. */
export function editedTheta(
  edit: (theta: Float32Array, columns: number) => Float32Array,
): CropBackend<MathBackendCPU, Capabilities> {
  return tamperedAll(FUSED_KERNELS, (sound, call) => {
    const columns = inputOf(call, 'theta').shape[2];
    return withInput(call, 'theta', sound, (values) => values.set(edit(values, columns)));
  });
}

/** The input of this name, which the kernel must have. */
export function inputOf(call: Call, name: keyof Call['inputs']): TensorInfo {
  const input = call.inputs[name];
  if (!input) throw new TypeError(`no input is called ${name}`);
  return input;
}

/** Runs a sound kernel on an edited copy of one input. */
export function withInput(
  call: Call,
  name: keyof Call['inputs'],
  sound: Sound,
  edit: (values: Float32Array) => void,
): TensorInfo {
  const input = inputOf(call, name);
  const { backend } = call;
  const values = Float32Array.from(valuesOf(backend, input));
  edit(values);
  const edited = backend.makeTensorInfo(input.shape, 'float32', values);
  try {
    return sound({ ...call, inputs: { ...call.inputs, [name]: edited } });
  } finally {
    backend.disposeIntermediateTensorInfo(edited);
  }
}

/** Runs a sound kernel and edits its result. */
export function withResult(
  call: Call,
  sound: Sound,
  edit: (values: Float32Array, result: TensorInfo) => void,
): TensorInfo {
  const result = sound(call);
  edit(valuesOf(call.backend, result), result);
  return result;
}

/** The numbers of a float32 tensor, not a copy; of an integer one, a copy. */
export function valuesOf(backend: MathBackendCPU, { dataId }: TensorInfo): Float32Array {
  const { values } = backend.data.get(dataId);
  if (values instanceof Float32Array) return values;
  if (values instanceof Int32Array || values instanceof Uint8Array) return Float32Array.from(values);
  throw new TypeError('expected numbers');
}
