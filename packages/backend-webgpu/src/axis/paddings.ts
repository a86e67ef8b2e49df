import type { PaddingMode } from '@cropgrad/core/backend';

/**
 * What is outside of an image, along one axis: WGSL of `x`, a coordinate or the index of a tap, and of the axis's `size` in
 * pixels, which reflects between `low` and `low + span`.
 */
export interface Padding {
  /** Where x is read. */
  readonly padded: string;
  /** The derivative of that by x: 0 where it was clipped. */
  readonly slope: string;
  /** Whether the first pixel follows the last one. If so, padded coordinates have taps at `size`, which read the first. */
  readonly hasSeam: boolean;
  /** Whether there are taps that read no pixel, and fillValue in its place. */
  readonly readsFill: boolean;
}

/** Every padding: all that the kernels know of them. */
export const PADDINGS: Readonly<Record<PaddingMode, Padding>> = {
  zeros: {
    padded: 'x',
    slope: '1.0',
    hasSeam: false,
    readsFill: true,
  },
  border: {
    padded: 'clamp(x, 0.0, size - 1.0)',
    slope: 'select(0.0, 1.0, x > 0.0 && x < size - 1.0)',
    hasSeam: false,
    readsFill: false,
  },
  reflection: {
    padded: 'clamp(reflected(x, low, span), 0.0, size - 1.0)',
    slope:
      'select(0.0, reflectSlope(x, low, span), reflected(x, low, span) > 0.0 && reflected(x, low, span) < size - 1.0)',
    hasSeam: false,
    readsFill: false,
  },
  wrap: {
    padded: 'wrapped(x, size)',
    slope: '1.0',
    hasSeam: true,
    readsFill: false,
  },
};

/**
 * The same under antialias, where an output is as large as a pixel at least: it stops at the edges of the image, half a pixel
 * beyond the outer centres, and there the pixels outside weigh nothing.
 */
export const FILTERED_PADDINGS: Readonly<Record<PaddingMode, Padding>> = {
  zeros: PADDINGS.zeros,
  border: {
    padded: 'clamp(x, -0.5, size - 0.5)',
    slope: 'select(0.0, 1.0, x > -0.5 && x < size - 0.5)',
    hasSeam: false,
    readsFill: false,
  },
  reflection: {
    padded: 'reflected(x, low, span)',
    slope: 'reflectSlope(x, low, span)',
    hasSeam: false,
    readsFill: false,
  },
  wrap: PADDINGS.wrap,
};
