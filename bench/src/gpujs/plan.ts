import type { GpuJsMode } from '@cropgrad/backend-gpujs';
import type { CurvePlan } from './gradient-curve.js';
import type { NativeName } from './native-contender.js';
import type { RacePace } from './race.js';

/** What to measure in one place: in Node, or in a page. */
export interface PlacePlan {
  /** Names of workloads; each has a data set. */
  workloads: readonly string[];
  modes: readonly GpuJsMode[];
  /** Backends on tfjs's own GPU backends. */
  natives: readonly NativeName[];
  pace: RacePace;
  /** The curve of the image gradient, in these modes. */
  curve: CurvePlan & { modes: readonly GpuJsMode[] };
}
