import '@cropgrad/backend-cpu';
import { crop } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';

/** A photo as the tensor [1,H,W,3] from 0 to 1. */
export async function openPhoto(url: string): Promise<tf.Tensor4D> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  const picture = await createImageBitmap(await response.blob());
  const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
  if (!context) throw new Error('this browser gives no canvas');
  context.drawImage(picture, 0, 0);
  await tf.setBackend('cpu');
  const pixels = context.getImageData(0, 0, picture.width, picture.height);
  return tf.tidy(() => tf.expandDims<tf.Tensor4D>(tf.div<tf.Tensor3D>(tf.browser.fromPixels(pixels), 255)));
}

/** The whole photo in `side` × `side` pixels. */
export async function shrunk(photo: tf.Tensor4D, side: number, antialias: boolean): Promise<ImageData> {
  const small = tf.tidy(() => {
    const crops = crop(photo, [[-1, -1, 1, 1]], [side, side], { paddingMode: 'border', antialias });
    return tf.squeeze<tf.Tensor3D>(tf.clipByValue(crops, 0, 1), [0]);
  });
  const values = await tf.browser.toPixels(small);
  small.dispose();
  return new ImageData(new Uint8ClampedArray(values), side, side);
}
