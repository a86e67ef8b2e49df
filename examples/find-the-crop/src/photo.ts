import * as tf from '@tensorflow/tfjs';
import sharp from 'sharp';

/** An image file, read: for tfjs as [1,H,W,3] with values from 0 to 1, and for drawing as it is. */
export interface Photo {
  file: string;
  image: tf.Tensor4D;
  height: number;
  width: number;
}

/** Reads an image file in any format that sharp knows; transparency and orientation are resolved first. */
export async function readPhoto(file: string): Promise<Photo> {
  const { data, info } = await sharp(file)
    .rotate()
    .flatten()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { height, width } = info;
  const image = tf.tidy(() => tf.div<tf.Tensor4D>(tf.tensor4d(Float32Array.from(data), [1, height, width, 3]), 255));
  return { file, image, height, width };
}

/** A [1,h,w,3] crop as a PNG, for pasting into a picture. */
export async function cropToPng(crop: tf.Tensor4D): Promise<Buffer> {
  const [, height, width] = crop.shape;
  const bytes = tf.tidy(() => tf.round(tf.mul(tf.clipByValue(crop, 0, 1), 255)).dataSync());
  return sharp(Uint8Array.from(bytes), { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}
