import type { GridSampleCase, NdArray } from '../case.js';
import { pixelsPerUnit } from '../oracle/taps.js';
import { MODE_TRAITS } from './mode-traits.js';
import type { Precision } from './precision.js';
import { largestPixel } from './rounding.js';

/** What the gradient by the grid depends on: it is linear in the first two. */
export type Dependence = 'dy' | 'image' | 'grid';

/** A bound on how far weights, slopes and curvatures of three axes move per pixel, of their own sums. */
const SENSITIVITY = 9;

/**
 * What rounding may do to a second derivative along a tangent of at most 1, for a dy of 1: to its terms, and through the
 * coordinates to their weights.
 */
export function secondDerivativeRounding(c: GridSampleCase, by: Dependence, { unit }: Precision): number {
  const { roundings, largestSums } = MODE_TRAITS[c.options.mode];
  const { weights, slopes, curvatures } = largestSums;
  const longest = Math.max(...c.image.shape.slice(1, -1));
  const scales = pixelsPerCoordinate(c);
  const moved = scales.reduce((sum, scale) => sum + scale, 0);
  const largest = largestPixel(c);
  const first = moved * slopes * weights ** (c.dimensions - 1) * (by === 'image' ? 1 : largest);
  const second = Math.max(...scales) * Math.max(slopes ** 2, curvatures * weights) * weights ** (c.dimensions - 2);
  const terms = by === 'dy' ? first : by === 'image' ? first * totalOf(c.dy) : moved * second * largest * totalOf(c.dy);
  return terms * unit * (roundings + 4 * SENSITIVITY * (longest + 8));
}

/**
 * What a central difference of slopes over this many pixels either way leaves out, for a dy of 1: the third derivative of a
 * slope by one coordinate, of which one unit is `scale` pixels. It is that of its own axis's weights times weights and
 * slopes of the others.
 */
export function slopeTruncation(c: GridSampleCase, scale: number, pixels: number): number {
  const { weights, slopes, thirdDerivatives } = MODE_TRAITS[c.options.mode].largestSums;
  const moved = pixelsPerCoordinate(c).reduce((sum, each) => sum + each, 0);
  const bound = thirdDerivatives * slopes * weights ** (c.dimensions - 2) * moved * scale;
  return (bound * pixels ** 2 * largestPixel(c)) / 6;
}

/** Pixels per unit of each coordinate, x first. */
export function pixelsPerCoordinate(c: GridSampleCase): number[] {
  const lengths = c.image.shape.slice(1, -1).reverse();
  return lengths.map((length) => pixelsPerUnit(length, c.options.alignCorners));
}

/** The sum of magnitudes. */
export function totalOf({ data }: NdArray): number {
  return Array.from(data, Math.abs).reduce((sum, value) => sum + value, 0);
}
