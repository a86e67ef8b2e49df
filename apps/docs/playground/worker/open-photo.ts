import { browser, div, expandDims, type Tensor3D, type Tensor4D, tidy } from '@tensorflow/tfjs-core';
import type { OpenedPhoto } from './protocol.js';

/** The longest side of a photo that is worked on, so that its gradient fits in memory. Larger ones are made smaller. */
const MAX_SIDE = 1920;

/** The pixels of an image file, upright, and a picture of these very pixels: of animations the first one. */
export async function openPhoto(file: Blob): Promise<OpenedPhoto & { pixels: ImageData }> {
  const bitmap = await createImageBitmap(file).catch(() => {
    throw new Error('This file cannot be read as an image. Choose a JPEG, PNG, WebP, AVIF or GIF.');
  });
  const original = { width: bitmap.width, height: bitmap.height };
  const shrink = Math.min(1, MAX_SIDE / Math.max(original.width, original.height));
  const width = Math.max(1, Math.round(original.width * shrink));
  const height = Math.max(1, Math.round(original.height * shrink));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser gives no canvas to read the photo with.');
  // What a file leaves transparent is shown, and cropped, on white.
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const pixels = context.getImageData(0, 0, width, height);
  return { size: { width, height }, original, pixels, picture: canvas.transferToImageBitmap() };
}

/** An image as the tensor [1,H,W,3] on the current backend, from 0 to 1. */
export function photoTensor(pixels: ImageData): Tensor4D {
  return tidy(() => expandDims<Tensor4D>(div<Tensor3D>(browser.fromPixels(pixels), 255)));
}
