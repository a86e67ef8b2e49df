import type { AffinePointGradientAttrs, AffineSampleAttrs } from '@cropgrad/core/backend';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import { beforeAll, expect, test } from 'vitest';
import { buildBackend } from './build-backend.js';

beforeAll(() => tf.setBackend('wasm'));

const WAYS = ['box', 'theta', 'grid'] as const;
const BUILDS = ['simd', 'scalar'] as const;

/** The gradient of an image [1,H,W,C] that `crops` crops of `size` meet through one theta; every dy is `value`. */
function imageGradient(
  build: 'simd' | 'scalar',
  way: (typeof WAYS)[number],
  theta: number[],
  [crops, ...size]: [number, number, number],
  imageShape: [number, number, number, number],
  value: number,
): Float32Array {
  const backend = tf.backend() as BackendWasm;
  const { AffineGrid, AffineSampleGradImage, GridSampleGradImage } = buildBackend(build).kernels;
  if (!AffineSampleGradImage) throw new Error('a fused kernel is missing');
  const attrs: AffineSampleAttrs & { imageShape: number[]; size: number[] } = {
    mode: 'bilinear',
    paddingMode: 'border',
    alignCorners: false,
    dataFormat: 'NHWC',
    fillValue: 0,
    cutoff: Number.POSITIVE_INFINITY,
    rounding: 'even',
    cubicCoefficient: -0.75,
    antialias: 0,
    imageIndex: new Int32Array(crops),
    imageShape,
    size,
  };
  const dy = tf.fill([crops, ...size, imageShape[3]], value);
  const thetas = tf.tensor(
    Float32Array.from({ length: 6 * crops }, (_, k) => theta[k % 6]),
    [crops, 2, 3],
  );
  const held = [dy.dataId, thetas.dataId];
  try {
    let gradient: tf.TensorInfo;
    if (way === 'grid') {
      const grid = AffineGrid({
        inputs: { theta: thetas },
        attrs: { size, alignCorners: false },
        backend,
        shape: [crops, ...size, 2],
      });
      held.push(grid.dataId);
      gradient = GridSampleGradImage({ inputs: { dy, grid }, attrs, backend, shape: imageShape });
    } else {
      gradient = AffineSampleGradImage({ inputs: { dy, theta: thetas }, attrs, backend, shape: imageShape });
    }
    held.push(gradient.dataId);
    return (backend.readSync(gradient.dataId) as Float32Array).slice();
  } finally {
    tf.dispose([dy, thetas]);
    for (const id of held.slice(2)) backend.disposeData(id);
  }
}

/** On pixel (row 0, column 0) of any image, and turned a little for `theta`, so that it is not taken for a box. */
const CORNER = { box: [0, 0, -1, 0, 0, -1], theta: [0, 1e-9, -1, 1e-9, 0, -1], grid: [0, 0, -1, 0, 0, -1] };

for (const build of BUILDS) {
  for (const way of WAYS) {
    test.each([
      [1, 1, 1],
      [64, 64, 1],
      [480, 640, 1],
    ])(`${build}: more outputs than float32 can count meet one pixel of [%i,%i,%i], by ${way}`, (h, w, c) => {
      // 17,640,000 ones; a float32 stops at 16,777,216.
      const gradient = imageGradient(build, way, CORNER[way], [1, 4200, 4200], [1, h, w, c], 1);
      expect(Math.abs(gradient[0] / 4200 ** 2 - 1)).toBeLessThan(1e-5);
      expect(gradient.subarray(1).every((value) => value === 0)).toBe(true);
    });

    test(`${build}: 100,000 crops of 8 × 8 meet one pixel, by ${way}`, () => {
      const gradient = imageGradient(build, way, CORNER[way], [100_000, 8, 8], [1, 2, 2, 1], Math.fround(0.1));
      expect(Math.abs(gradient[0] / (6_400_000 * Math.fround(0.1)) - 1)).toBeLessThan(1e-5);
    });

    test(`${build}: a texture of 2 × 2 under 16 crops of 1000 × 1000, by ${way}`, () => {
      const theta = way === 'theta' ? [0.9, -0.5, 0.1, 0.4, 0.8, 0.05] : [0.9, 0, 0.1, 0, 0.8, 0.05];
      const value = Math.fround(0.1);
      for (const channels of [1, 3]) {
        const gradient = imageGradient(build, way, theta, [16, 1000, 1000], [1, 2, 2, channels], value);
        const expected = textureGradient(theta.map(Math.fround), 1000, 16 * value);
        for (let k = 0; k < gradient.length; k++) {
          expect(Math.abs(gradient[k] / expected[Math.floor(k / channels)] - 1)).toBeLessThan(1e-5);
        }
      }
    });
  }
}

/** What each pixel of a 2 × 2 texture with border padding gets from size² outputs of `value` each, in float64. */
function textureGradient([a, b, c, d, e, f]: number[], size: number, value: number): number[] {
  const sums = [0, 0, 0, 0];
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const [u, v] = [(2 * j + 1) / size - 1, (2 * i + 1) / size - 1];
      const x = Math.min(Math.max(a * u + b * v + c + 0.5, 0), 1);
      const y = Math.min(Math.max(d * u + e * v + f + 0.5, 0), 1);
      sums[0] += value * (1 - x) * (1 - y);
      sums[1] += value * x * (1 - y);
      sums[2] += value * (1 - x) * y;
      sums[3] += value * x * y;
    }
  }
  return sums;
}

test.each(BUILDS)('%s: the theta gradient of a row of 1,000,000 points', (build) => {
  const backend = tf.backend() as BackendWasm;
  const { AffineSampleGradTheta } = buildBackend(build).kernels;
  if (!AffineSampleGradTheta) throw new Error('a fused kernel is missing');
  const width = 1_000_000;
  for (const channels of [1, 2, 3, 4]) {
    for (const turn of [0, 1e-9]) {
      // A ramp of slope 0.1 along x, so that every point's gradient is 0.1 · W/2.
      const image = tf.tensor(
        Float32Array.from({ length: 32 * channels }, (_, k) => 0.1 * (Math.floor(k / channels) % 8)),
        [1, 4, 8, channels],
      );
      const theta = tf.tensor([0.5, turn, 0, turn, 0.5, 0], [1, 2, 3]);
      const dy = tf.ones([1, 1, width, channels]);
      const attrs: AffinePointGradientAttrs = {
        mode: 'bilinear',
        paddingMode: 'zeros',
        alignCorners: false,
        dataFormat: 'NHWC',
        fillValue: 0,
        cutoff: Number.POSITIVE_INFINITY,
        rounding: 'even',
        cubicCoefficient: -0.75,
        antialias: 0,
        imageIndex: Int32Array.of(0),
        size: [1, width],
      };
      const { dataId } = AffineSampleGradTheta({ inputs: { dy, image, theta }, attrs, backend, shape: [1, 2, 3] });
      const [, , byShift] = backend.readSync(dataId) as Float32Array;
      expect(Math.abs(byShift / (0.1 * 4 * width * channels) - 1)).toBeLessThan(1e-5);
      backend.disposeData(dataId);
      tf.dispose([image, theta, dy]);
    }
  }
});
