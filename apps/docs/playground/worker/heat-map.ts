import type { PixelSize } from '../box.js';
import { LOWERS, opacityOf, RAISES } from '../gradient-colours.js';

/** A picture of a gradient: RGBA, transparent where it is 0. */
export interface HeatMap {
  size: PixelSize;
  pixels: Uint8ClampedArray<ArrayBuffer>;
  /** The largest absolute value: the strongest colour. */
  strongest: number;
}

/** The longest side of a heat map. A larger gradient is reduced, each block to its strongest pixel. */
const MAX_SIDE = 960;

/** Paints a gradient with respect to an image, [H,W]. */
export function heatMap(gradient: Float32Array, { width, height }: PixelSize): HeatMap {
  const block = Math.ceil(Math.max(width, height) / MAX_SIDE);
  const size = { width: Math.ceil(width / block), height: Math.ceil(height / block) };
  const reduced = new Float32Array(size.width * size.height);
  let strongest = 0;
  for (let y = 0, at = 0; y < height; y++) {
    const row = Math.floor(y / block) * size.width;
    for (let x = 0; x < width; x++, at++) {
      const cell = row + Math.floor(x / block);
      if (Math.abs(gradient[at]) > Math.abs(reduced[cell])) reduced[cell] = gradient[at];
      if (Math.abs(gradient[at]) > strongest) strongest = Math.abs(gradient[at]);
    }
  }
  return { size, pixels: paint(reduced, strongest), strongest };
}

function paint(values: Float32Array, strongest: number): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(values.length * 4);
  for (let i = 0; i < values.length; i++) {
    if (values[i] === 0) continue;
    const [red, green, blue] = values[i] > 0 ? RAISES : LOWERS;
    pixels[4 * i] = red;
    pixels[4 * i + 1] = green;
    pixels[4 * i + 2] = blue;
    pixels[4 * i + 3] = 255 * opacityOf(values[i] / strongest);
  }
  return pixels;
}
