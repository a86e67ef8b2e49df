import type { Mode } from '@cropgrad/core/backend';

/**
 * What a pixel weighs under antialias, as GLSL of `d`, its distance from the output in widths of the filter, before the weights
 * of an output are made to sum to 1.
 */
export interface Filter {
  /** Where the weights end. */
  readonly radius: number;
  readonly weight: string;
  /** How fast the weight grows as the distance shrinks. */
  readonly pull: string;
  /**
   * The same of a pixel that repeats, at the distances e, e + h, e + 2h and so on, in one direction: statements that return
   * the sums of its weights, of its pulls, and of its pulls times its distances, of the `countUpTo(d, e, h)` that are not
   * beyond d. `powers(n, e, h)` has the sums of the first n distances to the powers 0 to 3.
   */
  readonly repeated: string;
}

const FILTERS: Readonly<Record<Exclude<Mode, 'nearest'>, Filter>> = {
  bilinear: {
    radius: 1,
    weight: 'max(1.0 - d, 0.0)',
    pull: '1.0',
    repeated: `
    vec4 s = powers(countUpTo(1.0, e, h), e, h);
    return vec3(s.x - s.y, s.x, s.y);`,
  },
  bicubic: {
    radius: 2,
    weight: 'cubic(min(d, 2.0), cubicCoefficient)',
    pull: '-cubicSlope(d, cubicCoefficient)',
    repeated: `
    float a = cubicCoefficient;
    vec4 s = powers(countUpTo(1.0, e, h), e, h);
    vec4 t = powers(countUpTo(2.0, e, h), e, h) - s;
    return vec3(
      (a + 2.0) * s.w - (a + 3.0) * s.z + s.x + a * (t.w - 5.0 * t.z + 8.0 * t.y - 4.0 * t.x),
      2.0 * (a + 3.0) * s.y - 3.0 * (a + 2.0) * s.z - a * (3.0 * t.z - 10.0 * t.y + 8.0 * t.x),
      2.0 * (a + 3.0) * s.z - 3.0 * (a + 2.0) * s.w - a * (3.0 * t.w - 10.0 * t.z + 8.0 * t.y));`,
  },
};

/** The filter of a mode is its own kernel. Core refuses antialias with `nearest`, which has none. */
export function filterOf(mode: Mode): Filter {
  if (mode === 'nearest') throw new Error('nearest is never antialiased');
  return FILTERS[mode];
}

/** The functions that {@link Filter.repeated} calls. */
export const REPEATED_SUMS = `
float countUpTo(float d, float e, float h) { return max(floor((d - e) / h) + 1.0, 0.0); }
vec4 powers(float n, float e, float h) {
  // The sums of 0 to n - 1, times h, of their squares and of their cubes.
  float one = h * n * (n - 1.0) / 2.0;
  float two = h * one * (2.0 * n - 1.0) / 3.0;
  float three = h * one * one;
  return vec4(
    n,
    n * e + one,
    n * e * e + 2.0 * e * one + two,
    n * e * e * e + 3.0 * e * e * one + 3.0 * e * two + three);
}
`;
