import { axesOf, type PhotoBox, type PixelSize } from '../box.js';

/**
 * An image's gradient, [H,W], in which each pixel has the sum over a cell around it, blended into the next cells': a cell is
 * as large as the step from one sample of the crop to the next, and turned as the box is.
 *
 * A crop with fewer pixels than its box reads few pixels at each sample, and none between them. The gradient there is 0,
 * and a picture of it would show stripes that are about the samples, and not about the photo.
 */
export function sumOverCells(
  gradient: Float32Array,
  { width, height }: PixelSize,
  box: PhotoBox,
  cell: PixelSize,
): Float32Array {
  const { across, down } = axesOf(box);
  const reach = { u: cell.width + 0.5, v: cell.height + 0.5 };
  const reachX = Math.ceil(reach.u * Math.abs(across.x) + reach.v * Math.abs(down.x));
  const reachY = Math.ceil(reach.u * Math.abs(across.y) + reach.v * Math.abs(down.y));
  const sums = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const value = gradient[y * width + x];
      if (value === 0) continue;
      for (let toY = Math.max(0, y - reachY); toY <= Math.min(height - 1, y + reachY); toY++) {
        for (let toX = Math.max(0, x - reachX); toX <= Math.min(width - 1, x + reachX); toX++) {
          const [dx, dy] = [toX - x, toY - y];
          const inU = partOfPixel(dx * across.x + dy * across.y, cell.width);
          const inV = partOfPixel(dx * down.x + dy * down.y, cell.height);
          sums[toY * width + toX] += value * inU * inV;
        }
      }
    }
  }
  return sums;
}

/**
 * How much a pixel counts, so far from the middle of a cell, along one axis: the weight falls evenly from 1 in the middle to 0
 * in the middle of the next cell, and this is its integral over the pixel. Over all pixels it is the cell's length.
 */
function partOfPixel(distance: number, length: number): number {
  return weightUpTo(distance + 0.5, length) - weightUpTo(distance - 0.5, length);
}

/** The integral of that weight from the middle of the cell. */
function weightUpTo(distance: number, length: number): number {
  const at = Math.min(Math.abs(distance), length);
  return Math.sign(distance) * (at - (at * at) / (2 * length));
}

/** The step from one sample of a crop to the next, in pixels of the photo. */
export function cellOf(box: PhotoBox, { width, height }: PixelSize, alignCorners: boolean): PixelSize {
  const steps = (count: number) => Math.max(1, alignCorners ? count - 1 : count);
  return { width: Math.abs(box.w) / steps(width), height: Math.abs(box.h) / steps(height) };
}
