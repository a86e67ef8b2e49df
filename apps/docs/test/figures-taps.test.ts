import '@cropgrad/backend-cpu';
import { boxesFromPixels, crop, gridSample, PADDING_MODES, type PaddingMode } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { CROP_SIZE, edgeCrop, edgeLoss, OUTSIDE_NAMES, type OutsideName, PHOTO_SIZE } from '../drawings/edge-loss.js';
import { EDGE_PHOTO } from '../drawings/edge-photo.js';
import { filterTaps } from '../drawings/filter-taps.js';
import type { Corners } from '../drawings/pixel-box.js';
import { pointTaps, weightSlopes } from '../drawings/point-taps.js';
import { sampleRow } from '../drawings/sample-row.js';
import { BILINEAR, SAMPLERS } from '../drawings/samplers.js';
import { whyGradient, whySlope } from '../drawings/why-zero.js';

beforeAll(() => tf.setBackend('cpu'));

const sum = (values: Iterable<number>) => Array.from(values).reduce((total, value) => total + value, 0);

/** The numbers of a figure beside those of core, in float32. */
function expectClose(mine: Iterable<number>, theirs: Iterable<number>): void {
  const [a, b] = [Array.from(mine), Array.from(theirs)];
  expect(a.length).toBe(b.length);
  for (const [k, value] of a.entries()) expect(value).toBeCloseTo(b[k], 4);
}

describe('what a figure reads of a row', () => {
  const ROW = [1, 3, 2, 4];
  const POSITIONS = [-4.4, -1.25, -0.75, -0.3, 0.6, 1.7, 3.4, 3.6, 6.2];

  it.each(PADDING_MODES.flatMap((paddingMode) => [false, true].map((alignCorners) => ({ paddingMode, alignCorners }))))(
    'is what gridSample reads, and so is its slope: %o',
    async (options) => {
      const { values, slopes } = sampleRow(ROW, POSITIONS, BILINEAR, options);
      const row = tf.tensor4d(ROW, [1, 1, 4, 1]);
      const toCoordinate = (x: number) => (options.alignCorners ? (2 * x) / 3 - 1 : (2 * x + 1) / 4 - 1);
      const grid = tf.tensor4d(
        POSITIONS.flatMap((x) => [toCoordinate(x), 0]),
        [1, 1, POSITIONS.length, 2],
      );
      const read = (points: tf.Tensor) => gridSample(row, points, options);
      const gradient = await tf.grad(read)(grid).data();
      expectClose(values, await read(grid).data());
      expectClose(
        slopes,
        POSITIONS.map((_, k) => gradient[2 * k] * (toCoordinate(1) - toCoordinate(0))),
      );
    },
  );
});

describe('the taps of a point', () => {
  const SIZE = [5, 6] as const;
  const PIXELS = Array.from({ length: 30 }, (_, k) => (k * 7) % 11);
  const at = { x: 2.3, y: 1.6 };

  it.each(Object.entries(SAMPLERS))('are the gradients of gridSample: %s', async (_, sampler) => {
    const taps = pointTaps(PIXELS, SIZE, at, sampler);
    const image = tf.tensor4d(PIXELS, [1, ...SIZE, 1]);
    const point = tf.tensor4d([(2 * at.x + 1) / 6 - 1, (2 * at.y + 1) / 5 - 1], [1, 1, 1, 2]);
    const read = (pixels: tf.Tensor, where: tf.Tensor) => gridSample(pixels, where, sampler);
    const [toImage, toPoint] = tf.grads(read)([image, point]);
    const [dx, dy] = await toPoint.data();
    expectClose([taps.value], await read(image, point).data());
    expectClose(taps.weights, await toImage.data());
    expectClose([taps.slope.x, taps.slope.y], [(dx * 2) / 6, (dy * 2) / 5]);
  });

  it.each(Object.entries(SAMPLERS))('sum to the value and to its slope: %s', (_, sampler) => {
    const { value, slope, weights } = pointTaps(PIXELS, SIZE, at, sampler);
    const slopes = weightSlopes(PIXELS.length, SIZE, at, sampler);
    expect(sum(weights)).toBeCloseTo(1, 5);
    expect(sum(slopes)).toBeCloseTo(0, 5);
    expect(sum(PIXELS.map((v, k) => v * weights[k]))).toBeCloseTo(value, 4);
    expect(sum(PIXELS.map((v, k) => v * slopes[k]))).toBeCloseTo(slope.x, 4);
    expect(weights.filter((weight) => weight !== 0).length).toBe(
      { nearest: 1, bilinear: 4, bicubic: 16 }[sampler.mode],
    );
  });
});

