import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { type Picture, shrunk } from './shrink.js';

/** How large the pictures are before anybody has dragged. */
export const FIRST_SIDE = 72;

/** The two pictures that are shown before the page's script runs, and where they are. */
export async function stills(): Promise<{ file: string; picture: Picture }[]> {
  const { data, info } = await sharp(fileOf('photos/brick.webp'))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const bricks = { data: Uint8ClampedArray.from(data), width: info.width, height: info.height };
  return [false, true].map((antialias) => ({
    file: fileOf(`antialias/${antialias ? 'averaged' : 'plain'}.png`),
    picture: shrunk(bricks, FIRST_SIDE, antialias),
  }));
}

function fileOf(name: string): string {
  return fileURLToPath(new URL(`../public/${name}`, import.meta.url));
}
