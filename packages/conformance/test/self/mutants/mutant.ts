import type { Capabilities, CropBackend } from '@cropgrad/core/backend';
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';

/** A backend with one realistic mistake. */
export interface Mutant {
  readonly mistake: string;
  /** Fresh each time, as some mistakes have a memory. */
  readonly make: () => CropBackend<MathBackendCPU, Capabilities>;
  /** The checks that must catch it, by id. */
  readonly killers: readonly string[];
}
