import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { VectorArray } from '../src/vectors/vector.js';

/** Numbers of few bits, so that files are short and no program rounds them when it reads them. */
export interface Draws {
  /** Multiples of 1/64 from -2 to 2. */
  pixels(shape: readonly number[]): VectorArray;
  /** A multiple of `step` from lo to hi. */
  multiple(step: number, lo: number, hi: number): number;
}

/** The draws of a seed; the same ones every time. */
export function draws(seed: number): Draws {
  const random = xoroshiro128plus(seed);
  const multiple = (step: number, lo: number, hi: number): number =>
    step * uniformInt(random, Math.ceil(lo / step), Math.floor(hi / step));
  return {
    multiple,
    pixels: (shape) => ({ shape, data: Array.from({ length: product(shape) }, () => multiple(1 / 64, -2, 2)) }),
  };
}

/** How many numbers a shape holds. */
export function product(shape: readonly number[]): number {
  return shape.reduce((length, axis) => length * axis, 1);
}
