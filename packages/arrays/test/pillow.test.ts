import { readFileSync } from 'node:fs';
import { type ArrayOptions, cropArray, type PixelImage } from '@cropgrad/arrays';
import { describe, expect, it } from 'vitest';
import { furthest } from './furthest.js';

/** A call, and what Pillow answers: numbers of RGB images, or of the first channel as floats. */
interface Case extends Pick<ArrayOptions, 'mode' | 'format' | 'antialias' | 'fit' | 'fillValue'> {
  name: string;
  image: 'bytes' | 'floats';
  size: [number, number];
  box: number[];
  values: number[];
}

const file = new URL('../fixtures/pillow.json', import.meta.url);
const fixture: { width: number; height: number; pixels: number[]; cases: Case[] } = JSON.parse(
  readFileSync(file, 'utf8'),
);
const { width, height, pixels, cases } = fixture;
const images: Record<Case['image'], PixelImage> = {
  bytes: { data: Uint8Array.from(pixels), width, height, channels: 3 },
  floats: { data: Float32Array.from(pixels.filter((_, i) => i % 3 === 0)), width, height, channels: 1 },
};

describe('is what Pillow gives', () => {
  for (const { name, image, size, box, values, ...options } of cases) {
    const call = { ...options, layout: 'NHWC' } as const;
    if (image === 'floats') {
      // The file has six digits of numbers below 1000.
      it(name, () => expect(furthest(cropArray(images.floats, [box], size, call).data, values)).toBeLessThan(6e-4));
    } else {
      // Pillow rounds bytes after each of its two passes, and this once.
      it(name, () => {
        const { data } = cropArray(images.bytes, [box], size, { ...call, dtype: 'uint8' });
        expect(furthest(data, values)).toBeLessThanOrEqual(call.mode === 'nearest' ? 0 : 1);
      });
    }
  }
});
