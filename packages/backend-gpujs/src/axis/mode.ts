import type { Mode } from '@cropgrad/core';
import { roundHalfToEven, roundHalfUp } from './axis-formulas.js';

/** How the value at a point is put together: of one pixel, of pairs of pixels, or of differences from the nearest pixel. */
export type ValueForm = 'one' | 'pairs' | 'differences';

/**
 * How a mode reads along one axis. What the device needs is text: of a coordinate `x`, or of a tap's number `t`, from 0 on,
 * and `f`, the coordinate less its floor. `roundsUp` is 1 where halves are rounded up, and `a` is Keys's coefficient.
 */
export interface SamplingMode {
  /** How many taps there are. */
  readonly taps: number;
  /** How far from a pixel's centre a coordinate may read it. */
  readonly reach: number;
  /** Whether each tap is padded by itself. Else the coordinate is. */
  readonly padsTaps: boolean;
  /** Where the first tap is. */
  readonly first: string;
  readonly firstOnHost: (x: number, roundsUp: number) => number;
  /** A tap's weight. */
  readonly weight: string;
  /** The derivative of the weight by the coordinate. */
  readonly slope: string;
  /** The second derivative. */
  readonly curvature: string;
  readonly value: ValueForm;
}

/** Every mode: all that the kernels know of them. */
export const SAMPLING_MODES: Readonly<Record<Mode, SamplingMode>> = {
  nearest: {
    taps: 1,
    reach: 0.5,
    padsTaps: false,
    first: 'roundsUp > 0.5 ? roundHalfUp(x) : roundHalfToEven(x)',
    firstOnHost: (x, roundsUp) => (roundsUp > 0.5 ? roundHalfUp(x) : roundHalfToEven(x)),
    weight: '1',
    slope: '0',
    curvature: '0',
    value: 'one',
  },
  bilinear: {
    taps: 2,
    reach: 1,
    padsTaps: false,
    // Floor and floor + 1, never floor and ceil: at a whole coordinate the second tap weighs 0 but keeps its slope.
    first: 'Math.floor(x)',
    firstOnHost: Math.floor,
    weight: 't < 0.5 ? 1 - f : f',
    slope: 't < 0.5 ? -1 : 1',
    curvature: '0',
    value: 'pairs',
  },
  bicubic: {
    taps: 4,
    reach: 2,
    padsTaps: true,
    first: 'Math.floor(x) - 1',
    firstOnHost: (x) => Math.floor(x) - 1,
    weight: 'cubic(Math.abs(t - 1 - f), a)',
    slope: 't - 1 > f ? -cubicSlope(t - 1 - f, a) : cubicSlope(f - t + 1, a)',
    curvature: 'cubicCurvature(Math.abs(t - 1 - f), a)',
    value: 'differences',
  },
};
