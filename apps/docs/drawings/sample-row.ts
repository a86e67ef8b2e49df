import { gridSample, gridSampleGradGrid } from '@cropgrad/backend-cpu/kernels';
import type { PointGradientAttrs } from '@cropgrad/core/backend';
import { pixelAxis } from './pixel-axis.js';
import { PLAIN_OPTIONS } from './plain-options.js';
import type { Sampler } from './samplers.js';

/**
 * What is read of a row of pixels at each position, counted in pixels from the centre of pixel 0, and its slope there, per
 * pixel.
 */
export function sampleRow(
  pixels: readonly number[],
  positions: readonly number[],
  sampler: Sampler,
  options: Partial<Omit<PointGradientAttrs, 'mode' | 'cubicCoefficient'>> = {},
): { values: Float32Array; slopes: number[] } {
  const image = Float32Array.from(pixels);
  const imageShape = [1, 1, pixels.length, 1];
  const attrs = { ...PLAIN_OPTIONS, ...options };
  const { fromPixels } = pixelAxis(pixels.length, attrs.alignCorners);
  const grid = Float32Array.from(positions.flatMap((x) => [fromPixels(x), 0]));
  const gridShape = [1, 1, positions.length, 2];
  const values = gridSample(image, imageShape, grid, gridShape, { ...attrs, ...sampler });
  const { mode, cubicCoefficient } = sampler;
  // Nearest has no slope: core answers zeros, and runs no kernel.
  if (mode === 'nearest') return { values, slopes: positions.map(() => 0) };
  const dy = new Float32Array(positions.length).fill(1);
  const shape = [1, 1, positions.length, 1];
  const all = { ...attrs, mode, cubicCoefficient };
  const dgrid = gridSampleGradGrid(dy, shape, image, imageShape, grid, gridShape, all);
  const perPixel = fromPixels(1) - fromPixels(0);
  return { values, slopes: positions.map((_, k) => dgrid[2 * k] * perPixel) };
}
