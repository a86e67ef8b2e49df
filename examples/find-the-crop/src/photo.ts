import { stat } from 'node:fs/promises';
import * as tf from '@tensorflow/tfjs';
import sharp, { type OutputInfo, type Sharp } from 'sharp';
import { InputError } from '../../../commands/input-error.js';

/** As a tensor, a photo of so many pixels takes 1.2 GB. */
const MAX_PIXELS = 100_000_000;

/** Reads the image file of a flag, upright and without transparency, as a tensor [1,H,W,3] with values from 0 to 1. */
export async function readPhoto(flag: string, file: string): Promise<tf.Tensor4D> {
  const { data, info } = await readPixels(flag, file);
  return tf.tensor4d(fractions(data), [1, info.height, info.width, info.channels]);
}

async function readPixels(flag: string, file: string): Promise<{ data: Buffer; info: OutputInfo }> {
  const found = await stat(file).catch(() => undefined);
  if (!found) throw new InputError(`${flag}: there is no file ${file}`);
  if (!found.isFile()) throw new InputError(`${flag}: ${file} is not a file`);
  try {
    const picture = sharp(file, { limitInputPixels: false });
    const { width, height } = await picture.metadata();
    if (width * height > MAX_PIXELS) throw new Error(`${width} x ${height} pixels; at most ${MAX_PIXELS} are read`);
    const upright = picture.autoOrient().flatten({ background: 'white' }).toColourspace('srgb');
    return await upright.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new InputError(`${flag}: ${file} cannot be read as an image (${reason})`);
  }
}

/**
 * Bytes as numbers from 0 to 1. A loop, as `Float32Array.from(bytes, …)` makes a list of all numbers first, which for a
 * photo of 48 megapixels is longer than V8 allows.
 */
function fractions(bytes: Uint8Array): Float32Array {
  const values = new Float32Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) values[i] = bytes[i] / 255;
  return values;
}

/** The inverse of `fractions`, rounded and clipped. */
function toBytes(values: ArrayLike<number>): Uint8ClampedArray {
  const bytes = new Uint8ClampedArray(values.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = 255 * values[i];
  return bytes;
}

/** Turns images [N,h,w,3] with values from 0 to 1 into one picture each. */
export async function pictures(images: tf.Tensor4D): Promise<Sharp[]> {
  const [count, height, width] = images.shape;
  const bytes = toBytes(await images.data());
  const length = height * width * 3;
  return Array.from({ length: count }, (_, i) =>
    sharp(bytes.subarray(i * length, (i + 1) * length), { raw: { width, height, channels: 3 } }),
  );
}
