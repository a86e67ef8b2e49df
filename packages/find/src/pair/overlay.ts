import { decoded, type OpenImage } from '../images/open-image.js';
import { cornersOf, type Placement } from './placement.js';

const LONGEST = 1600;

/** A photo with the outline of a placement on it, as a png of at most 1600 pixels a side. */
export function overlay(photo: OpenImage, placement: Placement): Promise<Buffer> {
  const scale = Math.min(1, LONGEST / Math.max(photo.width, photo.height));
  const width = Math.max(1, Math.round(photo.width * scale));
  const height = Math.max(1, Math.round(photo.height * scale));
  const points = cornersOf(placement).map(([x, y]) => `${x * scale},${y * scale}`);
  const line = Math.max(1, Math.max(width, height) / 250);
  const outline = (stroke: string, thick: number) =>
    `<polygon points="${points.join(' ')}" fill="none" stroke="${stroke}" stroke-width="${thick}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    ${outline('black', 2 * line)}${outline('#34e05a', line)}</svg>`;
  return decoded(photo.file, () =>
    photo
      .upright()
      .resize(width, height, { fit: 'fill' })
      .toColourspace('srgb')
      .composite([{ input: Buffer.from(svg) }])
      .png()
      .toBuffer(),
  );
}