describe('the taps of an output that shrinks', () => {
  const STRIPES = Array.from({ length: 32 }, (_, k) => k % 2);

  it.each(
    (['bilinear', 'bicubic'] as const).flatMap((mode) => [false, true].map((antialias) => ({ mode, antialias }))),
  )('are those of crop: %o', async (options) => {
    const [from, to] = [9.25, 14.25];
    const taps = filterTaps(STRIPES, from, to, { ...options, antialias: Number(options.antialias) });
    const image = tf.tensor4d(STRIPES, [1, 1, 32, 1]);
    const read = (pixels: tf.Tensor, boxes: tf.Tensor) =>
      crop(pixels, boxesFromPixels(boxes, [1, 32]), [1, 1], { ...options, paddingMode: 'border' });
    const box = tf.tensor2d([[from, 0, to, 1]]);
    const [toImage, toBox] = tf.grads(read)([image, box]);
    const [x, , x2] = await toBox.data();
    expectClose([taps.value], await read(image, box).data());
    expectClose(taps.weights, await toImage.data());
    expectClose(taps.ends, [x, x2]);
  });
});

describe('the loss of a box at the edge', () => {
  const WANTED: Corners = [11, 2, 29, 20];
  const target = edgeCrop(WANTED, 'zeros');
  const optionsOf = (name: OutsideName): { paddingMode: PaddingMode; outside: 'pad' | 'fill' } =>
    name === 'border, fill' ? { paddingMode: 'border', outside: 'fill' } : { paddingMode: name, outside: 'pad' };

  it.each(OUTSIDE_NAMES)('is that of crop, and so is its gradient: %s', async (name) => {
    const box: Corners = [-6, 40, 12, 58];
    const { loss, gradient } = edgeLoss(box, target, name);
    const photo = tf.tensor4d(EDGE_PHOTO, [1, ...PHOTO_SIZE, 1]);
    const wanted = tf.tensor4d(target, [1, ...CROP_SIZE, 1]);
    const lossOf = (boxes: tf.Tensor) =>
      tf.losses.meanSquaredError(wanted, crop(photo, boxes, [16, 16], optionsOf(name)));
    const boxes = boxesFromPixels([[...box]], [48, 48]);
    expectClose([loss], await lossOf(boxes).data());
    expectClose(gradient, await tf.grad(lossOf)(boxes).data());
  });

  it('has a gradient of 0 where the guide says so, and only there', () => {
    const gone: Corners = [-20, 6, -2, 24];
    const signs = OUTSIDE_NAMES.map((name) => {
      const { gradient } = edgeLoss(gone, target, name);
      return [name, gradient[0] + gradient[2] === 0, gradient[1] + gradient[3] === 0];
    });
    expect(signs).toEqual([
      ['zeros', true, true],
      ['border', true, false],
      ['reflection', false, false],
      ['wrap', false, false],
      ['border, fill', true, true],
    ]);
  });

  it('says why: of a gradient, and of a slope', () => {
    expect(whyGradient(0, 0, 'zeros')).toMatch(/^The gradient is 0: every tap is outside/);
    expect(whyGradient(0, 0.1, 'border')).toMatch(/^The gradient along x is 0: the coordinate is clipped/);
    expect(whyGradient(0.1, 0, 'border')).toMatch(/^The gradient along y is 0/);
    expect(whyGradient(0.1, 0.2, 'zeros')).toMatch(/^The box feels both axes/);
    expect(whySlope(0, 'reflection')).toMatch(/mirror/);
    expect(whySlope(-1, 'reflection')).toMatch(/difference/);
  });
});
