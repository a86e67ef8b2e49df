import { gridSample, gridSampleGradGrid, gridSampleGradImage } from '@cropgrad/backend-cpu/kernels';
import { pixelAxis } from './pixel-axis.js';
import type { Size } from './pixel-box.js';
import { PLAIN_OPTIONS } from './plain-options.js';
import type { Point } from './point.js';
import type { Sampler } from './samplers.js';

/** What a point reads of each pixel of an image, row by row, and what of all of them. */
export interface PointTaps {
  /** The value that is read, and its slopes along x and y, per pixel. */
  value: number;
  slope: Point;
  /** The gradient by each pixel: its weight. */
  weights: Float32Array;
  /** How each weight changes as the point moves along x, per pixel. */
  weightSlopes: number[];
}

/** The taps of a point in an image [H,W], at least 2 × 2. Its position is in pixels, with the centre of pixel 0 at 0. */
export function pointTaps(pixels: readonly number[], [height, width]: Size, at: Point, sampler: Sampler): PointTaps {
  const [x, y] = [pixelAxis(width, false), pixelAxis(height, false)];
  const point = Float32Array.of(x.fromPixels(at.x), y.fromPixels(at.y));
  const one = Float32Array.of(1);
  const [shape, points] = [
    [1, 1, 1, 1],
    [1, 1, 1, 2],
  ];
  const imageShape = [1, height, width, 1];
  const attrs = { ...PLAIN_OPTIONS, ...sampler };
  const image = Float32Array.from(pixels);
  const [value] = gridSample(image, imageShape, point, points, attrs);
  const weights = gridSampleGradImage(one, shape, point, points, { ...attrs, imageShape });
  const { mode, cubicCoefficient } = sampler;
  if (mode === 'nearest') return { value, slope: { x: 0, y: 0 }, weights, weightSlopes: pixels.map(() => 0) };
  const slopesOf = (read: Float32Array): Point => {
    const all = { ...attrs, mode, cubicCoefficient };
    const [dx, dy] = gridSampleGradGrid(one, shape, read, imageShape, point, points, all);
    return { x: dx * (x.fromPixels(1) - x.fromPixels(0)), y: dy * (y.fromPixels(1) - y.fromPixels(0)) };
  };
  // The weight of a pixel is what is read of an image that is 1 there and 0 elsewhere.
  const weightSlopes = pixels.map((_, k) => slopesOf(Float32Array.from(pixels, (_, i) => Number(i === k))).x);
  return { value, slope: slopesOf(image), weights, weightSlopes };
}
