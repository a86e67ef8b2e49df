import type { SampleAttrs } from '@cropgrad/core/backend';
import { type Extent, PADDINGS, type Padding } from './padding.js';

/** What rounding to float32 may do to a coordinate, as a part of its size: four roundings of 2^-24 each. */
export const COORDINATE_ROUNDING: number = 2 ** -22;

/** One axis of an image, and how it is padded. */
export interface Axis extends Extent {
  padding: Padding;
  /** The derivative of the pixel coordinate by the normalised one: size/2, or (size-1)/2 with `alignCorners`. */
  scale: number;
  /** Whether taps outside read a fill that is not finite, so that those of mere rounding must not. */
  fillsNonFinite: boolean;
}

/** An axis of `size` pixels under the sampling options. */
export function createAxis(
  size: number,
  { paddingMode, alignCorners, fillValue }: Pick<SampleAttrs, 'paddingMode' | 'alignCorners' | 'fillValue'>,
): Axis {
  const padding = PADDINGS[paddingMode];
  return {
    size,
    padding,
    low: alignCorners ? 0 : -0.5,
    span: alignCorners ? size - 1 : size,
    scale: (alignCorners ? size - 1 : size) / 2,
    fillsNonFinite: padding.readsFill && !Number.isFinite(fillValue),
  };
}

/** The pixel that a tap at a whole coordinate reads, or -1 for none. */
export function pixelAt(i: number, axis: Axis): number {
  if (i >= 0 && i < axis.size) return i;
  return axis.padding.readsFill ? -1 : axis.padding.coordinate(i, axis);
}
