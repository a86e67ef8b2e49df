import type * as tf from '@tensorflow/tfjs';
import sharp, { type OverlayOptions, type Sharp } from 'sharp';

const ZOOM = 4;
const GAP = 4;
const BACKGROUND = '#14171c';

/** Rows of pictures [N,h,w,1] with values from 0 to 1, enlarged. */
export async function digitsPicture(rows: readonly tf.Tensor4D[]): Promise<Sharp> {
  const [count, height, width] = rows[0].shape;
  const [high, wide] = [height * ZOOM, width * ZOOM];
  const tiles: OverlayOptions[] = [];
  for (const [r, row] of rows.entries()) {
    const bytes = Uint8Array.from(await row.data(), (value) => Math.round(255 * value));
    for (let n = 0; n < count; n++) {
      const raw = { width, height, channels: 1 } as const;
      const tile = sharp(bytes.subarray(n * height * width, (n + 1) * height * width), { raw });
      const input = await tile.resize(wide, high, { kernel: 'nearest' }).png().toBuffer();
      tiles.push({ input, left: GAP + n * (wide + GAP), top: GAP + r * (high + GAP) });
    }
  }
  const [pictureWidth, pictureHeight] = [GAP + count * (wide + GAP), GAP + rows.length * (high + GAP)];
  const paper = { width: pictureWidth, height: pictureHeight, channels: 3, background: BACKGROUND } as const;
  return sharp({ create: paper }).composite(tiles).png();
}
