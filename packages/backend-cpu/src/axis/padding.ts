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
  /** Whether the image has no ends: it repeats every `size` pixels. */
  repeats: boolean;
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
  zeros: { repeats: false, readsFill: true, coordinate: (x) => x, slope: () => 1 },
  border: { repeats: false, readsFill: false, coordinate: clipped, slope: clippedSlope },
  reflection: {
    repeats: false,
    readsFill: false,
    coordinate: (x, axis) => clipped(reflected(x, axis.low, axis.span), axis),
    slope: (x, padded, axis) => clippedSlope(x, padded, axis) * reflectSlope(x, axis.low, axis.span),
  },
  wrap: { repeats: true, readsFill: false, coordinate: (x, { size }) => wrapped(x, size), slope: () => 1 },
};

/**
 * The same under antialias, where an output is as large as a pixel at least: it stops at the edges of the image, half a
 * pixel beyond the outer centres, and there the pixels outside weigh nothing.
 */
export const FILTERED_PADDINGS: Readonly<Record<PaddingMode, Padding>> = {
  zeros: PADDINGS.zeros,
  border: {
    repeats: false,
    readsFill: false,
    coordinate: (x, { size }) => Math.min(Math.max(x, -0.5), size - 0.5),
    slope: (x, _, { size }) => (x > -0.5 && x < size - 0.5 ? 1 : 0),
  },
  reflection: {
    repeats: false,
    readsFill: false,
    coordinate: (x, { low, span }) => reflected(x, low, span),
    slope: (x, _, { low, span }) => reflectSlope(x, low, span),
  },
  wrap: PADDINGS.wrap,
};

function clipped(x: number, { size }: Extent): number {
  return Math.min(Math.max(x, 0), size - 1);
}

function clippedSlope(_: number, padded: number, { size }: Extent): number {
  return padded === 0 || padded === size - 1 ? 0 : 1;
}
