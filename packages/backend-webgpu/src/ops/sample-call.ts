import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Launch } from '../device/run.js';
import { POINTS } from '../points/points.js';
import type { Sampling } from '../sampling.js';
import type { Way } from '../ways/way.js';

/** What a sampling kernel is asked, be it forward or a gradient. */
export interface SampleCall {
  readonly backend: WebGPUBackend;
  readonly sampling: Sampling;
  readonly way: Way;
  /** The grid or the theta. */
  readonly points: TensorInfo;
  /** How the points move, in the way of tangents. */
  readonly tangent?: TensorInfo;
  /** Shape of the result. */
  readonly shape: readonly number[];
}

/**
 * Gives what kernels of a call run on to `use`: the tensors given, the points, and the list of images where they cannot
 * be counted, which is freed afterwards.
 */
export function withTensors<T>(
  { backend, sampling, points, tangent }: SampleCall,
  tensors: Readonly<Record<string, TensorInfo>>,
  use: (launch: Omit<Launch, 'threads'>) => T,
): T {
  const { variant, imageIndex, uniforms } = sampling;
  const named = { ...tensors, [POINTS[variant.points].array]: points, ...(tangent && { tangent }) };
  if (variant.images === 'counted') return use({ tensors: named, uniforms });
  const list = backend.makeTensorInfo([imageIndex.length], 'int32', imageIndex);
  try {
    return use({ tensors: { ...named, imageIndex: list }, uniforms });
  } finally {
    backend.disposeData(list.dataId);
  }
}
