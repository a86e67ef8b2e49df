import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { InputError } from '../../../commands/input-error.js';

/** A grey photo, from 0 to 255, row by row. */
export interface Photo {
  name: string;
  width: number;
  height: number;
  data: Float32Array;
}

/** Longer photos are shrunk until their shorter side is as long, so that 192 pixels show as much of each. */
const SHORTER_SIDE = 512;

/** All photos of a folder, by name. */
export async function photosIn(folder: string): Promise<Photo[]> {
  const names = (await readdir(folder)).filter((name) => /\.(png|jpe?g|webp)$/i.test(name)).sort();
  if (names.length === 0) throw new InputError(`${folder}: there are no photos (png, jpg, webp)`);
  return Promise.all(names.map((name) => photoOf(join(folder, name), name)));
}

async function photoOf(path: string, name: string): Promise<Photo> {
  const { data, info } = await sharp(path)
    .rotate()
    .removeAlpha()
    .greyscale()
    .resize({ width: SHORTER_SIDE, height: SHORTER_SIDE, fit: 'outside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const grey = Float32Array.from({ length: info.width * info.height }, (_, i) => data[i * info.channels]);
  return { name, width: info.width, height: info.height, data: grey };
}

/** The value between pixels by Catmull and Rom's cubic, whose edge goes on for a pixel; 0 beyond. The middle of pixel 0 is 0. */
export function bicubic({ width, height, data }: Photo, x: number, y: number): number {
  if (!(x >= -0.5 && x <= width - 0.5 && y >= -0.5 && y <= height - 0.5)) return 0;
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const across = cubic(x - left);
  let sum = 0;
  for (const [j, weight] of cubic(y - top).entries()) {
    const row = Math.min(height - 1, Math.max(0, top + j - 1)) * width;
    let inRow = 0;
    for (let i = 0; i < 4; i++) inRow += across[i] * data[row + Math.min(width - 1, Math.max(0, left + i - 1))];
    sum += weight * inRow;
  }
  return sum;
}

function cubic(t: number): number[] {
  return [
    ((2 - t) * t - 1) * t * 0.5,
    ((3 * t - 5) * t * t + 2) * 0.5,
    ((4 - 3 * t) * t + 1) * t * 0.5,
    (t - 1) * t * t * 0.5,
  ];
}
