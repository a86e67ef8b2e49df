import type { Tensor4D } from '@tensorflow/tfjs-core';
import { type Candidate, distinctPlaces } from './distinct-places.js';
import { filterBank } from './filter-bank.js';
import type { Octaves } from './octaves.js';
import { searchScale } from './search-scale.js';

/** What {@link search} looks for. */
export interface SearchRange {
  /** In photo pixels per thumbnail pixel. */
  scales: readonly number[];
  /** By which angles the thumbnail may be turned, in radians, as core's rotated boxes are. */
  angles: readonly number[];
  /** A variance of the photo that counts as none. */
  floor: number;
}

/**
 * The places of a photo where a thumbnail [1,H,W,1], shrunk to 16 × 16 pixels or as many of another shape, correlates best: at all
 * positions, some angles and some scales. Calls `onScale` after each of these, which may throw.
 */
export async function search(
  octaves: Octaves,
  thumbnail: Tensor4D,
  { scales, angles, floor }: SearchRange,
  onScale: () => void,
): Promise<Candidate[]> {
  const [, height, width] = thumbnail.shape;
  const candidates: Candidate[] = [];
  const bank = await filterBank(thumbnail, SIDE, angles);
  try {
    for (const scale of scales) {
      candidates.push(...(await searchScale(octaves, bank, [height * scale, width * scale], floor)));
      onScale();
    }
  } finally {
    bank.filters.dispose();
    bank.mask.dispose();
  }
  return distinctPlaces(candidates, APART, MOST);
}

const SIDE = 16;
/** In box widths. */
const APART = 0.12;
const MOST = 24;
