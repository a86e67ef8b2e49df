import sharp, { type Sharp } from 'sharp';
import { InputError } from '../command/input-error.js';
import { oneLine } from '../command/one-line.js';

/** A picture that was opened, not decoded. */
export interface OpenImage {
  /** The file, for messages. */
  readonly file: string;
  /** Of the upright picture, in pixels. */
  readonly width: number;
  readonly height: number;
  /** A new pipeline that begins with the upright picture. */
  upright(): Sharp;
}

/** More pixels than this are refused: they would take gigabytes. */
const MAX_PIXELS = 268_000_000;

/** Opens the bytes of an image file: png, jpeg, webp, avif, gif, tiff, svg. Throws an InputError. */
export async function openImage(file: string, bytes: Buffer): Promise<OpenImage> {
  const upright = (): Sharp => sharp(bytes, { limitInputPixels: false }).autoOrient();
  const { autoOrient } = await decoded(file, () => sharp(bytes, { limitInputPixels: false }).metadata());
  const { width, height } = autoOrient;
  if (width * height > MAX_PIXELS) {
    throw new InputError(
      `${file} has ${width} x ${height} pixels, and at most ${MAX_PIXELS} are read: shrink it first`,
    );
  }
  return { file, width, height, upright };
}

/** Runs what decodes an image; whatever fails there is an InputError about the file. */
export async function decoded<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new InputError(`${file} cannot be read as an image (${oneLine(reason)})`);
  }
}
