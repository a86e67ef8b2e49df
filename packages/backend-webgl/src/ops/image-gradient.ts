import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { SampleCall } from '../sample-call.js';
import { gradientByBlending } from '../ways/blend/image-gradient.js';

/** dy, points → dimage. */
export function sampleGradImage(call: SampleCall, dy: TensorInfo): TensorInfo {
  return { ...gradientByBlending(call, dy), shape: [...call.shape] };
}
