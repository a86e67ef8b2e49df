import type { Capabilities, CropBackend } from '@cropgrad/core/backend';
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import { tampered } from '../tampering.js';

/** Fails edge/no-leak/affineGrid, and nothing else. */
export function leaky(): CropBackend<MathBackendCPU, Capabilities> {
  return tampered({
    AffineGrid: (sound, call) => {
      call.backend.makeTensorInfo([1], 'float32', new Float32Array(1));
      return sound(call);
    },
  });
}
