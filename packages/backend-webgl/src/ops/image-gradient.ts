import type { TensorInfo } from '@tensorflow/tfjs-core';
import { canBlend, gl2Of } from '../device/gl2-of.js';
import type { SampleCall } from '../sample-call.js';
import { gradientByBlending } from '../ways/blend/image-gradient.js';
import { gradientByLists } from '../ways/lists/image-gradient.js';

/** dy, points → dimage. */
export function sampleGradImage(call: SampleCall, dy: TensorInfo): TensorInfo {
  const gradient = canBlend(gl2Of(call.backend)) ? gradientByBlending : gradientByLists;
  return { ...gradient(call, dy), shape: [...call.shape] };
}
