import { type FindReason, findCrop } from '@cropgrad/register';
import { dispose } from '@tensorflow/tfjs-core';
import type { PhotoBox } from '../box.js';
import { onWhite } from './on-white.js';
import { openPhoto } from './open-photo.js';
import type { Job } from './protocol.js';

/** Where a thumbnail was cut from, in pixels of the photo; `reason` is null where it was found. */
export interface FoundBox {
  box: PhotoBox;
  score: number;
  reason: FindReason | null;
}

type FindJob = Extract<Job, { kind: 'find' }>;

/** Looks for a thumbnail in the photo, on the current backend; what is transparent in them counts as white. */
export async function findJob(photo: ImageData, { thumbnail, isTurned, isEnlarged }: FindJob): Promise<FoundBox> {
  const { pixels, picture } = await openPhoto(thumbnail);
  picture.close();
  const found = await findCrop(onWhite(photo), onWhite(pixels), {
    model: isTurned ? 'rotatedBox' : 'box',
    enlarged: isEnlarged,
  });
  const numbers = await found.box.data<'float32'>();
  dispose([found.box, found.theta]);
  const box = photoBox(isTurned ? numbers : turnedBox(numbers), photo);
  return { box, score: found.score, reason: found.reason };
}

/** The numbers of a box as those of a rotated one. */
function turnedBox([left, top, right, bottom]: Float32Array): Float32Array {
  return Float32Array.of((left + right) / 2, (top + bottom) / 2, right - left, bottom - top, 0);
}

function photoBox([cx, cy, w, h, radians]: Float32Array, { width, height }: ImageData): PhotoBox {
  const inPixels = { cx: ((cx + 1) / 2) * width, cy: ((cy + 1) / 2) * height, w: (w / 2) * width, h: (h / 2) * height };
  return { ...inPixels, angle: (radians * 180) / Math.PI };
}
