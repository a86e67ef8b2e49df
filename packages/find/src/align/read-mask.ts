import { type Tensor2D, tensor2d } from '@tensorflow/tfjs-core';
import { InputError } from '../command/input-error.js';
import { type OpenImage, openImage } from '../images/open-image.js';
import { readBytes } from '../images/read-bytes.js';
import { readGrey } from '../images/read-grey.js';

/** What is at least half way to white counts. */
const COUNTS = 128;

/** A mask [H,W] of zeros and ones for a picture, shrunk as that is. Throws an InputError for a file of another size. */
export async function readMask(flag: string, file: string, picture: OpenImage, factor: number): Promise<Tensor2D> {
  const image = await openImage(file, await readBytes(file));
  if (image.width !== picture.width || image.height !== picture.height) {
    const sizes = `${image.width} x ${image.height} pixels, and ${picture.file} ${picture.width} x ${picture.height}`;
    throw new InputError(`${flag}: ${file} has ${sizes}: a mask must have the size of its picture`);
  }
  const { data, width, height } = await readGrey(image, factor);
  return tensor2d(
    data.map((value) => (value >= COUNTS ? 1 : 0)),
    [height, width],
  );
}
