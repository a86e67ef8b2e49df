import type { PaddingMode } from '@cropgrad/core';
import { reflected, wrapped } from './axis-formulas.js';

/** An axis of an image: `size` pixels, which reflect between `low` and `low + span`. */
export interface AxisExtent {
  readonly size: number;
  readonly low: number;
  readonly span: number;
}

/** Pixels along an axis, from `first` to `last`, and how many laps over the image read them. */
export interface PixelRange {
  readonly first: number;
  readonly last: number;
  readonly laps: number;
}

/** What kernels call a coordinate `x`, a pixel `at`, a lap over the image, and an {@link AxisExtent}. */
export type StripNames = Readonly<Record<'x' | 'at' | 'lap' | keyof AxisExtent, string>>;

/**
 * What is outside of an image, along one axis. What the device needs is text, of `x`, a coordinate or the index of a tap,
 * and `size`, `low` and `span`: see {@link AxisExtent}. What the host needs gives the same.
 */
export interface Padding {
  /** Where x is read. Between the centres of the first and the last pixel that is x itself, whatever the padding. */
  readonly padded: string;
  readonly paddedOnHost: (x: number, axis: AxisExtent) => number;
  /** The derivative of that by x: 0 where it was clipped. */
  readonly slope: string;
  /** The same under antialias, where an output is padded as a whole: its centre, which may be half a pixel beyond the last one. */
  readonly filtered: {
    readonly padded: string;
    readonly paddedOnHost: (x: number, axis: AxisExtent) => number;
    readonly slope: string;
  };
  /** Whether the first pixel follows the last one. If so, padded coordinates have taps at `size`, which read the first. */
  readonly hasSeam: boolean;
  /** Whether there are taps that read no pixel, and fillValue in its place. */
  readonly readsFill: boolean;
  /** The coordinates that may read pixel `at`: a strip around it on each lap. */
  readonly strip: {
    /** Where the pixel is on a lap. */
    readonly place: (names: StripNames) => string;
    /** When the strip has no end. */
    readonly hasNoStart?: (names: StripNames) => string;
    readonly hasNoEnd?: (names: StripNames) => string;
    /** The lap that x is on, as pixel `at` counts them, so that x is in one strip; none where there is one lap. */
    readonly lapOf?: (names: StripNames) => string;
  };
  /** Which pixels the coordinates from `from` to `to` may read, whose taps are no farther from them than `reach`. */
  readonly pixelsRead: (from: number, to: number, reach: number, axis: AxisExtent) => PixelRange;
}

/** Every padding: all that the kernels know of them. */
export const PADDINGS: Readonly<Record<PaddingMode, Padding>> = {
  zeros: {
    padded: 'x',
    paddedOnHost: (x) => x,
    slope: '1',
    filtered: { padded: 'x', paddedOnHost: (x) => x, slope: '1' },
    hasSeam: false,
    readsFill: true,
    strip: { place: ({ at }) => at },
    pixelsRead: (from, to, reach, { size }) => ({
      first: Math.max(Math.ceil(from - reach), 0),
      last: Math.min(Math.floor(to + reach), size - 1),
      laps: 1,
    }),
  },
  border: {
    padded: 'Math.min(Math.max(x, 0), size - 1)',
    paddedOnHost: clipped,
    slope: 'x > 0 && x < size - 1 ? 1 : 0',
    filtered: {
      padded: 'Math.min(Math.max(x, -0.5), size - 0.5)',
      paddedOnHost: (x, { size }) => Math.min(Math.max(x, -0.5), size - 0.5),
      slope: 'x > -0.5 && x < size - 0.5 ? 1 : 0',
    },
    hasSeam: false,
    readsFill: false,
    strip: {
      place: ({ at }) => at,
      hasNoStart: ({ at }) => `${at} <= 0`,
      hasNoEnd: ({ at, size }) => `${at} >= ${size} - 1`,
    },
    pixelsRead: clippedPixels,
  },
  reflection: {
    padded: 'Math.min(Math.max(reflected(x, low, span), 0), size - 1)',
    paddedOnHost: (x, axis) => clipped(reflected(x, axis.low, axis.span), axis),
    slope: 'reflected(x, low, span) > 0 && reflected(x, low, span) < size - 1 ? reflectSlope(x, low, span) : 0',
    filtered: {
      padded: 'reflected(x, low, span)',
      paddedOnHost: (x, { low, span }) => reflected(x, low, span),
      slope: 'reflectSlope(x, low, span)',
    },
    hasSeam: false,
    readsFill: false,
    strip: {
      // Odd laps run backwards.
      place: ({ at, lap, low, span }) =>
        `${low} + ${lap} * ${span} + (${lap} - 2 * Math.floor(${lap} / 2) > 0.5 ? ${span} - (${at} - ${low}) : ${at} - ${low})`,
      hasNoStart: ({ span }) => `${span} <= 0`,
      hasNoEnd: ({ span }) => `${span} <= 0`,
      lapOf: ({ x, low, span }) => `(${span} > 0 ? Math.floor((${x} - ${low}) / ${span}) : 0)`,
    },
    pixelsRead: (from, to, reach, axis) => {
      const { size, low, span } = axis;
      const lap = span > 0 ? Math.floor((from - low) / span) : 0;
      const laps = span > 0 ? Math.floor((to - low) / span) - lap + 1 : 1;
      // Beyond its own lap an image is mirrored, and any of it may be read.
      return lap === 0 && laps === 1 ? clippedPixels(from, to, reach, axis) : { first: 0, last: size - 1, laps };
    },
  },
  wrap: {
    padded: 'wrapped(x, size)',
    paddedOnHost: (x, { size }) => wrapped(x, size),
    slope: '1',
    filtered: { padded: 'wrapped(x, size)', paddedOnHost: (x, { size }) => wrapped(x, size), slope: '1' },
    hasSeam: true,
    readsFill: false,
    // A lap reaches half a period to either side of the pixel: on a shorter axis than its taps, x is in several strips.
    strip: {
      place: ({ at, lap, size }) => `${at} + ${lap} * ${size}`,
      lapOf: ({ x, at, size }) => `Math.floor((${x} - ${at}) / ${size} + 0.5)`,
    },
    pixelsRead: (from, to, reach, { size }) => {
      const before = size * Math.floor((from - reach) / size);
      const [first, last] = [Math.ceil(from - reach) - before, Math.floor(to + reach) - before];
      // Beyond the seam any pixel may be read.
      return last < size
        ? { first, last, laps: 1 }
        : { first: 0, last: size - 1, laps: Math.ceil((to - from) / size) + 1 };
    },
  },
};

function clipped(x: number, { size }: AxisExtent): number {
  return Math.min(Math.max(x, 0), size - 1);
}

function clippedPixels(from: number, to: number, reach: number, { size }: AxisExtent): PixelRange {
  return {
    first: Math.max(Math.ceil(Math.min(from - reach, size - 1)), 0),
    last: Math.min(Math.floor(Math.max(to + reach, 0)), size - 1),
    laps: 1,
  };
}
