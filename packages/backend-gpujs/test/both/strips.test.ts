import { MODES, PADDING_MODES } from '@cropgrad/core';
import type { SampleAttrs } from '@cropgrad/core/backend';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { isGLMode } from '../../src/device/gpujs-mode.js';
import { type GpuJsBackend, registerGpuJsBackend } from '../../src/index.js';
import { gradientByLists, gradientByStrips } from '../../src/ops/image-gradient.js';
import { sampleProblem } from '../../src/problem.js';
import { tileLists } from '../../src/ways/strips/plan.js';
import { IS_FULL } from '../runs.js';
import { MODE } from './mode.js';

let backend: GpuJsBackend;

beforeAll(async () => {
  registerGpuJsBackend({ mode: MODE });
  await tf.setBackend('gpujs');
  backend = tf.backend() as GpuJsBackend;
});

/** What is the same in all calls. */
const PLAIN = { fillValue: 0, cutoff: Number.POSITIVE_INFINITY, rounding: 'even', cubicCoefficient: -0.75 } as const;

/** Boxes upright, mirrored, without area and half outside; rotated, sheared and singular thetas. */
const THETAS_2D = [
  [0.5, 0, 0.1, 0, 0.4, -0.2],
  [-0.7, 0, 0.3, 0, -0.3, 0.2],
  [0, 0, 0.05, 0, 0, 0.11],
  [0.6, 0, 0.9, 0, 0.7, -0.8],
  [0.35, -0.35, 0, 0.35, 0.35, 0.1],
  [0.3, 0.9, 0.2, -0.1, 0.4, 0],
  [0.4, 0.2, 0.1, 0.8, 0.4, 0],
  [1e-6, 0.5, 0, 0.5, 1e-6, 0],
];
const THETAS_3D = [
  [0.5, 0, 0, 0.1, 0, -0.6, 0, 0.2, 0, 0, 0.8, 0],
  [0.4, -0.3, 0.2, 0, 0.3, 0.4, -0.1, 0.1, -0.2, 0.1, 0.5, 0.3],
  [0.4, 0.4, 0.4, 0, 0.4, 0.4, 0.4, 0, 0.1, 0.2, 0.3, 0],
  [0, 0, 0.5, 0, 0.5, 0, 0, 0, 0, 0.5, 0, 0],
];

/** A software WebGL takes seconds to compile them; there the conformance suite runs them when there is no time. */
const HAS_VOLUMES = IS_FULL || !isGLMode(MODE);

for (const mode of MODES) {
  for (const paddingMode of PADDING_MODES) {
    test(`strips give what lists give: ${mode}, ${paddingMode}`, () => {
      for (const alignCorners of [false, true]) {
        const options = { mode, paddingMode, alignCorners };
        for (const [n, theta] of THETAS_2D.entries()) {
          const thetas = [theta, THETAS_2D[(n + 1) % THETAS_2D.length]];
          compare(thetas, [3, 23, 40, 2], [9, 11], options);
          // Shorter than the taps.
          compare(thetas, [3, 1 + (n % 4), 3 - (n % 3), 1], [9, 11], options);
        }
        for (const [n, theta] of HAS_VOLUMES ? THETAS_3D.entries() : []) {
          compare([theta, THETAS_3D[(n + 1) % THETAS_3D.length]], [3, 9, 10, 11, 1], [4, 5, 6], options);
        }
      }
    });
  }
}

test.for(PADDING_MODES)('a coordinate near the image whose terms are far away goes by lists: %s', (paddingMode) => {
  // One output in the middle, where 1e17 · 0.5 and what the centre has of it cancel.
  const theta = Float32Array.of(0.5, 0.9, 0.4, -1e17, -1.2, 1.5);
  const imageIndex = Int32Array.of(0);
  const attrs: SampleAttrs = {
    mode: 'bilinear',
    paddingMode,
    alignCorners: false,
    dataFormat: 'NHWC',
    ...PLAIN,
    imageIndex,
  };
  expect(tileLists(theta, sampleProblem(attrs, [1, 4, 6, 1], [1, 1]), 1, 100)).toBeUndefined();
  // Near enough, the same goes by strips.
  theta[3] = -1e3;
  expect(tileLists(theta, sampleProblem(attrs, [1, 4, 6, 1], [1, 1]), 1, 100)).toBeDefined();
});

/** Two crops of the second image of three. */
function compare(
  thetas: readonly (readonly number[])[],
  imageShape: readonly number[],
  size: readonly number[],
  options: Pick<SampleAttrs, 'mode' | 'paddingMode' | 'alignCorners'>,
): void {
  tf.tidy(() => {
    const imageIndex = Int32Array.from(thetas, () => 1);
    const attrs: SampleAttrs = { ...options, ...PLAIN, dataFormat: 'NHWC', imageIndex };
    const problem = sampleProblem(attrs, imageShape, size);
    const pointsInfo = tf.tensor(thetas.flat(), [thetas.length, size.length, size.length + 1]);
    const dy = tf.randomUniform([thetas.length, ...size, problem.channels], -1, 1, 'float32', 1);
    const inputs = { dy, pointsInfo, points: 'theta', images: imageShape[0] } as const;
    const strips = gradientByStrips(backend, problem, inputs);
    const lists = gradientByLists(backend, problem, inputs);
    if (!strips) throw new Error('These crops are to go by strips');
    const found = backend.device.download(strips);
    const expected = backend.device.download(lists);
    backend.device.free(strips);
    backend.device.free(lists);
    expect(expected.some((x) => x !== 0)).toBe(true);
    // The same terms, in another order, by coordinates that were rounded elsewhere.
    const largest = expected.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
    found.forEach((x, p) => {
      if (!(Math.abs(x - expected[p]) <= 1e-5 * largest)) {
        expect.fail(`${JSON.stringify(options)}, element ${p}: ${x} by strips, ${expected[p]} by lists`);
      }
    });
  });
}
