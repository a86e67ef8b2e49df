import '@cropgrad/backend-cpu';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { boxesFromPixels, crop } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import sharp from 'sharp';
import { CROP_SIZE, faceBox, PHOTO_SIZE } from '../face-box.ts';

const PHOTO = join(process.cwd(), '../find-the-crop/astronaut.png');

/** `/thumbnail?zoom=2`: the face in the photo as a PNG, cropped by the server. */
export async function GET(request: Request): Promise<Response> {
  const zoom = Number(new URL(request.url).searchParams.get('zoom') ?? 1);
  if (!(zoom >= 1 && zoom <= 3)) return new Response('zoom is from 1 to 3', { status: 400 });
  await tf.setBackend('cpu');
  const { data, info } = await sharp(await readFile(PHOTO))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const face = tf.tidy(() => {
    const photo = tf.tensor4d(data, [1, info.height, info.width, 3], 'int32');
    return tf.round(crop(photo, boxesFromPixels([faceBox(zoom)], PHOTO_SIZE), CROP_SIZE));
  });
  const [height, width] = CROP_SIZE;
  const pixels = Uint8Array.from(await face.data());
  face.dispose();
  const png = await sharp(pixels, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
}
