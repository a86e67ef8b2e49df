import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import sharp from 'sharp';
import { InputError } from '../../../commands/input-error.js';

/** A photo in a folder. */
export interface Photo {
  name: string;
  path: string;
  width: number;
  height: number;
}

/** Bytes, row by row, RGB. */
export interface Rgb {
  data: Uint8Array;
  width: number;
  height: number;
}

/** The PNGs and JPEGs of a folder, by name. */
export async function readPhotos(folder: string): Promise<Photo[]> {
  const names = (await readdir(folder)).filter((name) => /\.(png|jpe?g)$/i.test(name)).sort();
  if (names.length < 2) throw new InputError(`${folder} has ${names.length} photos; expected two or more`);
  return Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      const { width, height } = await sharp(path).metadata();
      return { name: basename(name), path, width, height };
    }),
  );
}

/** A photo with so many pixels along its longer side. */
export async function resizedPhoto(photo: Photo, longSide: number): Promise<Rgb> {
  const shrink = longSide / Math.max(photo.width, photo.height);
  const [width, height] = [Math.round(photo.width * shrink), Math.round(photo.height * shrink)];
  const image = sharp(photo.path).removeAlpha().toColourspace('srgb').resize(width, height, { fit: 'fill' });
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  return { data: rgbOf(data, info.channels), width: info.width, height: info.height };
}

/** Three channels of one or three. */
function rgbOf(data: Uint8Array, channels: number): Uint8Array {
  if (channels === 3) return data;
  return Uint8Array.from({ length: (data.length / channels) * 3 }, (_, k) => data[Math.floor(k / 3) * channels]);
}
