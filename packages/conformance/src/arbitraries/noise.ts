import { uniformFloat32 } from 'pure-rand/distribution/uniformFloat32';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { NdArray } from '../case.js';

/** White noise from -1 to 1, in float32: the hardest image to sample, and all of it in one number that shrinks. */
export function noise(shape: readonly number[], seed: number): NdArray {
  const random = xoroshiro128plus(seed);
  const length = shape.reduce((product, axis) => product * axis, 1);
  return { shape, data: Float32Array.from({ length }, () => 2 * uniformFloat32(random) - 1) };
}
