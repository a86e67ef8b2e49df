import { affineSample, gridSample } from '@cropgrad/core';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { startWebGL } from './variant.js';

let backend: MathBackendWebGL;

beforeAll(async () => {
  backend = await startWebGL({ precision: 'f32', blends: true });
});

type By = 'theta' | 'antialiased theta' | 'grid';

/** How many programs are linked by crops by a theta, antialiased or not, or a grid, and their gradients by the image and by the points. */
function programsOf(by: By, images: number, crops: number, height: number, channels: number): number {
  const { gl } = backend.gpgpu;
  const link = gl.linkProgram;
  let linked = 0;
  tf.tidy(() => {
    // On the GPU, so that no program of tfjs's has to bring them there.
    const image = tf.fill([images, height, 9, channels], 0.5);
    const dy = tf.fill([crops, height, 5, channels], 0.5);
    const points = tf.fill(by === 'grid' ? [crops, height, 5, 2] : [crops, 2, 3], 0.5);
    const sample = (x: tf.Tensor, p: tf.Tensor): tf.Tensor =>
      by === 'grid'
        ? gridSample(x as tf.Tensor4D, p as tf.Tensor4D)
        : affineSample(x as tf.Tensor4D, p as tf.Tensor3D, [height, 5], { antialias: by === 'antialiased theta' });
    gl.linkProgram = (program) => {
      linked++;
      link.call(gl, program);
    };
    try {
      sample(image, points);
      tf.grads(sample)([image, points], dy);
    } finally {
      gl.linkProgram = link;
    }
  });
  return linked;
}

test.each([
  // Its forward, two copies, taps, an empty texture and numbers for the image, and three for the theta.
  ['theta', 9],
  // The copies, the empty texture and the numbers are there.
  ['grid', 3],
  // Its forward, two for the image, two for the theta, whose sums over parts are there.
  ['antialiased theta', 5],
] as const)('a training step by %s compiles %i programs, and other shapes none', (by, programs) => {
  expect(programsOf(by, 1, 3, 20, 3)).toBe(programs);
  for (const [images, crops, height, channels] of [
    [4, 4, 33, 2],
    [1, 2, 64, 5],
  ]) {
    expect(programsOf(by, images, crops, height, channels)).toBe(0);
  }
});
