import type { CubicCoefficient, Mode, PaddingMode } from '@cropgrad/core';
import type { Rounding } from '@cropgrad/core/backend';
import { type Extent, OUTSIDE, PADDINGS } from './paddings.js';

/** One axis of an image, and how it is read. */
export interface Axis extends Extent {
  readonly mode: Mode;
  readonly paddingMode: PaddingMode;
  /** How nearest rounds; a half to even unless given. */
  readonly rounding?: Rounding | undefined;
  /** Keys's a, of bicubic; -0.75 unless given. */
  readonly cubicCoefficient?: CubicCoefficient | undefined;
}

/** One pixel that a coordinate reads along an axis, and by how much. */
export interface Tap {
  /** From 0 to size - 1, or {@link OUTSIDE}, where fillValue is read. */
  readonly index: number;
  readonly weight: number;
  /** Of the weight, per pixel of the coordinate. */
  readonly slope: number;
  /** Of the weight, per pixel of an output pixel's length in the image; only under antialias. */
  readonly stretch?: number;
}

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
  return TAPS[axis.mode](x, axis);
}

const TAPS: Record<Mode, (x: number, axis: Axis) => Tap[]> = {
  nearest(x, axis) {
    const { position } = PADDINGS[axis.paddingMode].pad(x, axis);
    return [tap(ROUND[axis.rounding ?? 'even'](position), 1, 0, axis)];
  },
  bilinear(x, axis) {
    const { position, direction } = PADDINGS[axis.paddingMode].pad(x, axis);
    const first = Math.floor(position);
    const t = position - first;
    return [tap(first, 1 - t, -direction, axis), tap(first + 1, t, direction, axis)];
  },
  bicubic(x, axis) {
    const { cubicCoefficient: a = -0.75 } = axis;
    const below = Math.floor(x);
    return [-1, 0, 1, 2].map((k) => {
      const distance = x - below - k;
      const { position } = PADDINGS[axis.paddingMode].pad(below + k, axis);
      return tap(position, cubic(distance, a), cubicSlope(distance, a), axis);
    });
  },
};

function tap(place: number, weight: number, slope: number, { paddingMode, size }: Axis): Tap {
  return { index: PADDINGS[paddingMode].pixel(place, size), weight, slope };
}

/** To the nearest whole number, and from the middle between two as its name says. */
const ROUND: Record<Rounding, (x: number) => number> = {
  even(x) {
    const below = Math.floor(x);
    if (x - below !== 1 / 2) return Math.round(x);
    return below % 2 === 0 ? below : below + 1;
  },
  'half-up': (x) => Math.floor(x + 1 / 2),
};

/** Keys's cubic convolution, by the distance to the tap. */
function cubic(distance: number, a: CubicCoefficient): number {
  const s = Math.abs(distance);
  return s <= 1 ? ((a + 2) * s - (a + 3)) * s * s + 1 : ((a * s - 5 * a) * s + 8 * a) * s - 4 * a;
}

function cubicSlope(distance: number, a: CubicCoefficient): number {
  const s = Math.abs(distance);
  const slope = s <= 1 ? (3 * (a + 2) * s - 2 * (a + 3)) * s : (3 * a * s - 10 * a) * s + 8 * a;
  return distance < 0 ? -slope : slope;
}
