import type { PixelSize } from '../box.js';

/** A picture of a gradient: RGBA, transparent where it is 0. */
export interface HeatMap {
  size: PixelSize;
  pixels: Uint8ClampedArray<ArrayBuffer>;
  /** The largest absolute gradient of a pixel, summed over its channels: the strongest colour. */
  strongest: number;
}

/** The colours of where a brighter pixel would raise the loss, and of where it would lower it. */
const RAISES = [255, 122, 41];
const LOWERS = [64, 156, 255];

/** The longest side of a heat map. A larger gradient is reduced, each block to its strongest pixel. */
const MAX_SIDE = 960;

/** Paints a gradient with respect to an image [1,H,W,C]. */
export function heatMap(gradient: ArrayLike<number>, { width, height }: PixelSize, channels: number): HeatMap {
  const block = Math.ceil(Math.max(width, height) / MAX_SIDE);
  const size = { width: Math.ceil(width / block), height: Math.ceil(height / block) };
  const reduced = new Float32Array(size.width * size.height);
  let strongest = 0;
  for (let y = 0, at = 0; y < height; y++) {
    const row = Math.floor(y / block) * size.width;
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let c = 0; c < channels; c++) sum += gradient[at++];
      const cell = row + Math.floor(x / block);
      if (Math.abs(sum) > Math.abs(reduced[cell])) reduced[cell] = sum;
      if (Math.abs(sum) > strongest) strongest = Math.abs(sum);
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
    // The square root shows weak gradients too.
    pixels[4 * i + 3] = 255 * Math.sqrt(Math.abs(values[i]) / strongest);
  }
  return pixels;
}
