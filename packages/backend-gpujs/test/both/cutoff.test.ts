import { MODES, type Mode, PADDING_MODES, type PaddingMode } from '@cropgrad/core';
import { affineSampleWith, gridSampleWith } from '@cropgrad/core/backend';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { isGLMode } from '../../src/device/gpujs-mode.js';
import { registerGpuJsBackend } from '../../src/index.js';
import { IS_FULL } from '../runs.js';
import { MODE } from './mode.js';

beforeAll(async () => {
  registerGpuJsBackend({ mode: MODE });
  await tf.setBackend('gpujs');
});

const [HEIGHT, WIDTH] = [3, 4];
const FILL = 7;
/** Pixel coordinates on and beside what the cutoff leaves, and well within. */
const PLACES = [-2.25, -1.5, -1.25, -0.5, 0, 0.75, 2.5, 3.5, 4.25, 4.5, 5.25];
const CUTOFF = 1.25;

/** A grid of one row whose points are all of the places along x, once for each along y. */
function grid(): tf.Tensor4D {
  const normalised = (x: number, size: number): number => (2 * x + 1) / size - 1;
  const points = PLACES.flatMap((y) => PLACES.flatMap((x) => [normalised(x, WIDTH), normalised(y, HEIGHT)]));
  return tf.tensor4d(points, [1, 1, PLACES.length ** 2, 2]);
}

/** Which of them lie no farther outside than the cutoff. */
const ISIN: boolean[] = PLACES.flatMap((y) =>
  PLACES.map((x) => [x, y].every((at) => at >= -CUTOFF) && x <= WIDTH - 1 + CUTOFF && y <= HEIGHT - 1 + CUTOFF),
);

/** One mode per padding where a software WebGL would compile all of them. */
function modesWith(paddingMode: PaddingMode): readonly Mode[] {
  if (IS_FULL || !isGLMode(MODE)) return MODES;
  return [MODES[PADDING_MODES.indexOf(paddingMode) % MODES.length]];
}

describe.for(PADDING_MODES)('%s:', (paddingMode) => {
  test.for(modesWith(paddingMode))(
    'what is farther outside than the cutoff is fill, and has no gradient; all else is as without: %s',
    (mode) => {
      const plain = answers(mode, paddingMode, Number.POSITIVE_INFINITY, true);
      const cut = answers(mode, paddingMode, CUTOFF, false);
      expect(cut.output).toEqual(plain.output.map((value, p) => (ISIN[p] ? value : FILL)));
      expect(cut.dgrid).toEqual(plain.dgrid.map((value, at) => (ISIN[at >> 1] ? value : 0)));
      expect(cut.dimage).toEqual(plain.dimage);
    },
  );
});

/** The crop and its gradients; dy is 1, or with `leavesOut` 0 where the cutoff would take the point. */
function answers(mode: Mode, paddingMode: PaddingMode, cutoff: number, leavesOut: boolean) {
  const made = tf.tidy(() => {
    const image = tf.tensor4d(
      Array.from({ length: HEIGHT * WIDTH }, (_, k) => Math.sin(k)),
      [1, HEIGHT, WIDTH, 1],
    );
    const sample = (x: tf.Tensor, g: tf.Tensor): tf.Tensor =>
      gridSampleWith(x as tf.Tensor4D, g as tf.Tensor4D, { mode, paddingMode, fillValue: FILL }, { cutoff });
    const dy = tf.tensor4d(
      ISIN.map((isIn) => (leavesOut && !isIn ? 0 : 1)),
      [1, 1, ISIN.length, 1],
    );
    const [dimage, dgrid] = tf.grads(sample)([image, grid()], dy);
    return { output: sample(image, grid()), dimage, dgrid };
  });
  const numbers = (x: tf.Tensor): number[] => Array.from(x.dataSync());
  const read = {
    output: numbers(made.output),
    dimage: numbers(made.dimage),
    dgrid: numbers(made.dgrid).map((x) => x + 0),
  };
  tf.dispose(made);
  return read;
}

test('a box by strips: the gradient of the image is that of what the cutoff leaves', () => {
  const theta = tf.tensor3d([1.5, 0, 0.2, 0, 1.25, -0.1], [1, 2, 3]);
  const size: [number, number] = [5, 6];
  const sampled = (cutoff: number) => (x: tf.Tensor) =>
    affineSampleWith(x as tf.Tensor4D, theta, size, { paddingMode: 'border', fillValue: FILL }, { cutoff });
  const image = tf.randomUniform([1, HEIGHT, WIDTH, 1], 0, 1, 'float32', 1);
  const isFill = [...sampled(0.5)(image).dataSync()].map((x) => x === FILL);
  expect(isFill.filter(Boolean).length).toBeGreaterThan(4);
  const dy = tf.tensor(
    isFill.map((fill) => (fill ? 0 : 1)),
    [1, ...size, 1],
  );
  const cut = tf.grad(sampled(0.5))(image, tf.onesLike(dy)).dataSync();
  const expected = tf.grad(sampled(Number.POSITIVE_INFINITY))(image, dy).dataSync();
  cut.forEach((x, p) => {
    expect(x).toBeCloseTo(expected[p], 6);
  });
});

test('halves are rounded up where that is asked for', () => {
  const image = tf.tensor4d([10, 11, 12, 13], [1, 1, 4, 1]);
  const points = [-0.5, 0.5, 1.5, 2.5].flatMap((x) => [(2 * x + 1) / 4 - 1, 0]);
  const sampled = (rounding: 'even' | 'half-up') => (x: tf.Tensor) =>
    gridSampleWith(x as tf.Tensor4D, tf.tensor4d(points, [1, 1, 4, 2]), { mode: 'nearest' }, { rounding });
  const dy = tf.tensor4d([1, 2, 4, 8], [1, 1, 4, 1]);
  expect([...sampled('half-up')(image).dataSync()]).toEqual([10, 11, 12, 13]);
  expect([...tf.grad(sampled('half-up'))(image, dy).dataSync()]).toEqual([1, 2, 4, 8]);
  expect([...sampled('even')(image).dataSync()]).toEqual([10, 10, 12, 12]);
  expect([...tf.grad(sampled('even'))(image, dy).dataSync()]).toEqual([3, 0, 12, 0]);
});
