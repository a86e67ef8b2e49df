import type { PhotoBox, PixelSize } from '../box.js';

/** One level of a search: from many boxes, compared by a few blurred pixels, to one box, compared by all. */
export interface SearchLevel {
  /** How many boxes go on into this level: the best of those before. */
  boxes: number;
  /** Whether boxes only slide. Seen this blurred, almost anything matches once a box may also shrink or turn. */
  slideOnly: boolean;
  /** How often the target and the photo are halved before they are compared. */
  targetHalvings: number;
  photoHalvings: number;
  /** How far a step moves an edge of a box, in pixels of the photo. */
  stepLength: number;
}

/** The boxes that a level takes, and the least side of the target that it sees. The last level sees all there is. */
const LEVELS = [
  { boxes: Number.POSITIVE_INFINITY, side: 4, slideOnly: true },
  { boxes: 32, side: 8 },
  { boxes: 32, side: 8 },
  { boxes: 8, side: 16 },
  { boxes: 3, side: 32 },
  { boxes: 1, side: 64 },
  { boxes: 1, side: Number.POSITIVE_INFINITY },
] as const;

/** A step moves an edge by this part of a pixel of the target. */
const STEP = 1 / 8;

/** The levels of a search that starts with boxes as large as `start`, for a crop of this size. */
export function searchLevels(start: PhotoBox, { width, height }: PixelSize): SearchLevel[] {
  const pixel = Math.sqrt(Math.abs(start.w * start.h) / (width * height));
  return LEVELS.map(({ boxes, side, ...level }) => {
    const targetHalvings = halvings(Math.min(width, height) / side);
    const seen = pixel * 2 ** targetHalvings;
    const isLast = side === Number.POSITIVE_INFINITY;
    return {
      boxes,
      slideOnly: 'slideOnly' in level,
      targetHalvings,
      // A pixel of the photo and one of the target then show about the same patch; the last level sees the photo as it is.
      photoHalvings: isLast ? 0 : halvings(seen),
      stepLength: isLast ? (seen * STEP) / 2 : seen * STEP,
    };
  });
}

function halvings(ratio: number): number {
  return Math.max(0, Math.round(Math.log2(ratio)));
}
