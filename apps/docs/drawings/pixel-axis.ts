import { affineGrid } from '@cropgrad/backend-cpu/kernels';

/** One axis of an image, between coordinates from -1 to 1 and positions in pixels, with the centre of pixel 0 at 0. */
export interface PixelAxis {
  toPixels: (coordinate: number) => number;
  fromPixels: (position: number) => number;
}

/**
 * The axis of an image of `size` pixels, at least 2. The library says where the centres of the first and the last pixel are:
 * they are the outer points of a grid as large as the image. A straight line goes through both.
 */
export function pixelAxis(size: number, alignCorners: boolean): PixelAxis {
  const grid = affineGrid(new Float32Array([1, 0, 0, 0, 1, 0]), 1, [1, size], alignCorners);
  const [first, last] = [grid[0], grid[2 * (size - 1)]];
  const perPixel = (last - first) / (size - 1);
  return {
    toPixels: (coordinate) => (coordinate - first) / perPixel,
    fromPixels: (position) => first + position * perPixel,
  };
}
