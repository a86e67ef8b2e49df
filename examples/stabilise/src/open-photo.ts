import { join } from 'node:path';
import { type Tensor4D, tensor4d } from '@tensorflow/tfjs-core';
import sharp from 'sharp';

const FILE = join(import.meta.dirname, '../../../apps/docs/public/photos/astronaut.webp');

/** The photo that is filmed, [1,H,W,3] from 0 to 255. */
export async function openPhoto(): Promise<Tensor4D> {
  const { data, info } = await sharp(FILE).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return tensor4d(Float32Array.from(data), [1, info.height, info.width, 3]);
}
