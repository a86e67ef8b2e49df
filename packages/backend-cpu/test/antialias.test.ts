import { type DataFormat, PADDING_MODES } from '@cropgrad/core';
import type { AffineSampleAttrs } from '@cropgrad/core/backend';
import { describe, expect, it } from 'vitest';
import {
  affineSample,
  affineSampleGradImage,
  affineSampleGradTheta,
  perspectiveSample,
  perspectiveSampleGradImage,
  perspectiveSampleGradTheta,
} from '../src/kernels.js';
import { type FilterProblem, filterByHand } from './filter-by-hand.js';
import { PLAIN_RULES } from './plain-rules.js';

/** Thetas that shrink, by name: entries for x, y(, z) and, in perspective, the last row. */
const THETAS = {
  box: [0.8317, 0, 0.1329, 0, -0.7143, -0.2118],
  turned: [0.7019, 0.4238, 0.1723, -0.5341, 0.6617, -0.0811],
  'box of a volume': [0.8317, 0, 0, 0.1329, 0, 0.6143, 0, -0.2118, 0, 0, 0.9227, 0.0934],
  'turned volume': [0.7019, 0.3038, -0.2023, 0.1041, -0.2517, 0.6611, 0.3129, -0.0838, 0.2043, -0.1047, 0.8051, 0.0453],
  perspective: [0.7219, 0.2138, 0.1123, -0.1741, 0.8117, 0.0711, 0.2329, -0.1938, 1.1043],
  'box in perspective': [0.8317, 0, 0.1329, 0, 0.7143, -0.2118, 0, 0, 1],
  'partly behind the camera': [0.5219, 0.2138, 0.1123, -0.1741, 0.5117, 0.0711, 1.9329, 0.0713, -1.1343],
};
const noise = (n: number, seed: number): Float32Array =>
  Float32Array.from({ length: n }, (_, i) => Math.sin(seed * (i + 1) ** 2));
/** [1,…,C] as [1,C,…], or back. */
const transposed = (values: Float32Array, rows: number): Float32Array => {
  const columns = values.length / rows;
  return values.map((_, at) => values[(at % rows) * columns + Math.floor(at / rows)]);
};

/** Runs the three kernels of a theta on one image, given channels last, whatever `dataFormat` is. */
function run(problem: FilterProblem, dataFormat: DataFormat, dy: Float32Array): Float32Array[] {
  const { imageSize, channels, attrs } = problem;
  const last = dataFormat === 'NHWC';
  const shapeOf = (size: readonly number[]): number[] => (last ? [1, ...size, channels] : [1, channels, ...size]);
  const laidOut = (values: Float32Array): Float32Array =>
    last ? values : transposed(values, values.length / channels);
  const back = (values: Float32Array): Float32Array => (last ? values : transposed(values, channels));
  const all: AffineSampleAttrs = { ...PLAIN_RULES, ...attrs, dataFormat, imageIndex: new Int32Array(1) };
  const [imageShape, dyShape] = [shapeOf(imageSize), shapeOf(attrs.size)];
  const [image, theta] = [laidOut(Float32Array.from(problem.image)), Float32Array.from(problem.theta)];
  const perspective = theta.length === 9;
  const sample = perspective ? perspectiveSample : affineSample;
  const byImage = perspective ? perspectiveSampleGradImage : affineSampleGradImage;
  const byTheta = perspective ? perspectiveSampleGradTheta : affineSampleGradTheta;
  return [
    back(sample(image, imageShape, theta, all)),
    back(byImage(laidOut(dy), dyShape, theta, { ...all, imageShape })),
    byTheta(laidOut(dy), dyShape, image, imageShape, theta, all),
  ];
}

describe.each(Object.entries(THETAS))('an antialiased crop, %s', (_, entries) => {
  const dimensions = entries.length === 12 ? 3 : 2;
  const [imageSize, size, channels] = dimensions === 3 ? [[5, 4, 7], [2, 2, 3], 1] : [[13, 15], [3, 4], 2];
  const theta = [...Float32Array.from(entries)];
  const image = noise(imageSize.reduce((p, n) => p * n) * channels, 1.7);
  const dy = noise(size.reduce((p, n) => p * n) * channels, 2.3);

  it.each(PADDING_MODES)('and its gradients are what the rule says: %s', (paddingMode) => {
    (['bilinear', 'bicubic'] as const).forEach((mode, m) => {
      for (const alignCorners of [false, true]) {
        const attrs = { mode, paddingMode, alignCorners, fillValue: 0.7, cubicCoefficient: -0.5, size } as const;
        const problem: FilterProblem = {
          image: [...image],
          imageSize,
          channels,
          theta,
          attrs: { ...attrs, antialias: 1 + m / 4 },
        };
        const [crop, dimage, dtheta] = run(problem, alignCorners ? 'NCHW' : 'NHWC', dy);
        const loss = (changed: Partial<FilterProblem>): number =>
          filterByHand({ ...problem, ...changed }).reduce((sum, value, k) => sum + value * dy[k], 0);

        const wanted = filterByHand(problem);
        expect(largestDifference(crop, wanted)).toBeLessThan(1e-6);
        // The crop is linear in the image.
        const direction = [...noise(image.length, 0.9)];
        const along = loss({ image: direction }) - loss({ image: direction.map(() => 0) });
        expect(dimage.reduce((sum, d, k) => sum + d * direction[k], 0)).toBeCloseTo(along, 5);
        const step = 1e-6;
        const slopes = theta.map((_, k) => {
          const moved = (by: number): number =>
            loss({ theta: theta.map((entry, e) => (e === k ? entry + by : entry)) });
          return (moved(step) - moved(-step)) / (2 * step);
        });
        const largest = Math.max(...slopes.map(Math.abs));
        expect(largest).toBeGreaterThan(0.1);
        expect(largestDifference(dtheta, slopes) / largest).toBeLessThan(1e-6);
      }
    });
  });
});

function largestDifference(found: Float32Array, wanted: readonly number[]): number {
  return wanted.reduce((most, value, k) => Math.max(most, Math.abs(found[k] - value)), 0);
}
