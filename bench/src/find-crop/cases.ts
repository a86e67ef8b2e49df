import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { mersenne } from 'pure-rand/generator/mersenne';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import type { Photo } from './photo.js';

/** A set of thumbnails. */
export interface CaseSet {
  name: string;
  model: 'box' | 'rotatedBox';
  /** Whether thumbnails may be larger than what they show. */
  enlarged: boolean;
  /** Whether a thumbnail is looked for in a photo that it was not cut from. */
  wrongPhoto: boolean;
  /** How many there are. */
  count: number;
}

/** How one thumbnail is made, and where it is looked for. */
export interface Case {
  /** Which photo it is cut from, shrunk or enlarged until its longer side has so many pixels. */
  photo: Photo;
  longSide: number;
  /** Which photo it is looked for in, likewise. */
  searched: Photo;
  /** What is cut out: whole pixels, its middle in photo pixels, and by how much it is turned, as core's rotated boxes are. */
  cut: { width: number; height: number; cx: number; cy: number; radians: number };
  /** The thumbnail's size. */
  width: number;
  height: number;
  quality: number;
  gain: number;
  offset: number;
}

/** Draws a case: the same one for the same random numbers. */
export function drawCase(set: CaseSet, photos: readonly Photo[], random: RandomGenerator): Case {
  const between = (low: number, high: number): number => low + (high - low) * uniformFloat64(random);
  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(between(0, list.length))];
  const photo = oneOf(photos);
  const searched = set.wrongPhoto ? oneOf(photos.filter((other) => other !== photo)) : photo;
  const rest = { quality: Math.round(between(50, 95)), gain: between(0.8, 1.25), offset: between(-20, 20) };
  for (;;) {
    const longSide = Math.round(between(512, 2000));
    const shrink = longSide / Math.max(photo.width, photo.height);
    const [width, height] = [Math.round(between(64, 256)), Math.round(between(64, 256))];
    const [low, high] = set.enlarged ? [1, 3] : [0.08, 1];
    const scale = low * (high / low) ** between(0, 1);
    const radians = set.model === 'rotatedBox' ? between(-10, 10) * (Math.PI / 180) : 0;
    const cut = { width: Math.round(width / scale), height: Math.round(height / scale) };
    const [cos, sin] = [Math.cos(radians), Math.abs(Math.sin(radians))];
    const [halfWide, halfHigh] = [(cut.width * cos + cut.height * sin) / 2, (cut.height * cos + cut.width * sin) / 2];
    const [across, down] = [Math.round(photo.width * shrink), Math.round(photo.height * shrink)];
    const fits = 2 * halfWide <= across && 2 * halfHigh <= down;
    if (!fits || Math.max(width, height) > 2 * Math.min(width, height)) continue;
    // A box has whole pixels, which sharp can cut by itself.
    const [x, y] = [between(halfWide, across - halfWide), between(halfHigh, down - halfHigh)];
    const cx = radians === 0 ? Math.floor(x - halfWide) + halfWide : x;
    const cy = radians === 0 ? Math.floor(y - halfHigh) + halfHigh : y;
    return { photo, searched, longSide, cut: { ...cut, cx, cy, radians }, width, height, ...rest };
  }
}

/** A generator for {@link drawCase}. */
export function randomOf(seed: number): RandomGenerator {
  return mersenne(seed);
}
