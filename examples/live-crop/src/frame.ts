import * as tf from '@tensorflow/tfjs';

/**
 * What a video shows now as the tensor [1,H,W,4], int32 from 0 to 255. An ImageBitmap is what both backends take without
 * a canvas in between; its pixels do not pass the host.
 */
export async function takeFrame(video: HTMLVideoElement): Promise<tf.Tensor4D> {
  const bitmap = await createImageBitmap(video);
  const frame = tf.tidy(() => tf.expandDims<tf.Tensor4D>(tf.browser.fromPixels(bitmap, 4), 0));
  bitmap.close();
  return frame;
}
