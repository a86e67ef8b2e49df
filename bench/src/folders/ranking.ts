import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { DESCRIBED_SIDE } from '../../../packages/find/src/folder/descriptors.js';
import { ThumbnailIndex } from '../../../packages/find/src/folder/thumbnail-index.js';
import { openImage } from '../../../packages/find/src/images/open-image.js';
import { type Grey, readGrey } from '../../../packages/find/src/images/read-grey.js';
import { shrinkThumbnailBy } from '../../../packages/find/src/pair/shrink-by.js';

/** How often the right photo is among the so many that are most like a thumbnail. */
export interface Ranking {
  photos: number;
  thumbnails: number;
  among: { first: number; share: number }[];
}

const PHOTOS = 400;
const THUMBNAILS = 200;
const FIRST = [1, 8, 32];

/** A part of a photo, mirrored and turned: each is a photo of its own, and those of one `view` may show the same. */
interface Part {
  picture: Buffer;
  view: string;
}

/** Makes many pictures of a few photos, cuts thumbnails out of them, and ranks all pictures for each. */
export async function measureRanking(folder: string, names: readonly string[]): Promise<Ranking> {
  const random = numbers(808);
  const parts: Part[] = [];
  for (let n = 0; n < PHOTOS; n++) parts.push(await part(folder, names, random));
  const thumbnails: Grey[] = [];
  for (let n = 0; n < THUMBNAILS; n++) thumbnails.push(await thumbnailOf(parts[n].picture, random));
  const index = new ThumbnailIndex(thumbnails);
  const scores: Float32Array[] = [];
  for (const { picture } of parts) {
    const image = await openImage('photo', picture);
    const factor = Math.max(1, Math.max(image.width, image.height) / DESCRIBED_SIDE);
    scores.push(await index.rank(await readGrey(image, factor)));
  }
  index.dispose();
  const better = thumbnails.map((_, k) => {
    const isBetter = (n: number) => scores[n][k] > scores[k][k] && parts[n].view !== parts[k].view;
    return parts.filter((_, n) => isBetter(n)).length;
  });
  const among = FIRST.map((first) => ({ first, share: better.filter((count) => count < first).length / THUMBNAILS }));
  return { photos: PHOTOS, thumbnails: THUMBNAILS, among };
}

async function part(folder: string, names: readonly string[], random: () => number): Promise<Part> {
  const name = names[Math.floor(random() * names.length)];
  const whole = sharp(join(folder, name)).removeAlpha();
  const { width, height } = await whole.metadata();
  const h = Math.round(height * (0.3 + 0.7 * random()));
  const w = Math.round(Math.min(width, h * (0.7 + 0.8 * random())));
  const area = {
    left: Math.floor(random() * (width - w)),
    top: Math.floor(random() * (height - h)),
    width: w,
    height: h,
  };
  const [quarters, mirrored] = [Math.floor(4 * random()), random() < 0.5];
  const cut = await whole.extract(area).flop(mirrored).png().toBuffer();
  return {
    picture: await sharp(cut)
      .rotate(90 * quarters)
      .png()
      .toBuffer(),
    view: `${name} ${quarters} ${mirrored}`,
  };
}

/**
 * Cut from anywhere, of any shape from 0.6 to 1.7, at least 64 pixels and a fourteenth of the photo; with other light,
 * as a jpeg.
 */
async function thumbnailOf(picture: Buffer, random: () => number): Promise<Grey> {
  const whole: Sharp = sharp(picture);
  const { width, height } = await whole.metadata();
  const longer = Math.max(width, height);
  const side = longer * Math.exp(Math.log(Math.min(1, Math.max(64 / longer, 1 / 14))) * random());
  const aspect = 0.6 + 1.1 * random();
  const w = Math.max(12, Math.min(width, Math.round(side * Math.sqrt(aspect))));
  const h = Math.max(12, Math.min(height, Math.round(w / aspect)));
  const scale = Math.min(1, Math.max(64, Math.min(256, w * (0.08 + 0.92 * random()))) / w);
  const bytes = await whole
    .extract({
      left: Math.floor(random() * (width - w)),
      top: Math.floor(random() * (height - h)),
      width: w,
      height: h,
    })
    .resize(Math.max(12, Math.round(w * scale)), Math.max(12, Math.round(h * scale)), { fit: 'fill' })
    .linear(0.8 + 0.45 * random(), 40 * random() - 20)
    .jpeg({ quality: Math.round(50 + 45 * random()) })
    .toBuffer();
  const image = await openImage('thumbnail', bytes);
  return readGrey(image, shrinkThumbnailBy(image));
}

/** The same numbers from 0 to 1 each time. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
