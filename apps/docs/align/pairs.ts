import type { Model } from '@cropgrad/register';

/** Two photos that come with the site: names in public/photos, without `.webp`. */
export interface Pair {
  label: string;
  fixed: string;
  moving: string;
  model: Model;
}

export const PAIRS: readonly Pair[] = [
  { label: 'From the side', fixed: 'astronaut', moving: 'astronaut-aside', model: 'homography' },
  { label: 'Cropped and enlarged', fixed: 'rocket', moving: 'rocket-1080p', model: 'affine' },
  { label: 'Two different photos', fixed: 'rocket', moving: 'astronaut', model: 'similarity' },
];
