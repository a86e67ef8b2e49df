import type { TensorInfo } from '@tensorflow/tfjs-core';
import { canBlend, gl2Of } from '../device/gl2-of.js';
import { requireContext } from '../device/require-context.js';
import type { SampleCall } from '../sample-call.js';
import { gradientByBlending } from '../ways/blend/image-gradient.js';
import { gradientByLists } from '../ways/lists/image-gradient.js';
import { gradientByFilteredStrips, gradientByStrips } from '../ways/strips/image-gradient.js';
import { gradientByTiles } from '../ways/tiles/image-gradient.js';

/** dy, points → dimage. */
export function sampleGradImage(call: SampleCall, dy: TensorInfo): TensorInfo {
  return { ...wayOf(call)(call, dy), shape: [...call.shape] };
}

/** Blending costs the same whatever the points are. Without it, the outputs of a theta are bounded, and those of a grid are listed.
 * Antialiased outputs have as many taps as each of them needs, which only gathering can count. */
function wayOf({ backend, attrs, points }: SampleCall): (call: SampleCall, dy: TensorInfo) => TensorInfo {
  requireContext(backend);
  if (attrs.antialias) return points === 'theta' ? gradientByFilteredStrips : gradientByTiles;
  if (canBlend(gl2Of(backend))) return gradientByBlending;
  return points === 'theta' ? gradientByStrips : gradientByLists;
}
