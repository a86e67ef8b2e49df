import type * as tf from '@tensorflow/tfjs';
import sharp, { type OverlayOptions } from 'sharp';
import type { Batch } from './batch.js';

/** Pixels on the sheet for one of a picture. */
const ZOOM = 2;
const GAP = 8;
/** Numbers of a tensor. */
type Numbers = Float32Array | Int32Array | Uint8Array;

/** By label. */
const COLOURS = ['', '#d6336c', '#1c7ed6', '#2b8a3e'];

/** Writes pictures of batches, a row for each, with the boxes and points of each picture drawn over it. */
export async function writeSheet(file: string, rows: readonly Batch[]): Promise<void> {
  const pictures: OverlayOptions[] = [];
  let [top, right] = [GAP, 0];
  for (const batch of rows) {
    const [count, height, width] = batch.image.shape;
    const [pixels, boxes, points, labels] = await Promise.all(
      [batch.image, batch.boxes, batch.points, batch.labels].map((tensor: tf.Tensor) => tensor.data()),
    );
    const size = 3 * height * width;
    const perPicture = batch.labels.shape[1];
    for (let n = 0; n < count; n++) {
      const left = GAP + n * (ZOOM * width + GAP);
      const bytes = Uint8Array.from(pixels.subarray(n * size, (n + 1) * size), (value) => Math.round(255 * value));
      const things = Array.from({ length: perPicture }, (_, k) => n * perPicture + k);
      const marks = things.map((at) =>
        mark(boxes.subarray(4 * at, 4 * at + 4), points.subarray(2 * at, 2 * at + 2), COLOURS[labels[at]]),
      );
      const viewBox = 'viewBox="-1 -1 2 2" preserveAspectRatio="none"';
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${ZOOM * width}" height="${ZOOM * height}" ${viewBox}>${marks.join('')}</svg>`;
      const enlarged = sharp(bytes, { raw: { width, height, channels: 3 } }).resize(ZOOM * width, ZOOM * height, {
        kernel: 'nearest',
      });
      pictures.push({ input: await enlarged.png().toBuffer(), left, top }, { input: Buffer.from(svg), left, top });
      right = Math.max(right, left + ZOOM * width + GAP);
    }
    top += ZOOM * height + GAP;
  }
  await sharp({ create: { width: right, height: top, channels: 3, background: 'white' } })
    .composite(pictures)
    .png({ palette: true })
    .toFile(file);
}

/** A box and its point; one that is not in the picture is nothing. */
function mark([x, y, x2, y2]: Numbers, [px, py]: Numbers, colour: string): string {
  if (x2 <= x || y2 <= y) return '';
  const box = `<rect x="${x}" y="${y}" width="${x2 - x}" height="${y2 - y}" fill="none" stroke="${colour}" stroke-width="0.03"/>`;
  return `${box}<circle cx="${px}" cy="${py}" r="0.03" fill="white" stroke="${colour}" stroke-width="0.02"/>`;
}
