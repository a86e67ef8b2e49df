import type { Model } from '@cropgrad/register';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { mersenne } from 'pure-rand/generator/mersenne';
import type { Cell } from './cells.js';
import { bicubic, type Photo } from './photo.js';
import { cornersOf, type Point, type Size, type Warp, warped, warpOf } from './warp.js';

/** Two images in bytes, and how they belong together. */
export interface Pair {
  moving: Uint8Array;
  fixed: Uint8Array;
  movingSize: Size;
  fixedSize: Size;
  /** Where the fixed image may be looked at, if not everywhere. */
  fixedMask: Uint8Array | null;
  /** From pixels of the fixed image to pixels of the moving one; null where the two are of different photos. */
  truth: Warp | null;
  photo: string;
}

type Random = (low: number, high: number) => number;

/** How many pixels a side of an image has. */
export const SIDE = 192;
const NOISE = 4;
/** The side of a square that covers 15 % of the image. */
const OCCLUDED = Math.round(SIDE * Math.sqrt(0.15));

/** Pairs of a cell, one photo after the other, out of a seed. */
export function makePairs(cell: Cell, photos: readonly Photo[], count: number, seed: number): Pair[] {
  // A stream of its own for each cell, so that a cell is the same with or without the others.
  const ofName = [...cell.name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7);
  const generator = mersenne(seed * 1_000_003 + ofName);
  const random: Random = (low, high) => low + (high - low) * uniformFloat64(generator);
  return Array.from({ length: count }, (_, n) => makePair(cell, photos, n, random));
}

function makePair({ model, pixels, trouble }: Cell, photos: readonly Photo[], n: number, random: Random): Pair {
  const photo = photos[n % photos.length];
  const other = photos[(n + 1 + Math.floor(random(0, photos.length - 1))) % photos.length];
  const size: Size = { width: SIDE, height: SIDE };
  const movingSize: Size = trouble === 'sizes' ? { width: 256, height: 208 } : size;
  const warp = randomWarp(model, pixels, size, random);
  // The middles of both images are on each other, but for the warp.
  const between: Point = [(movingSize.width - SIDE) / 2, (movingSize.height - SIDE) / 2];
  const truth = shifted(warp, between);
  const corner = placeIn(photo, movingSize, random);
  const moving = seenIn(photo, movingSize, shifted([1, 0, 0, 0, 1, 0, 0, 0, 1], corner));
  const shown = trouble === 'unrelated' ? other : photo;
  const shownCorner = trouble === 'unrelated' ? placeIn(other, size, random) : corner;
  const fixed = seenIn(shown, size, shifted(truth, shownCorner));
  const fixedMask = trouble === 'mask' ? new Uint8Array(SIDE * SIDE).fill(1) : null;
  disturb(fixed, fixedMask, trouble, other, random);
  return {
    moving: asBytes(moving, 1, 0, random),
    fixed: asBytes(fixed, random(0.8, 1.25), random(-20, 20), random),
    movingSize,
    fixedSize: size,
    fixedMask,
    truth: trouble === 'unrelated' ? null : truth,
    photo: photo.name,
  };
}

/** A warp of the model whose corners move by up to so many pixels along each axis. */
function randomWarp(model: Model, pixels: number, size: Size, random: Random): Warp {
  const corners = cornersOf(size);
  const moves = corners.map((): Point => [random(-pixels, pixels), random(-pixels, pixels)]);
  const to = (fitting: readonly Point[]): Warp =>
    warpOf(
      corners,
      corners.map(([x, y], i) => [x + fitting[i][0], y + fitting[i][1]]),
    );
  if (model === 'homography') return to(moves);
  const [a, b, c] = moves;
  if (model === 'translation') return to([a, a, a, a]);
  const fourth = (third: Point): Point => [a[0] + third[0] - b[0], a[1] + third[1] - b[1]];
  // Of a similarity two corners are free: the difference of their moves, turned by a right angle, is that along the other side.
  const third: Point = model === 'affine' ? c : [b[0] - (b[1] - a[1]), b[1] + (b[0] - a[0])];
  const all = [a, b, third, fourth(third)];
  const most = Math.max(...all.flat().map(Math.abs));
  return to(all.map(([x, y]): Point => [x * Math.min(1, pixels / most), y * Math.min(1, pixels / most)]));
}

