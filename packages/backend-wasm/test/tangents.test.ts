import { cpuBackend } from '@cropgrad/backend-cpu';
import { gridSampleJvp } from '@cropgrad/core';
import { registerCropBackend } from '@cropgrad/core/backend';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { wasmBackend } from '../src/index.js';
import { buildBackend } from './build-backend.js';
import { type SampleCase, sampleCase } from './sample-case.js';

afterEach(() => registerCropBackend(wasmBackend));

/** The derivatives of a case's samples along a tangent, and their gradients by grid and image, on tfjs's current backend. */
function answers(c: SampleCase): { derivatives: Float32Array; dgrid: Float32Array; dimage: Float32Array } {
  const { mode, paddingMode, alignCorners, dataFormat, fillValue, cubicCoefficient, cutoff, imageIndex } = c.attrs;
  const outside = cutoff === 0.5 ? 'fill' : 'pad';
  const options = {
    mode,
    paddingMode,
    alignCorners,
    dataFormat,
    fillValue,
    cubicCoefficient,
    outside,
    imageIndex,
  } as const;
  const made = tf.tidy(() => {
    const image: tf.Tensor = tf.tensor(Float32Array.from(c.image), c.attrs.imageShape);
    const grid: tf.Tensor = tf.tensor(c.grid, c.gridShape);
    const tangent: tf.Tensor = tf.tensor(
      c.grid.map((_, k) => Math.sin(3 * k)),
      c.gridShape,
    );
    const dy = tf.tensor(c.dy, c.cropsShape);
    const [dgrid, dimage] = [
      tf.grad((g) => gridSampleJvp(image, g, tangent, options))(grid, dy),
      tf.grad((i) => gridSampleJvp(i, grid, tangent, options))(image, dy),
    ];
    const derivatives = gridSampleJvp(image, grid, tangent, options);
    return { derivatives, dgrid, dimage };
  });
  const read = {
    derivatives: made.derivatives.dataSync<'float32'>().slice(),
    dgrid: made.dgrid.dataSync<'float32'>().slice(),
    dimage: made.dimage.dataSync<'float32'>().slice(),
  };
  tf.dispose(made);
  return read;
}

test.each(['simd', 'scalar'] as const)(
  'the %s build moves points along tangents as the cpu kernels do',
  async (build) => {
    registerCropBackend(cpuBackend);
    const cases = fc.sample(
      fc.constantFrom('bilinear' as const, 'bicubic' as const).chain((mode) => sampleCase({ mode })),
      { numRuns: 150, seed: 5 },
    );
    await tf.setBackend('cpu');
    const expected = cases.map(answers);
    await tf.setBackend('wasm');
    registerCropBackend(buildBackend(build));
    for (const [k, c] of cases.entries()) {
      const got = answers(c);
      for (const name of ['derivatives', 'dgrid', 'dimage'] as const) {
        const largest = expected[k][name].reduce((most, value) => Math.max(most, Math.abs(value)), 0);
        const distance = expected[k][name].reduce(
          (most, value, at) => Math.max(most, Math.abs(value - got[name][at])),
          0,
        );
        // Both are float64 until they are stored; an image's gradient is added up in float32, from terms of up to 8.
        expect({ name, near: distance <= 2 ** -20 * (largest + 8), c }).toEqual({ name, near: true, c });
      }
    }
  },
);
