import * as tf from '@tensorflow/tfjs';
import sharp, { type OverlayOptions, type Sharp } from 'sharp';
import { drawCanvases, drawPlacement, SETS, type SetName } from './distorted-set.js';
import type { Net } from './nets.js';
import { randomStream } from './random-stream.js';
import type { Digits } from './read-digits.js';

const TILE = 84;
const GAP = 4;
const BACKGROUND = '#14171c';

/** A picture of one digit of each class as it lies on its canvas, above, and of what the classifier gets to see of it, below. */
export async function viewsPicture(net: Net, set: SetName, { images, labels }: Digits): Promise<Sharp> {
  const chosen = Array.from({ length: 10 }, (_, digit) => labels.indexOf(digit));
  const random = randomStream(0, 'picture');
  const placements = chosen.map(() => drawPlacement(SETS[set], random));
  const rows = tf.tidy(() => {
    const canvases = drawCanvases(SETS[set], images, chosen, placements);
    return [canvases, net.see(canvases, net.locate?.(canvases))];
  });
  const picture = await pictureOf(rows);
  tf.dispose(rows);
  return picture;
}

/** Rows of images [N,S,S,1] with values from 0 to 1, all as large. */
async function pictureOf(rows: readonly tf.Tensor4D[]): Promise<Sharp> {
  const tiles: OverlayOptions[] = [];
  for (const [r, row] of rows.entries()) {
    const [count, height, width] = row.shape;
    const bytes = Uint8Array.from(await row.data(), (value) => Math.round(255 * value));
    for (let n = 0; n < count; n++) {
      const raw = { width, height, channels: 1 } as const;
      const tile = sharp(bytes.subarray(n * height * width, (n + 1) * height * width), { raw });
      const input = await tile.resize(TILE, TILE, { kernel: 'nearest' }).png().toBuffer();
      tiles.push({ input, left: GAP + n * (TILE + GAP), top: GAP + r * (TILE + GAP) });
    }
  }
  const [width, height] = [GAP + rows[0].shape[0] * (TILE + GAP), GAP + rows.length * (TILE + GAP)];
  return sharp({ create: { width, height, channels: 3, background: BACKGROUND } })
    .composite(tiles)
    .png();
}
