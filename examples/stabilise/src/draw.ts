import type { Tensor4D } from '@tensorflow/tfjs-core';
import sharp from 'sharp';

/** How many frames a strip shows, and how wide each frame's column is in it. */
const SHOWN = 4;
const COLUMN = 8;
const GAP = 6;

/** Frames [N,h,w,3] as bytes. */
async function bytesOf(frames: Tensor4D): Promise<Buffer> {
  return Buffer.from(Uint8Array.from(await frames.data(), (value) => Math.round(Math.min(Math.max(value, 0), 255))));
}

/** An animation of frames. */
export async function drawAnimation(file: string, frames: Tensor4D): Promise<void> {
  const [count, height, width] = frames.shape;
  const raw = { width, height: count * height, channels: 3, pageHeight: height } as const;
  await sharp(await bytesOf(frames), { raw })
    .webp({ loop: 0, delay: Array<number>(count).fill(80) })
    .toFile(file);
}

/** Rows of frames, each row a sequence; on the right the middle column of every frame, one after the other. */
export async function drawStrip(file: string, rows: readonly Tensor4D[]): Promise<void> {
  const [count, height, width] = rows[0].shape;
  const across = SHOWN * (width + GAP) + count * COLUMN;
  const strip = Buffer.alloc(3 * across * (rows.length * (height + GAP) - GAP), 255);
  for (const [row, frames] of rows.entries()) {
    const bytes = await bytesOf(frames);
    const copy = (frame: number, y: number, from: number, pixels: number, to: number): void => {
      const at = 3 * ((frame * height + y) * width + from);
      bytes.copy(strip, 3 * ((row * (height + GAP) + y) * across + to), at, at + 3 * pixels);
    };
    for (let y = 0; y < height; y++) {
      for (let n = 0; n < SHOWN; n++) {
        copy(Math.round((n * (count - 1)) / (SHOWN - 1)), y, 0, width, n * (width + GAP));
      }
      for (let n = 0; n < count * COLUMN; n++) {
        copy(Math.floor(n / COLUMN), y, width / 2, 1, SHOWN * (width + GAP) + n);
      }
    }
  }
  await sharp(strip, { raw: { width: across, height: strip.length / (3 * across), channels: 3 } })
    .webp({ quality: 85 })
    .toFile(file);
}
