import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { InputError } from '../command/input-error.js';
import { oneLine } from '../command/one-line.js';
import { readBytes } from './read-bytes.js';

/** An image file of a folder, known by its content. */
export interface ImageRef {
  /** Its path within the folder, with forward slashes. */
  readonly name: string;
  /** SHA-256 of its bytes. */
  readonly hash: string;
}

const IMAGE = /\.(avif|gif|jpe?g|png|svg|tiff?|webp)$/i;

/** The image files in a folder and below it, by name. Throws an InputError where there is none. */
export async function listImages(folder: string): Promise<ImageRef[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    throw new InputError(`${folder} cannot be read (${oneLine(error)})`);
  });
  const names = entries
    .filter((entry) => !entry.isDirectory() && IMAGE.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  if (names.length === 0) throw new InputError(`${folder} holds no image: png, jpeg, webp, avif, gif, tiff or svg`);
  const broken = names.find((name) => /[\r\n]/.test(name));
  if (broken !== undefined)
    throw new InputError(`${folder}: ${oneLine(broken)} has a line break in its name: rename it`);
  const images: ImageRef[] = [];
  for (const name of names) images.push({ name, hash: hashOf(await readBytes(join(folder, name))) });
  return images;
}

/** SHA-256, in hex. */
export function hashOf(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
