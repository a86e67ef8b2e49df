import type { Mode } from '@cropgrad/core/backend';

/**
 * What a pixel weighs under antialias: WGSL of `d`, its distance from the output in widths of the filter, before the weights
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

/** The filter of every mode is its own kernel; `nearest` is never antialiased. */
export const FILTERS: Readonly<Record<Mode, Filter>> = {
  nearest: { radius: 0, weight: '0.0', pull: '0.0', repeated: 'return vec3<f32>(0.0);' },
  bilinear: {
    radius: 1,
    weight: 'max(1.0 - d, 0.0)',
    pull: '1.0',
    repeated: `
  let s = powers(countUpTo(1.0, e, h), e, h);
  return vec3<f32>(s.x - s.y, s.x, s.y);`,
  },
  bicubic: {
    radius: 2,
    weight: 'cubic(d, cubicCoefficient)',
    pull: '-cubicSlope(d, cubicCoefficient)',
    repeated: `
  let a = cubicCoefficient;
  let s = powers(countUpTo(1.0, e, h), e, h);
  let t = powers(countUpTo(2.0, e, h), e, h) - s;
  return vec3<f32>(
    (a + 2.0) * s.w - (a + 3.0) * s.z + s.x + a * (t.w - 5.0 * t.z + 8.0 * t.y - 4.0 * t.x),
    2.0 * (a + 3.0) * s.y - 3.0 * (a + 2.0) * s.z - a * (3.0 * t.z - 10.0 * t.y + 8.0 * t.x),
    2.0 * (a + 3.0) * s.z - 3.0 * (a + 2.0) * s.w - a * (3.0 * t.w - 10.0 * t.z + 8.0 * t.y));`,
  },
};

/** The functions that {@link Filter.repeated} calls. */
export const REPEATED_SUMS = `
fn countUpTo(d : f32, e : f32, h : f32) -> f32 {
  return max(floor((d - e) / h) + 1.0, 0.0);
}

fn powers(n : f32, e : f32, h : f32) -> vec4<f32> {
  // The sums of 0 to n - 1, times h, of their squares and of their cubes.
  let one = h * n * (n - 1.0) / 2.0;
  let two = h * one * (2.0 * n - 1.0) / 3.0;
  let three = h * one * one;
  return vec4<f32>(
    n,
    n * e + one,
    n * e * e + 2.0 * e * one + two,
    n * e * e * e + 3.0 * e * e * one + 3.0 * e * two + three);
}`;
