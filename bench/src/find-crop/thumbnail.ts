import sharp from 'sharp';
import type { Case } from './cases.js';
import type { Rgb } from './photo.js';

/**
 * Cuts a case's thumbnail out of its photo, as other programs do: turned with a cubic filter, shrunk with sharp's Lanczos filter,
 * made lighter or darker, and stored as JPEG. None of this project's samplers is used.
 */
export async function makeThumbnail(photo: Rgb, { cut, width, height, gain, offset, quality }: Case): Promise<Rgb> {
  const piece = cutOut(photo, cut);
  const jpeg = await sharp(piece.data, { raw: { width: piece.width, height: piece.height, channels: 3 } })
    .resize(width, height, { fit: 'fill', kernel: 'lanczos3' })
    .linear(gain, offset)
    .jpeg({ quality })
    .toBuffer();
  const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** The standard deviation of a thumbnail's light, shrunk to 32 × 32 pixels: below 3 of 255 it shows next to nothing. */
export async function contrastOf({ data, width, height }: Rgb): Promise<number> {
  const small = await sharp(data, { raw: { width, height, channels: 3 } })
    .resize(32, 32, { fit: 'fill' })
    .greyscale()
    .toBuffer();
  const { channels } = await sharp(small, { raw: { width: 32, height: 32, channels: 1 } }).stats();
  return channels[0].stdev;
}

/** The piece of the photo, pixel for pixel where it is not turned. */
function cutOut(photo: Rgb, { width, height, cx, cy, radians }: Case['cut']): Rgb {
  const data = new Uint8Array(width * height * 3);
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [u, v] = [x + 0.5 - width / 2, y + 0.5 - height / 2];
      cubic(photo, cx + cos * u + sin * v - 0.5, cy - sin * u + cos * v - 0.5, data, (y * width + x) * 3);
    }
  }
  return { data, width, height };
}

/** Reads an RGB pixel between the pixels of a photo, by a Catmull-Rom spline; the edge goes on beyond itself. */
function cubic({ data, width, height }: Rgb, x: number, y: number, out: Uint8Array, at: number): void {
  const [left, top] = [Math.floor(x + 1e-9), Math.floor(y + 1e-9)];
  const [across, down] = [weights(x - left), weights(y - top)];
  for (let c = 0; c < 3; c++) {
    let sum = 0;
    for (let j = 0; j < 4; j++) {
      const row = Math.min(Math.max(top + j - 1, 0), height - 1) * width;
      for (let i = 0; i < 4; i++) {
        const column = Math.min(Math.max(left + i - 1, 0), width - 1);
        sum += down[j] * across[i] * data[(row + column) * 3 + c];
      }
    }
    out[at + c] = Math.min(Math.max(Math.round(sum), 0), 255);
  }
}

/** Of the four pixels around a point that lies `t` behind the second. */
function weights(t: number): [number, number, number, number] {
  return [
    ((2 - t) * t - 1) * t * 0.5,
    ((3 * t - 5) * t * t + 2) * 0.5,
    ((4 - 3 * t) * t + 1) * t * 0.5,
    (t - 1) * t * t * 0.5,
  ];
}
