import { gridSample, gridSampleGradGrid, gridSampleGradImage } from '@cropgrad/backend-cpu/kernels';
import { pixelAxis } from './pixel-axis.js';
import type { Size } from './pixel-box.js';
import { PLAIN_OPTIONS } from './plain-options.js';
import type { Point } from './point.js';
import type { Sampler } from './samplers.js';

/** What a point reads of an image. */
export interface PointTaps {
  /** The value that is read, and its slopes along x and y, per pixel. */
  value: number;
  slope: Point;
  /** The gradient by each pixel, row by row: its weight. */
  weights: Float32Array;
}

/** The taps of a point in an image [H,W], at least 2 × 2. Its position is in pixels, with the centre of pixel 0 at 0. */
export function pointTaps(pixels: readonly number[], size: Size, at: Point, sampler: Sampler): PointTaps {
  const call = callOf(size, at);
  const attrs = { ...PLAIN_OPTIONS, ...sampler };
  const image = Float32Array.from(pixels);
  const [value] = gridSample(image, call.imageShape, call.point, POINTS, attrs);
  const dy = Float32Array.of(1);
  const weights = gridSampleGradImage(dy, ONE, call.point, POINTS, { ...attrs, imageShape: call.imageShape });
  return { value, slope: slopeOf(image, call, sampler), weights };
}

/** How the weight of each pixel changes as the point moves along x, per pixel. */
export function weightSlopes(pixels: number, size: Size, at: Point, sampler: Sampler): number[] {
  const call = callOf(size, at);
  // The weight of a pixel is what is read of an image that is 1 there and 0 elsewhere.
  return Array.from({ length: pixels }, (_, k) => {
    const image = new Float32Array(pixels);
    image[k] = 1;
    return slopeOf(image, call, sampler).x;
  });
}

/** One point of one image, as the kernels take it. */
interface PointCall {
  imageShape: number[];
  point: Float32Array;
  /** How many coordinates a pixel is. */
  perPixel: Point;
}

const ONE = [1, 1, 1, 1];
const POINTS = [1, 1, 1, 2];

function callOf([height, width]: Size, at: Point): PointCall {
  const [x, y] = [pixelAxis(width, false), pixelAxis(height, false)];
  return {
    imageShape: [1, height, width, 1],
    point: Float32Array.of(x.fromPixels(at.x), y.fromPixels(at.y)),
    perPixel: { x: x.fromPixels(1) - x.fromPixels(0), y: y.fromPixels(1) - y.fromPixels(0) },
  };
}

function slopeOf(image: Float32Array, { imageShape, point, perPixel }: PointCall, sampler: Sampler): Point {
  const { mode, cubicCoefficient } = sampler;
  // Nearest has no slope: core answers zeros, and runs no kernel.
  if (mode === 'nearest') return { x: 0, y: 0 };
  const attrs = { ...PLAIN_OPTIONS, mode, cubicCoefficient };
  const [dx, dy] = gridSampleGradGrid(Float32Array.of(1), ONE, image, imageShape, point, POINTS, attrs);
  return { x: dx * perPixel.x, y: dy * perPixel.y };
}
