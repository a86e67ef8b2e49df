import { stat } from 'node:fs/promises';
import * as tf from '@tensorflow/tfjs';
import sharp, { type OutputInfo, type Sharp } from 'sharp';
import { InputError } from './input-error.js';

/** Reads an image file, upright and without transparency, as a tensor [1,H,W,3] with values from 0 to 1. */
export async function readPhoto(file: string): Promise<tf.Tensor4D> {
  const { data, info } = await readPixels(file);
  return tf.tidy(() => tf.div(tf.tensor4d(Float32Array.from(data), [1, info.height, info.width, info.channels]), 255));
}

async function readPixels(file: string): Promise<{ data: Buffer; info: OutputInfo }> {
  const found = await stat(file).catch(() => undefined);
  if (!found) throw new InputError(`--image: there is no file ${file}`);
  if (!found.isFile()) throw new InputError(`--image: ${file} is not a file`);
  try {
    const upright = sharp(file).autoOrient().flatten({ background: 'white' }).toColourspace('srgb');
    return await upright.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new InputError(`--image: ${file} cannot be read as an image (${reason})`);
  }
}

/** Turns images [N,h,w,3] with values from 0 to 1 into one picture each. */
export function pictures(images: tf.Tensor4D): Sharp[] {
  const [count, height, width] = images.shape;
  const bytes = Uint8ClampedArray.from(images.dataSync(), (value) => 255 * value);
  const length = height * width * 3;
  return Array.from({ length: count }, (_, i) =>
    sharp(bytes.subarray(i * length, (i + 1) * length), { raw: { width, height, channels: 3 } }),
  );
}
