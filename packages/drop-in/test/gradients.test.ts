import '@cropgrad/backend-cpu';
import '@cropgrad/backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import * as dropIn from '../src/index.js';
import * as oracle from './oracle.js';

const SHAPE = [2, 5, 6, 2] as const;
const BOX_INDEX = [1, 0, 1];
const SIZE = [3, 2] as const;

/** Numbers with no pattern, between two ends. */
function drawn(length: number, least: number, most: number, seed: number): number[] {
  return Array.from({ length }, (_, i) => {
    const noise = Math.sin((i + 1) * 12.9898 + seed * 78.233) * 43758.5453;
    // As float32, so that both sides start from the same numbers.
    return Math.fround(least + (noise - Math.floor(noise)) * (most - least));
  });
}

const pixels = drawn(2 * 5 * 6 * 2, 0, 1, 1);
const inRows = (values: readonly number[], columns: number): number[][] =>
  Array.from({ length: values.length / columns }, (_, n) => values.slice(n * columns, (n + 1) * columns));

interface Case {
  name: string;
  /** How many numbers a row has of what is beside the image: boxes or transforms; none for no such thing. */
  columns: number;
  values: number[];
  found: (image: tf.Tensor4D, rows: tf.Tensor2D) => tf.Tensor;
  wanted: (image: oracle.Pixels, rows: number[][]) => number[];
}

const unitBoxes = [0.11, 0.23, 0.92, 0.81, 0.71, -0.3, 0.13, 1.2, -0.21, 0.32, 0.57, 0.44].map(Math.fround);
const pixelBoxes = [0.31, 0.42, 4.7, 3.9, -1.83, 0.77, 6.9, 5.2, 2.61, 1.13, 3.02, 1.31].map(Math.fround);
const maps = [0.91, 0.13, -0.7, -0.21, 1.07, 0.45, 0.02, 0.03, 1.3, -0.2, 0.37, 0.11, 0.87, -0.81, -0.013, 0.05].map(
  Math.fround,
);

const cases: Case[] = [
  {
    name: 'cropAndResize',
    columns: 4,
    values: unitBoxes,
    found: (image, boxes) => dropIn.cropAndResize(image, boxes, BOX_INDEX, SIZE, 'bilinear', 3),
    wanted: (image, boxes) => oracle.cropAndResize(image, boxes, BOX_INDEX, SIZE, 3),
  },
  ...(['constant', 'reflect', 'wrap', 'nearest'] as const).map((mode) => ({
    name: `transform, ${mode}`,
    columns: 8,
    values: maps,
    found: (image: tf.Tensor4D, transforms: tf.Tensor2D) =>
      dropIn.transform(image, transforms, 'bilinear', mode, 3, [4, 5]),
    wanted: (image: oracle.Pixels, transforms: number[][]) => oracle.transform(image, transforms, mode, 3, [4, 5]),
  })),
  ...[
    [false, false],
    [true, false],
    [false, true],
  ].map(([corners, centers]) => ({
    name: `resizeBilinear, alignCorners ${corners}, halfPixelCenters ${centers}`,
    columns: 0,
    values: [],
    found: (image: tf.Tensor4D) => dropIn.resizeBilinear(image, [7, 4], corners, centers),
    wanted: (image: oracle.Pixels) => oracle.resizeBilinear(image, [7, 4], corners, centers),
  })),
  ...[-1, 1, 2, 3].flatMap((samplingRatio) =>
    [false, true].map((aligned) => {
      const options = { samplingRatio, aligned, spatialScale: 0.8 };
      return {
        name: `roiAlign, samplingRatio ${samplingRatio}, aligned ${aligned}`,
        columns: 4,
        values: pixelBoxes,
        found: (image: tf.Tensor4D, boxes: tf.Tensor2D) => dropIn.roiAlign(image, boxes, BOX_INDEX, SIZE, options),
        wanted: (image: oracle.Pixels, boxes: number[][]) => oracle.roiAlign(image, boxes, BOX_INDEX, SIZE, options),
      };
    }),
  ),
  ...[false, true].map((aligned) => {
    const options = { aligned, spatialScale: 0.8 };
    return {
      name: `prRoiPool, aligned ${aligned}`,
      columns: 4,
      values: pixelBoxes,
      found: (image: tf.Tensor4D, boxes: tf.Tensor2D) => dropIn.prRoiPool(image, boxes, BOX_INDEX, SIZE, options),
      wanted: (image: oracle.Pixels, boxes: number[][]) => oracle.prRoiPool(image, boxes, BOX_INDEX, SIZE, options),
    };
  }),
];

/** Of a float64 function, by central differences. */
function differences(f: (values: number[]) => number, values: readonly number[]): number[] {
  const step = 1e-6;
  const at = (i: number, by: number): number => f(values.map((v, k) => (k === i ? v + by : v)));
  return values.map((_, i) => (at(i, step) - at(i, -step)) / (2 * step));
}

function expectNear(found: tf.Tensor, wanted: readonly number[], tolerance: number, what: string): void {
  const values = found.dataSync();
  expect(values.length).toBe(wanted.length);
  const largest = wanted.reduce((most, v) => Math.max(most, Math.abs(v)), 1);
  for (const [i, v] of wanted.entries()) {
    if (!(Math.abs(values[i] - v) <= tolerance * largest)) expect.fail(`${what} ${i}: ${values[i]}, not ${v}`);
  }
}

describe.each(['cpu', 'wasm'])('on %s', (backend) => {
  beforeAll(async () => expect(await tf.setBackend(backend)).toBe(true));

  it.each(cases)('$name: values and gradients are those of float64', ({ columns, values, found, wanted }) => {
    const asImage = (of: number[]): oracle.Pixels => ({ values: of, shape: SHAPE });
    const rowsOf = (of: readonly number[]): number[][] => (columns === 0 ? [] : inRows(of, columns));
    tf.tidy(() => {
      const image = tf.tensor4d(pixels, [...SHAPE]);
      const rows = tf.tensor2d(values, [columns === 0 ? 0 : values.length / columns, columns]);
      const answer = wanted(asImage(pixels), rowsOf(values));
      const y = found(image, rows);
      expectNear(y, answer, 2e-6, 'value');
      const weights = drawn(answer.length, -1, 1, 2);
      const loss = (image: number[], beside: readonly number[]): number =>
        wanted(asImage(image), rowsOf(beside)).reduce((sum, v, i) => sum + v * weights[i], 0);
      const dy = tf.tensor(weights, y.shape);
      const byImage = tf.grad((x) => found(x as tf.Tensor4D, rows))(image, dy);
      expectNear(
        byImage,
        differences((of) => loss(of, values), pixels),
        1e-5,
        'by image',
      );
      if (columns === 0) return;
      const byRows = tf.grad((x) => found(image, x as tf.Tensor2D))(rows, dy);
      expectNear(
        byRows,
        differences((of) => loss(pixels, of), values),
        1e-5,
        'by rows',
      );
    });
  });
});
