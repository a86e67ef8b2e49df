import type { PaddingMode } from '@cropgrad/core';

/** The length of an axis in pixels, and where its ends are. */
export interface Extent {
  readonly size: number;
  readonly alignCorners: boolean;
}

/** Where a coordinate is read after padding, and how that moves with it: 1, -1 where mirrored, 0 where it is stuck. */
export interface Padded {
  readonly position: number;
  readonly direction: number;
}

/** What a padding makes of a coordinate, before its taps are taken, and of the pixels that they read. */
export interface Padding {
  pad(x: number, extent: Extent): Padded;
  /** The pixel of a tap at a padded place; it may be one beyond the last pixel. {@link OUTSIDE} where it is none. */
  pixel(place: number, size: number): number;
}

/** The index of a tap that reads fillValue. */
export const OUTSIDE = -1;

/** Every padding. */
export const PADDINGS: Record<PaddingMode, Padding> = {
  zeros: { pad: (position) => ({ position, direction: 1 }), pixel: pixelInside },
  border: { pad: (position, extent) => clipped({ position, direction: 1 }, extent), pixel: pixelInside },
  reflection: { pad: (x, extent) => clipped(reflected(x, extent), extent), pixel: pixelInside },
  wrap: {
    pad: (x, { size }) => ({ position: wrapped(x, size), direction: 1 }),
    pixel: (place, size) => (place === size ? 0 : place),
  },
};

function pixelInside(place: number, size: number): number {
  return place >= 0 && place < size ? place : OUTSIDE;
}

/** Stuck at the centre of the first or the last pixel, these centres included. */
function clipped(padded: Padded, { size }: Extent): Padded {
  if (padded.position <= 0) return { position: 0, direction: 0 };
  if (padded.position >= size - 1) return { position: size - 1, direction: 0 };
  return padded;
}

/** Mirrors about the outer edges of the image, or with alignCorners about the centres of the outermost pixels. */
export function reflected(x: number, { size, alignCorners }: Extent): Padded {
  const low = alignCorners ? 0 : -1 / 2;
  const span = alignCorners ? size - 1 : size;
  if (span === 0) return { position: 0, direction: 0 };
  const distance = Math.abs(x - low);
  const within = distance % (2 * span);
  const mirrored = within >= span;
  return {
    position: low + (mirrored ? 2 * span - within : within),
    direction: (x < low ? -1 : 1) * (mirrored ? -1 : 1),
  };
}

/** From 0 to below size, whatever alignCorners says: the pixel behind the last is the first. */
function wrapped(x: number, size: number): number {
  const place = x - size * Math.floor(x / size);
  // A hair below 0 may be rounded to the size itself.
  return place >= 0 && place < size ? place : 0;
}
