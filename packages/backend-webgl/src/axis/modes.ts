import type { Mode } from '@cropgrad/core';

/** How the value at a point is put together: of one pixel, of pairs of pixels, or of differences from the nearest pixel. */
export type ValueForm = 'one' | 'pairs' | 'differences';

/**
 * How a mode reads along one axis, as GLSL: of a coordinate `x`, or of a tap's number `t`, from 0.0 on, and `f`, the coordinate
 * less its floor. The constant `cubicCoefficient` and the function `rounded` are as the call asks for.
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
  /** A tap's weight. */
  readonly weight: string;
  /** The derivative of the weight by the coordinate. */
  readonly slope: string;
  /** The second derivative of the weight. */
  readonly curvature: string;
  readonly value: ValueForm;
}

/** Every mode: all that the kernels know of them. */
export const SAMPLING_MODES: Readonly<Record<Mode, SamplingMode>> = {
  nearest: {
    taps: 1,
    reach: 0.5,
    padsTaps: false,
    first: 'rounded(x)',
    weight: '1.0',
    slope: '0.0',
    curvature: '0.0',
    value: 'one',
  },
  bilinear: {
    taps: 2,
    reach: 1,
    padsTaps: false,
    // Floor and floor + 1, never floor and ceil: at a whole coordinate the second tap weighs 0 but keeps its slope.
    first: 'floor(x)',
    weight: 't < 0.5 ? 1.0 - f : f',
    slope: 't < 0.5 ? -1.0 : 1.0',
    curvature: '0.0',
    value: 'pairs',
  },
  bicubic: {
    taps: 4,
    reach: 2,
    padsTaps: true,
    first: 'floor(x) - 1.0',
    weight: 'cubic(abs(t - 1.0 - f), cubicCoefficient)',
    slope: 't - 1.0 > f ? -cubicSlope(t - 1.0 - f, cubicCoefficient) : cubicSlope(f - t + 1.0, cubicCoefficient)',
    curvature: 'cubicCurvature(abs(t - 1.0 - f), cubicCoefficient)',
    value: 'differences',
  },
};
