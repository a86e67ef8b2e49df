import type { CubicCoefficient, Mode, PaddingMode } from '@cropgrad/core/backend';
import type { Points } from './points/points.js';
import type { SampleProblem } from './problem.js';
import type { SampleCall } from './sample-call.js';

/** What shapes the text of a sampling kernel. */
export interface SampleVariant {
  readonly points: Points;
  readonly dimensions: number;
  readonly mode: Mode;
  readonly paddingMode: PaddingMode;
  /** Whether there is a `cutoff`. */
  readonly cutsOff: boolean;
  /** How `nearest` rounds; false for other modes, so that they have one text. */
  readonly roundsHalfUp: boolean;
  /** Whether points move along a tangent: the result is a derivative. */
  readonly moves: boolean;
  /** Keys's a. */
  readonly cubicCoefficient: CubicCoefficient;
}

/** The kernels that a problem calls for. */
export function variantOf({ dimensions, attrs }: SampleProblem, { points, tangent }: SampleCall): SampleVariant {
  const { mode, paddingMode, cutoff, rounding, cubicCoefficient } = attrs;
  return {
    points,
    dimensions,
    mode,
    paddingMode,
    moves: tangent !== undefined,
    cutsOff: cutoff < Number.POSITIVE_INFINITY,
    roundsHalfUp: mode === 'nearest' && rounding === 'half-up',
    cubicCoefficient: mode === 'bicubic' ? cubicCoefficient : -0.75,
  };
}
