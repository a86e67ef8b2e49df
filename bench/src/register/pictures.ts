import { join } from 'node:path';
import sharp from 'sharp';
import type { Pair } from './make-pairs.js';
import { type Warp, warped } from './warp.js';

const GAP = 8;

/** The moving image, the fixed one, and the fixed one in a checkerboard with the moving one warped on it; side by side. */
export async function savePicture(folder: string, name: string, pair: Pair, warp: Warp): Promise<void> {
  const { movingSize, fixedSize } = pair;
  const height = Math.max(movingSize.height, fixedSize.height);
  const width = movingSize.width + 2 * fixedSize.width + 2 * GAP;
  const pixels = new Uint8Array(width * height).fill(255);
  const put = (
    left: number,
    { width: w, height: h }: Pair['fixedSize'],
    at: (x: number, y: number) => number,
  ): void => {
    for (let k = 0; k < w * h; k++) pixels[Math.floor(k / w) * width + left + (k % w)] = at(k % w, Math.floor(k / w));
  };
  put(0, movingSize, (x, y) => pair.moving[y * movingSize.width + x]);
  put(movingSize.width + GAP, fixedSize, (x, y) => pair.fixed[y * fixedSize.width + x]);
  put(movingSize.width + fixedSize.width + 2 * GAP, fixedSize, (x, y) => {
    const own = pair.fixed[y * fixedSize.width + x];
    if ((Math.floor(x / 24) + Math.floor(y / 24)) % 2 === 0) return own;
    const [px, py] = warped(warp, [x, y]).map(Math.round);
    const inside = px >= 0 && py >= 0 && px < movingSize.width && py < movingSize.height;
    return inside ? pair.moving[py * movingSize.width + px] : 0;
  });
  await sharp(pixels, { raw: { width, height, channels: 1 } })
    .png()
    .toFile(join(folder, `${name}.png`));
}
