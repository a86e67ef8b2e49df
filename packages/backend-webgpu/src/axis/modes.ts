import type { Mode } from '@cropgrad/core/backend';

/** How the value at a point is put together: of one pixel, of pairs of pixels, or of differences from the nearest pixel. */
export type ValueForm = 'one' | 'pairs' | 'differences';

/**
 * How a mode reads along one axis: WGSL of a coordinate `x`, or of a tap's number `t`, an i32 from 0 on, and `f`, the
 * coordinate less its floor. The constant `cubicCoefficient` and the function `rounded` are as the call asks for.
 */
export interface SamplingMode {
  /** How many taps there are. */
  readonly taps: number;
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
    padsTaps: false,
    first: 'rounded(x)',
    weight: '1.0',
    slope: '0.0',
    curvature: '0.0',
    value: 'one',
  },
  bilinear: {
    taps: 2,
    padsTaps: false,
    // Floor and floor + 1, never floor and ceil: at a whole coordinate the second tap weighs 0 but keeps its slope.
    first: 'floor(x)',
    weight: 'select(f, 1.0 - f, t == 0)',
    slope: 'select(1.0, -1.0, t == 0)',
    curvature: '0.0',
    value: 'pairs',
  },
  bicubic: {
    taps: 4,
    padsTaps: true,
    first: 'floor(x) - 1.0',
    weight: 'cubic(abs(f32(t) - 1.0 - f), cubicCoefficient)',
    slope: 'sign(f + 1.0 - f32(t)) * cubicSlope(abs(f32(t) - 1.0 - f), cubicCoefficient)',
    curvature: 'cubicCurvature(abs(f32(t) - 1.0 - f), cubicCoefficient)',
    value: 'differences',
  },
};
