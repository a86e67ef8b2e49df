import type { Mode, PaddingMode } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import { beforeAll, expect, test } from 'vitest';
import { expectAgreement } from './agreement.js';
import { buildBackend } from './build-backend.js';
import { cpuAnswers } from './cpu-answers.js';
import { runKernels } from './run-kernels.js';
import type { SampleCase } from './sample-case.js';

beforeAll(() => tf.setBackend('wasm'));

/** Two crops of one image with NHWC pixels; the first is upright, and reaches over the edges. */
function wideCase(
  channels: number,
  width: number,
  imageWidth: number,
  mode: Mode,
  paddingMode: PaddingMode,
  fillValue: number,
): SampleCase {
  const noise = (length: number, seed: number): Float32Array =>
    Float32Array.from({ length }, (_, k) => Math.sin((k + seed) * (k + 12.9898)));
  const imageShape = [1, 7, imageWidth, channels];
  const cropsShape = [2, 3, width, channels];
  return {
    attrs: {
      mode,
      paddingMode,
      fillValue,
      cutoff: Number.POSITIVE_INFINITY,
      rounding: 'even',
      cubicCoefficient: -0.75,
      antialias: 0,
      alignCorners: false,
      dataFormat: 'NHWC',
      size: [3, width],
      imageShape,
      imageIndex: Int32Array.of(0, 0),
    },
    image: noise(7 * imageWidth * channels, 1),
    imageDtype: 'float32',
    theta: Float32Array.of(0.6301, 0, 0.5117, 0, 0.7903, 0.1303, 0.6301, 0.1117, 0.3117, -0.1203, 0.7903, 0.1303),
    thetaShape: [2, 2, 3],
    // Here and there outside, and none on an edge, where the last bit decides.
    grid: noise(2 * 3 * width * 2, 7).map((value) => value * 1.0317),
    gridShape: [2, 3, width, 2],
    dy: noise(2 * 3 * width * channels, 3),
    cropsShape,
  };
}

/** Loops take up to 16 values at a time, and add up to 128 columns: more of both than the random cases have. */
const SHAPES = [
  [16, 5, 9],
  [20, 5, 9],
  [33, 6, 9],
  [1, 300, 200],
  [2, 300, 200],
  [3, 300, 200],
  [4, 129, 90],
  [8, 257, 90],
] as const;

test.each(SHAPES)('%i channels, %i columns of an image of %i', (channels, width, imageWidth) => {
  for (const build of ['simd', 'scalar'] as const) {
    const backend = buildBackend(build);
    for (const mode of ['bilinear', 'nearest', 'bicubic'] as const) {
      for (const paddingMode of ['zeros', 'border', 'reflection'] as const) {
        for (const fillValue of [0, 0.75]) {
          const c = wideCase(channels, width, imageWidth, mode, paddingMode, fillValue);
          expectAgreement(runKernels(backend, c), cpuAnswers(c), c, build === 'simd' ? 'float32' : 'float64');
          if (mode === 'bicubic') continue;
          const white = { ...c, image: c.image.map(() => 255), attrs: { ...c.attrs, fillValue: 255 } };
          const { affineSample, gridSample } = runKernels(backend, white);
          expect([...affineSample, ...gridSample].every((value) => value === 255)).toBe(true);
        }
      }
    }
  }
});
