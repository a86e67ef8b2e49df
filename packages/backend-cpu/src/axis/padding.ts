import type { PaddingMode } from '@cropgrad/core';
import { reflected, reflectSlope, wrapped } from './axis-formulas.js';

/** What a padding may ask about an axis: its length in pixels, and from where and how far it is reflected. */
export interface Extent {
  size: number;
  low: number;
  span: number;
}

/**
 * What is read outside an axis. No padding moves a coordinate strictly between the centres of the first and the last
 * pixel: only the others are asked about, which are few, so that this may be a call for each of them.
 */
export interface Padding {
  /** Whether taps outside the image read fillValue. If not, `coordinate` brings whole numbers to pixels, too. */
  readsFill: boolean;
  /** Where a finite coordinate is read. */
  coordinate(x: number, axis: Extent): number;
  /**
   * The derivative of `coordinate`, which brings `x` to `padded`: 0 where it is clipped, the edge pixel's centre included,
   * as in PyTorch.
   */
  slope(x: number, padded: number, axis: Extent): number;
}

/** Every padding: whoever adds one adds it here. */
export const PADDINGS: Readonly<Record<PaddingMode, Padding>> = {
  zeros: { readsFill: true, coordinate: (x) => x, slope: () => 1 },
  border: { readsFill: false, coordinate: clipped, slope: clippedSlope },
  reflection: {
    readsFill: false,
    coordinate: (x, axis) => clipped(reflected(x, axis.low, axis.span), axis),
    slope: (x, padded, axis) => clippedSlope(x, padded, axis) * reflectSlope(x, axis.low, axis.span),
  },
  wrap: { readsFill: false, coordinate: (x, { size }) => wrapped(x, size), slope: () => 1 },
};

function clipped(x: number, { size }: Extent): number {
  return Math.min(Math.max(x, 0), size - 1);
}

function clippedSlope(_: number, padded: number, { size }: Extent): number {
  return padded === 0 || padded === size - 1 ? 0 : 1;
}
