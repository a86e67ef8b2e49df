import { affineSample, affineSampleGradImage, affineSampleGradTheta } from '@cropgrad/backend-cpu/kernels';
import { writeBoxGradients } from '@cropgrad/core/backend';
import { pixelAxis } from './pixel-axis.js';
import { thetaOf } from './pixel-box.js';
import { PLAIN_OPTIONS } from './plain-options.js';

/** How an output that stands for several pixels is read. `antialias` is how much its filter is widened; 0 is without one. */
export interface FilterOptions {
  mode: 'bilinear' | 'bicubic';
  antialias: number;
}

/** What one output reads of a row of pixels. */
export interface FilterTaps {
  value: number;
  /** The gradient by each pixel: its weight. */
  weights: Float32Array;
  /** The gradient by the two ends of the output, per pixel. */
  ends: [number, number];
}

/**
 * The taps of one output of a crop of a row: it stands for the pixels between `from` and `to`, where pixel k reaches from k to
 * k + 1.
 */
export function filterTaps(pixels: readonly number[], from: number, to: number, options: FilterOptions): FilterTaps {
  const width = pixels.length;
  const { fromPixels } = pixelAxis(width, false);
  const theta = thetaOf([fromPixels(from - 0.5), -1, fromPixels(to - 0.5), 1]);
  const imageShape = [1, 1, width, 1];
  const shape = [1, 1, 1, 1];
  const one = Float32Array.of(1);
  const image = Float32Array.from(pixels);
  // Core's default coefficient is another one under antialias.
  const cubicCoefficient = options.antialias > 0 ? -0.5 : -0.75;
  const attrs = { ...PLAIN_OPTIONS, paddingMode: 'border', ...options, cubicCoefficient } as const;
  const [value] = affineSample(image, imageShape, theta, attrs);
  const weights = affineSampleGradImage(one, shape, theta, { ...attrs, imageShape });
  const gradient = new Float32Array(4);
  writeBoxGradients(gradient, affineSampleGradTheta(one, shape, image, imageShape, theta, attrs), 2);
  const perPixel = fromPixels(1) - fromPixels(0);
  return { value, weights, ends: [gradient[0] * perPixel, gradient[2] * perPixel] };
}
