import type { Mode, PaddingMode } from '@cropgrad/core';

/** One axis of an image, and how it is read. */
export interface Axis {
  readonly size: number;
  readonly mode: Mode;
  readonly paddingMode: PaddingMode;
  readonly alignCorners: boolean;
}

/** One pixel that a coordinate reads along an axis, and by how much. */
export interface Tap {
  /** From 0 to size - 1, or {@link OUTSIDE}, where fillValue is read. */
  readonly index: number;
  readonly weight: number;
  /** Of the weight, per pixel of the coordinate. */
  readonly slope: number;
}

/** The index of a tap that reads fillValue. */
export const OUTSIDE = -1;

/** The sum of the weights of the taps outside, without their signs. */
export function outsideWeight(taps: readonly Tap[]): number {
  return taps.reduce((sum, { index, weight }) => (index === OUTSIDE ? sum + Math.abs(weight) : sum), 0);
}

/** From [-1, 1] to pixels, where 0 is the centre of the first one. */
export function unnormalize(g: number, size: number, alignCorners: boolean): number {
  return alignCorners ? ((g + 1) / 2) * (size - 1) : ((g + 1) * size - 1) / 2;
}

/** How many pixels one unit of a normalised coordinate is. */
export function pixelsPerUnit(size: number, alignCorners: boolean): number {
  return (alignCorners ? size - 1 : size) / 2;
}

/**
 * The taps of a finite coordinate in pixels: one for nearest, two for bilinear, four for bicubic. PyTorch's rules, in
 * PyTorch's order: bilinear and nearest pad the coordinate and then take the taps, bicubic pads the taps one by one.
 */
export function tapsAt(x: number, axis: Axis): Tap[] {
  switch (axis.mode) {
    case 'nearest': {
      const { position } = pad(x, axis);
      return [tap(roundHalfToEven(position), 1, 0, axis)];
    }
    case 'bilinear': {
      const { position, direction } = pad(x, axis);
      const first = Math.floor(position);
      const t = position - first;
      return [tap(first, 1 - t, -direction, axis), tap(first + 1, t, direction, axis)];
    }
    case 'bicubic': {
      const below = Math.floor(x);
      return [-1, 0, 1, 2].map((k) => {
        const distance = x - below - k;
        return tap(pad(below + k, axis).position, cubic(distance), cubicSlope(distance), axis);
      });
    }
  }
}

function tap(index: number, weight: number, slope: number, axis: Axis): Tap {
  return { index: index >= 0 && index < axis.size ? index : OUTSIDE, weight, slope };
}

/** Where a coordinate is read after padding, and how that moves with it: 1, -1 where mirrored, 0 where it is stuck. */
function pad(x: number, axis: Axis): { position: number; direction: number } {
  if (axis.paddingMode === 'zeros') return { position: x, direction: 1 };
  const inside = axis.paddingMode === 'border' ? { position: x, direction: 1 } : reflect(x, axis);
  if (inside.position <= 0) return { position: 0, direction: 0 };
  if (inside.position >= axis.size - 1) return { position: axis.size - 1, direction: 0 };
  return inside;
}

/** Mirrors about the outer edges of the image, or with alignCorners about the centres of the outermost pixels. */
function reflect(x: number, { size, alignCorners }: Axis): { position: number; direction: number } {
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

function roundHalfToEven(x: number): number {
  const below = Math.floor(x);
  if (x - below !== 1 / 2) return Math.round(x);
  return below % 2 === 0 ? below : below + 1;
}

/** Keys's cubic convolution with a = -0.75, by the distance to the tap. */
function cubic(distance: number): number {
  const a = -0.75;
  const s = Math.abs(distance);
  return s <= 1 ? (a + 2) * s ** 3 - (a + 3) * s ** 2 + 1 : a * s ** 3 - 5 * a * s ** 2 + 8 * a * s - 4 * a;
}

function cubicSlope(distance: number): number {
  const a = -0.75;
  const s = Math.abs(distance);
  const slope = s <= 1 ? 3 * (a + 2) * s ** 2 - 2 * (a + 3) * s : 3 * a * s ** 2 - 10 * a * s + 8 * a;
  return distance < 0 ? -slope : slope;
}
