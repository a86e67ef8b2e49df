import type { PhotoBox, PixelSize } from './box.js';

/** The numbers that a field or a part of a link takes. */
export interface NumberRange {
  /** What it takes, to a visitor. */
  sentence: string;
  /** The number that it takes and that is the nearest to this one; NaN for NaN. */
  nearest(value: number): number;
}

/** Whether a number is one that a range takes; NaN is not. */
export function isTaken(range: NumberRange, value: number): boolean {
  return range.nearest(value) === value;
}

/** A box never gets thinner than this, in pixels of the photo. */
export const THINNEST = 1;

/** How far from the photo's top left corner a box's centre may be, and how long its sides, in pixels of the photo. */
const FARTHEST = 9999;

/** So that a slip of the finger does not fill the memory. */
const LARGEST_CROP = 512;

export const BOX_RANGES: Readonly<Record<keyof PhotoBox, NumberRange>> = {
  cx: centre('Centre x'),
  cy: centre('Centre y'),
  w: side('Width'),
  h: side('Height'),
  angle: { sentence: 'Angle: from −180 to 180 degrees.', nearest: (value) => between(-180, value, 180) },
};

export const SIZE_RANGES: Readonly<Record<keyof PixelSize, NumberRange>> = {
  width: cropSide('Crop width'),
  height: cropSide('Crop height'),
};

function centre(name: string): NumberRange {
  return {
    sentence: `${name}: from −${FARTHEST} to ${FARTHEST} pixels of the photo.`,
    nearest: (value) => between(-FARTHEST, value, FARTHEST),
  };
}

/** A side of a box: as long as it may be, and of either sign. */
function side(name: string): NumberRange {
  return {
    sentence: `${name}: from ${THINNEST} to ${FARTHEST} pixels of the photo; with a minus it mirrors the crop.`,
    nearest: (value) => (value < 0 ? -1 : 1) * between(THINNEST, Math.abs(value), FARTHEST),
  };
}

function cropSide(name: string): NumberRange {
  return {
    sentence: `${name}: a whole number of pixels from 1 to ${LARGEST_CROP}.`,
    nearest: (value) => between(1, Math.round(value), LARGEST_CROP),
  };
}

function between(least: number, value: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
