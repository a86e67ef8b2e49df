import type { SampleAttrs } from '@cropgrad/core/backend';
import { FILTERS, type Filter } from './filters.js';
import { type Extent, FILTERED_PADDINGS, PADDINGS, type Padding } from './padding.js';

/** What rounding to float32 may do to a coordinate, as a part of its size: four roundings of 2^-24 each. */
export const COORDINATE_ROUNDING: number = 2 ** -22;

/** A finite coordinate that float32 cannot hold counts as infinite, so that every precision agrees on it. */
const MAX_FLOAT32 = 3.4028234663852886e38;

/** One axis of an image, and how it is read. */
export interface Axis extends Extent {
  padding: Padding;
  /** The derivative of the pixel coordinate by the normalised one: size/2, or (size-1)/2 with `alignCorners`. */
  scale: number;
  /** A coordinate below `lowest` or above `highest` samples nothing: it is cut off, or too large for float32. */
  lowest: number;
  highest: number;
  /** Whether taps outside read a fill that is not finite, so that those of mere rounding must not. */
  fillsNonFinite: boolean;
  roundsHalfUp: boolean;
  cubicCoefficient: number;
  /** Under antialias, what a pixel weighs, and how much wider than the output the filter is. */
  filter: Filter;
  widen: number;
}

/** The options of a call; only fused kernels are antialiased. */
export type AxisAttrs = Omit<SampleAttrs, 'dataFormat' | 'imageIndex'> & { antialias?: number };

/** An axis of `size` pixels under the sampling options. */
export function createAxis(size: number, attrs: AxisAttrs): Axis {
  const { mode, paddingMode, alignCorners, fillValue, cutoff, rounding, cubicCoefficient, antialias = 0 } = attrs;
  const padding = (antialias > 0 ? FILTERED_PADDINGS : PADDINGS)[paddingMode];
  return {
    size,
    padding,
    low: alignCorners ? 0 : -0.5,
    span: alignCorners ? size - 1 : size,
    scale: (alignCorners ? size - 1 : size) / 2,
    lowest: Math.max(-cutoff, -MAX_FLOAT32),
    highest: Math.min(size - 1 + cutoff, MAX_FLOAT32),
    fillsNonFinite: padding.readsFill && !Number.isFinite(fillValue),
    roundsHalfUp: rounding === 'half-up',
    cubicCoefficient,
    filter: FILTERS[mode],
    widen: antialias,
  };
}

/** The pixel that a tap at a whole coordinate reads, or -1 for none. */
export function pixelAt(i: number, axis: Axis): number {
  if (i >= 0 && i < axis.size) return i;
  return axis.padding.readsFill ? -1 : axis.padding.coordinate(i, axis);
}
