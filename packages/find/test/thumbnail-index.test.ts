import { memory } from '@tensorflow/tfjs-core';
import sharp, { type Sharp } from 'sharp';
import { expect, it } from 'vitest';
import { ThumbnailIndex } from '../src/folder/thumbnail-index.js';
import { openImage } from '../src/images/open-image.js';
import { type Grey, readGrey } from '../src/images/read-grey.js';
import { useWasm } from '../src/images/use-wasm.js';
import { cut } from './user-folder.js';

async function grey(picture: Sharp, factor = 1): Promise<Grey> {
  return readGrey(await openImage('picture', await picture.png().toBuffer()), factor);
}

const turned = async (angle: number) => sharp(await cut(0, 0, 512, 512).flop().png().toBuffer()).rotate(angle);
const PHOTOS = [cut(0, 0, 512, 512), await turned(0), await turned(90), await turned(180)];
const photos = await Promise.all(PHOTOS.map((photo) => grey(photo, 2)));

/** Large and small, wide and high, of other lightness and contrast. */
const THUMBNAILS: Sharp[] = [
  cut(20, 10, 480, 480).resize(64, 64),
  cut(130, 6, 192, 192).resize(90, 90).linear(0.7, 30),
  cut(120, 300, 130, 80).resize(130, 80).linear(1.2, -20),
  cut(350, 20, 80, 200).resize(50, 125),
  cut(200, 200, 60, 60),
];

it('finds the photo that a thumbnail was cut from among mirrored and turned ones', async () => {
  await useWasm();
  const thumbnails = await Promise.all(THUMBNAILS.map((thumbnail) => grey(thumbnail)));
  const before = memory().numTensors;
  const index = new ThumbnailIndex([...thumbnails, null]);
  const scores: Float32Array[] = [];
  for (const photo of photos) scores.push(await index.rank(photo));
  for (const k of THUMBNAILS.keys()) {
    const [right, ...others] = scores.map((of) => of[k]);
    expect(right).toBeGreaterThan(Math.max(...others));
    expect(right).toBeGreaterThan(0.85);
    expect(right).toBeLessThan(1.0001);
  }
  for (const of of scores) expect(of[THUMBNAILS.length]).toBe(-1);
  index.dispose();
  expect(memory().numTensors).toBe(before);
});

it('takes photos that are narrower than any square, and no thumbnail that can be read', async () => {
  const strip = await grey(cut(0, 0, 512, 12));
  const index = new ThumbnailIndex([await grey(cut(100, 0, 12, 12))]);
  const [score] = await index.rank(strip);
  expect(Math.abs(score)).toBeLessThanOrEqual(1);
  expect([...(await new ThumbnailIndex([null]).rank(strip))]).toEqual([-1]);
});
