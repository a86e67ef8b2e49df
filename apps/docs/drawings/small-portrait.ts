import { fileURLToPath } from 'node:url';
import { affineSample } from '@cropgrad/backend-cpu/kernels';
import sharp from 'sharp';
import { PLAIN_OPTIONS } from './plain-options.js';

/** The portrait, shrunk by the library to 48 × 48 grey bytes. */
export async function smallPortrait(): Promise<Uint8Array> {
  const file = fileURLToPath(new URL('../public/photos/astronaut.webp', import.meta.url));
  const { data, info } = await sharp(file).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  const shape = [1, info.height, info.width, 1];
  const options = { ...PLAIN_OPTIONS, size: [48, 48], antialias: 1, paddingMode: 'border' } as const;
  const small = affineSample(Float32Array.from(data), shape, new Float32Array([1, 0, 0, 0, 1, 0]), options);
  return Uint8Array.from(small, Math.round);
}