/** Where a window of a size begins in a photo, off the pixels. */
function placeIn({ width, height }: Photo, size: Size, random: Random): Point {
  return [random(0, width - size.width), random(0, height - size.height)];
}

function shifted(warp: Warp, [x, y]: Point): Warp {
  const shift = [x, y, 0];
  return warp.map((entry, i) => entry + shift[Math.floor(i / 3)] * warp[6 + (i % 3)]);
}

function seenIn(photo: Photo, { width, height }: Size, warp: Warp): Float32Array {
  return Float32Array.from({ length: width * height }, (_, i) => {
    const [x, y] = warped(warp, [i % width, Math.floor(i / width)]);
    return bicubic(photo, x, y);
  });
}

function disturb(
  image: Float32Array,
  mask: Uint8Array | null,
  trouble: Cell['trouble'],
  other: Photo,
  random: Random,
): void {
  if (trouble === 'blur') image.set(blurred(image, 1.5));
  if (trouble === 'gamma') {
    const power = random(0, 1) < 0.5 ? 0.5 : 2;
    for (const [i, value] of image.entries()) image[i] = 255 * (Math.max(value, 0) / 255) ** power;
  }
  if (trouble === 'ramp') {
    const angle = random(0, 2 * Math.PI);
    for (const [i, value] of image.entries()) {
      const [x, y] = [(2 * (i % SIDE)) / (SIDE - 1) - 1, (2 * Math.floor(i / SIDE)) / (SIDE - 1) - 1];
      const along = (x * Math.cos(angle) + y * Math.sin(angle)) / Math.SQRT2;
      image[i] = value * (0.9 + 0.4 * along);
    }
  }
  if (trouble === 'occlusion' || trouble === 'mask') {
    const [left, top] = [0, 1].map(() => Math.floor(random(0, SIDE - OCCLUDED)));
    const from = placeIn(other, { width: OCCLUDED, height: OCCLUDED }, random);
    for (let k = 0; k < OCCLUDED ** 2; k++) {
      const [x, y] = [k % OCCLUDED, Math.floor(k / OCCLUDED)];
      const at = (top + y) * SIDE + left + x;
      image[at] = bicubic(other, from[0] + x, from[1] + y);
      if (mask) mask[at] = 0;
    }
  }
}

/** By a Gaussian, whose edge goes on. */
function blurred(image: Float32Array, sigma: number): Float32Array {
  const reach = Math.ceil(4 * sigma);
  const weights = Array.from({ length: 2 * reach + 1 }, (_, k) => Math.exp(-((k - reach) ** 2) / (2 * sigma ** 2)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const clamp = (at: number): number => Math.min(SIDE - 1, Math.max(0, at));
  const along = (from: Float32Array, at: (x: number, y: number, by: number) => number): Float32Array =>
    from.map(
      (_, i) =>
        weights.reduce((sum, weight, k) => sum + weight * from[at(i % SIDE, Math.floor(i / SIDE), k - reach)], 0) /
        total,
    );
  const rows = along(image, (x, y, by) => y * SIDE + clamp(x + by));
  return along(rows, (x, y, by) => clamp(y + by) * SIDE + x);
}

/** With gain, offset and noise, rounded. */
function asBytes(image: Float32Array, gain: number, offset: number, random: Random): Uint8Array {
  return Uint8Array.from(image, (value) => {
    const noise = NOISE * Math.sqrt(-2 * Math.log(1 - random(0, 1))) * Math.cos(random(0, 2 * Math.PI));
    return Math.round(Math.min(255, Math.max(0, gain * value + offset + noise)));
  });
}
