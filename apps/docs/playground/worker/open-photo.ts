import {
  browser,
  concat,
  div,
  expandDims,
  mul,
  slice,
  type Tensor3D,
  type Tensor4D,
  tidy,
} from '@tensorflow/tfjs-core';
import { unreadFormat } from './image-format.js';
import type { OpenedPhoto } from './protocol.js';

/** The longest side of a photo that is worked on, so that its gradient fits in memory. Larger ones are made smaller. */
const MAX_SIDE = 1920;

/** What to do with a file that the browser cannot read. */
const WHAT_NEXT = {
  HEIC: 'This photo is a HEIC file, which this browser cannot read. Save it as JPEG, and choose that: the Photos app exports JPEG; on an iPhone, choose Settings, Camera, Formats, Most Compatible.',
  SVG: 'This file is an SVG drawing, which has no pixels to crop. Export it as PNG, and choose that.',
  unknown: 'This file cannot be read as an image. Choose a JPEG, PNG, WebP, AVIF or GIF.',
} as const;

/**
 * The pixels of an image file, upright and with its alpha, and a picture of these very pixels: of animations the first
 * one.
 */
export async function openPhoto(file: Blob | ImageBitmap): Promise<OpenedPhoto & { pixels: ImageData }> {
  const bitmap = file instanceof Blob ? await decode(file) : file;
  const original = { width: bitmap.width, height: bitmap.height };
  const shrink = Math.min(1, MAX_SIDE / Math.max(original.width, original.height));
  const width = Math.max(1, Math.round(original.width * shrink));
  const height = Math.max(1, Math.round(original.height * shrink));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser gives no canvas to read the photo with.');
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const pixels = context.getImageData(0, 0, width, height);
  const hasAlpha = pixels.data.some((byte, i) => i % 4 === 3 && byte < 255);
  return { size: { width, height }, original, hasAlpha, pixels, picture: canvas.transferToImageBitmap() };
}

async function decode(file: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file);
  } catch {
    throw new Error(WHAT_NEXT[(await unreadFormat(file)) ?? 'unknown']);
  }
}

/**
 * An image as a tensor on the current backend, from 0 to 1: [1,H,W,3], or [1,H,W,4] where it has alpha. Its colours are then
 * multiplied by it, so that the unseen colours of transparent pixels have no part in a crop.
 */
export function photoTensor(pixels: ImageData, hasAlpha: boolean): Tensor4D {
  return tidy(() => {
    if (!hasAlpha) return expandDims<Tensor4D>(div<Tensor3D>(browser.fromPixels(pixels), 255));
    const values = div<Tensor3D>(browser.fromPixels(pixels, 4), 255);
    const [colours, alpha] = [slice(values, [0, 0, 0], [-1, -1, 3]), slice(values, [0, 0, 3])];
    return expandDims<Tensor4D>(concat([mul(colours, alpha), alpha], 2));
  });
}
