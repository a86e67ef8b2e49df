import '@cropgrad/backend-webgl';
import { boxesFromPixels, crop } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { CROP_SIZE, faceBox, PHOTO_SIZE } from './face-box.ts';

const ready = tf.setBackend('webgl');

/**
 * The face in the photo at an address, cropped by the browser's GPU. Only the browser may import this module: see
 * `crop-panel.tsx`. Leaves no tensor behind.
 */
export async function cropPhoto(address: string, zoom: number): Promise<ImageData> {
  if (!(await ready)) throw new Error('WebGL does not start in this browser.');
  const photo = new Image();
  photo.src = address;
  await photo.decode();
  const face = tf.tidy(() => {
    const pixels = tf.expandDims<tf.Tensor4D>(tf.browser.fromPixels(photo), 0);
    const crops = crop(pixels, boxesFromPixels([faceBox(zoom)], PHOTO_SIZE), CROP_SIZE);
    return tf.cast(tf.round(tf.squeeze<tf.Tensor3D>(crops, [0])), 'int32');
  });
  const [height, width] = CROP_SIZE;
  const pixels = await tf.browser.toPixels(face);
  face.dispose();
  return new ImageData(new Uint8ClampedArray(pixels), width, height);
}
