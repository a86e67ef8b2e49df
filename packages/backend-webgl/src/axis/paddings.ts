import type { PaddingMode } from '@cropgrad/core';

/**
 * What is outside of an image, along one axis, as GLSL: of `x`, a coordinate or the index of a tap, and of the axis's `size`
 * in pixels, which reflects between `low` and `low + span`.
 */
export interface Padding {
  /** Where x is read. */
  readonly padded: string;
  /** The derivative of that by x: 0 where it was clipped. */
  readonly slope: string;
  /**
   * The same under antialias, where an output is as large as a pixel at least: it stops at the edges of the image, half a pixel
   * beyond the outer centres.
   */
  readonly filtered: { readonly padded: string; readonly slope: string };
  /** Whether the first pixel follows the last one. If so, padded coordinates have taps at `size`, which read the first. */
  readonly hasSeam: boolean;
  /** Whether there are taps that read no pixel, and fillValue in its place. */
  readonly readsFill: boolean;
  /** The coordinates that may read the pixel `at`: a strip around it on each lap over the image. */
  readonly strip: {
    /** Where the pixel is on a `lap`. */
    readonly place: string;
    /** Where the strip has no end; pixels up to `clip` from the ends of the image are read by what is clipped there. */
    readonly hasNoStart?: string;
    readonly hasNoEnd?: string;
    /** The lap that x is on, as pixel `at` counts them, so that x is in one strip; none where there is one lap. */
    readonly lapOf?: string;
  };
}

/** Every padding: all that the kernels know of them. */
export const PADDINGS: Readonly<Record<PaddingMode, Padding>> = {
  zeros: {
    padded: 'x',
    slope: '1.0',
    filtered: { padded: 'x', slope: '1.0' },
    hasSeam: false,
    readsFill: true,
    strip: { place: 'at' },
  },
  border: {
    padded: 'min(max(x, 0.0), size - 1.0)',
    slope: 'x > 0.0 && x < size - 1.0 ? 1.0 : 0.0',
    filtered: { padded: 'clamp(x, -0.5, size - 0.5)', slope: 'x > -0.5 && x < size - 0.5 ? 1.0 : 0.0' },
    hasSeam: false,
    readsFill: false,
    strip: { place: 'at', hasNoStart: 'at <= clip', hasNoEnd: 'at >= size - 1.0 - clip' },
  },
  reflection: {
    // Inside as it is: there and back it would be rounded.
    padded: 'x >= 0.0 && x <= size - 1.0 ? x : min(max(reflected(x, low, span), 0.0), size - 1.0)',
    slope: 'reflected(x, low, span) > 0.0 && reflected(x, low, span) < size - 1.0 ? reflectSlope(x, low, span) : 0.0',
    filtered: {
      padded: 'x >= 0.0 && x <= size - 1.0 ? x : reflected(x, low, span)',
      slope: 'reflectSlope(x, low, span)',
    },
    hasSeam: false,
    readsFill: false,
    strip: {
      // Odd laps run backwards.
      place: 'low + lap * span + (lap - 2.0 * floor(lap / 2.0) > 0.5 ? span - (at - low) : at - low)',
      hasNoStart: 'span <= 0.0',
      hasNoEnd: 'span <= 0.0',
      lapOf: 'span > 0.0 ? floor((x - low) / span) : 0.0',
    },
  },
  wrap: {
    padded: 'wrapped(x, size)',
    slope: '1.0',
    filtered: { padded: 'wrapped(x, size)', slope: '1.0' },
    hasSeam: true,
    readsFill: false,
    // A lap reaches half a period to either side of the pixel: on a shorter axis than its taps, x is in several strips.
    strip: { place: 'at + lap * size', lapOf: 'floor((x - at) / size + 0.5)' },
  },
};
