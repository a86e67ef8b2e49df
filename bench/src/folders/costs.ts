import { join } from 'node:path';
import sharp from 'sharp';
import { DESCRIBED_SIDE } from '../../../packages/find/src/folder/descriptors.js';
import { ThumbnailIndex } from '../../../packages/find/src/folder/thumbnail-index.js';
import { openImage } from '../../../packages/find/src/images/open-image.js';
import { readGrey } from '../../../packages/find/src/images/read-grey.js';
import { match } from '../../../packages/find/src/pair/match.js';
import { shrinkPhotoBy, shrinkThumbnailBy } from '../../../packages/find/src/pair/shrink-by.js';

/** What a step of cropgrad-find on folders costs. */
export interface Cost {
  step: string;
  /** CPU time of all threads, in milliseconds: the median. */
  ms: number;
}

const TIMES = 9;
const THUMBNAILS = 1000;
const BOX = { model: 'box', enlarged: false } as const;

/** Measures each step on a photo of 12 megapixels. */
export async function measureCosts(folder: string, names: readonly string[]): Promise<Cost[]> {
  const [first, second] = await Promise.all(names.slice(0, 2).map((name) => jpeg(join(folder, name))));
  const photo = await openImage('photo', first);
  const cut = sharp(first).extract({ left: 900, top: 700, width: 1600, height: 1200 }).resize(200, 150);
  const thumbnail = await openImage('thumbnail', await cut.jpeg().toBuffer());
  const readSmall = () => readGrey(photo, photo.width / DESCRIBED_SIDE);
  const readLarge = () => readGrey(photo, shrinkPhotoBy(photo));
  const readThumbnail = () => readGrey(thumbnail, shrinkThumbnailBy(thumbnail));
  const [small, large, grey] = [await readSmall(), await readLarge(), await readThumbnail()];
  const other = await openImage('other', second);
  const otherLarge = await readGrey(other, shrinkPhotoBy(other));
  const [one, many] = [1, THUMBNAILS].map((count) => new ThumbnailIndex(Array.from({ length: count }, () => grey)));
  const steps: [step: string, work: () => Promise<unknown>][] = [
    ['a photo: decode it, small', readSmall],
    ['a photo: describe it, and compare it with 1 thumbnail', () => one.rank(small)],
    [`a photo: describe it, and compare it with ${THUMBNAILS} thumbnails`, () => many.rank(small)],
    ['a thumbnail: decode it', readThumbnail],
    ['a likely photo of a thumbnail: decode it at 2,048 pixels', readLarge],
    ['a likely photo of a thumbnail: search, and find', () => match(large, grey, BOX)],
    ['a likely photo of a thumbnail: search, and do not find', () => match(otherLarge, grey, BOX)],
  ];
  const costs: Cost[] = [];
  for (const [step, work] of steps) costs.push({ step, ms: await cpuTime(work) });
  one.dispose();
  many.dispose();
  return costs;
}

function jpeg(file: string): Promise<Buffer> {
  return sharp(file).resize(4000, 3000, { fit: 'cover' }).jpeg({ quality: 90 }).toBuffer();
}

async function cpuTime(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n <= TIMES; n++) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    // The first call compiles.
    if (n > 0) times.push((user + system) / 1000);
  }
  return times.sort((a, b) => a - b)[Math.floor(TIMES / 2)];
}
