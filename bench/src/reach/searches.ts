import { crop } from '@cropgrad/core';
import { grad, sub, type Tensor, type Tensor2D, type Tensor4D, tensor2d, tidy } from '@tensorflow/tfjs-core';

/** A square of 96 pixels, read into 24: four pixels of the photo are one of the crop. */
export const BOX_SIDE = 96;
export const CROP_SIZE: [number, number] = [24, 24];
export const STEPS = 80;

/** How a search reads the photo. */
export interface Reading {
  name: string;
  /** The filter at each step: undefined reads without antialias, as the target was read then, too. */
  widen: (step: number) => number | undefined;
  /**
   * What the box is compared with: the place itself, read as the box is; or the small target alone, blurred as much, as nothing
   * else is known of the place where only a thumbnail is there.
   */
  target: 'place' | 'thumbnail';
}

/** Halved every 20 steps, down to 1. */
const from =
  (widest: number) =>
  (step: number): number =>
    Math.max(1, widest * 0.5 ** (step / 20));

export const READINGS: readonly Reading[] = [
  { name: 'plain bilinear', widen: () => undefined, target: 'place' },
  { name: '`antialias: true`', widen: () => 1, target: 'place' },
  { name: '`widen: 4`', widen: () => 4, target: 'place' },
  { name: '`widen` from 8 to 1', widen: from(8), target: 'place' },
  { name: '`widen` from 16 to 1', widen: from(16), target: 'place' },
  { name: '`widen` from 16 to 1, from a thumbnail', widen: from(16), target: 'thumbnail' },
];

/** Where a box ends, and where it should: the corners, normalised. */
export interface Search {
  photo: Tensor4D;
  truth: readonly number[];
  start: readonly number[];
}

/**
 * Moves a box without changing its size, by steps along the gradient of the squared differences whose length shrinks from 3
 * pixels on, and says how far its corner ends from the truth, in pixels of the photo.
 */
export async function search({ photo, truth, start }: Search, { widen, target }: Reading): Promise<number> {
  const [, height, width] = photo.shape;
  let [x, y] = start;
  const side = [(2 * BOX_SIDE) / width, (2 * BOX_SIDE) / height];
  const boxAt = (left: number, top: number): Tensor2D => tensor2d([[left, top, left + side[0], top + side[1]]]);
  const read = (box: Tensor2D, wide: number | undefined): Tensor4D =>
    crop(photo, box, CROP_SIZE, { paddingMode: 'border', antialias: wide === undefined ? false : { widen: wide } });
  const thumbnail = tidy(() => read(boxAt(truth[0], truth[1]), 1));
  /** Blurred by as much at its own size as the photo is by the filter. */
  const blurred = (wide: number): Tensor4D =>
    crop(thumbnail, [[-1, -1, 1, 1]], CROP_SIZE, { paddingMode: 'border', antialias: { widen: wide } });
  for (let step = 0; step < STEPS; step++) {
    const wide = widen(step);
    const slope = tidy(() => {
      const box = boxAt(x, y);
      const wanted = target === 'place' ? read(boxAt(truth[0], truth[1]), wide) : blurred(wide ?? 1);
      // Half the gradient of the mean of squares: dy is the difference.
      const look = (b: Tensor): Tensor4D => read(b as Tensor2D, wide);
      return grad(look)(box, sub(look(box), wanted));
    });
    const [dx, dy, dx2, dy2] = await slope.data();
    slope.dispose();
    // In pixels, which are what a step is measured in.
    const [gx, gy] = [((dx + dx2) * 2) / width, ((dy + dy2) * 2) / height];
    const length = Math.hypot(gx, gy);
    if (length === 0) break;
    const stride = 3 * 0.94 ** step;
    x -= ((stride * gx) / length) * (2 / width);
    y -= ((stride * gy) / length) * (2 / height);
  }
  thumbnail.dispose();
  return Math.hypot(((x - truth[0]) * width) / 2, ((y - truth[1]) * height) / 2);
}
