import '@cropgrad/backend-cpu';
import {
  affineSample,
  gridSample,
  gridSampleJvp,
  MODES,
  PADDING_MODES,
  perspectiveSample,
  type SampleOptions,
} from '@cropgrad/core';
import { affineSampleWith, gridSampleWith } from '@cropgrad/core/backend';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';

const image = tf.tensor4d([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048], [1, 3, 4, 1]);
/** A grid of one row, from pixel coordinates of the image. */
const gridAt = (points: readonly (readonly [number, number])[]): tf.Tensor4D =>
  tf.tensor4d(
    points.flatMap(([x, y]) => [(2 * x + 1) / 4 - 1, (2 * y + 1) / 3 - 1]),
    [1, 1, points.length, 2],
  );
const numbers = (tensor: tf.Tensor): number[] => [...tensor.dataSync()].map((value) => value + 0);

describe.each(MODES)("outside: 'fill', %s", (mode) => {
  // The first two lie outside, the others do not.
  const [outside, inside] = [2, 3];
  const points: [number, number][] = [
    [-0.625, 1],
    [1, 2.625],
    [-0.375, 1],
    [3.375, -0.375],
    [1.25, 1.25],
  ];

  it.each(PADDING_MODES)('is fillValue, without a gradient, beyond the outer pixels, by a grid: %s', (paddingMode) => {
    const sampling = { mode, paddingMode, fillValue: 5 };
    const run = (options: SampleOptions): tf.Tensor[] => {
      const f = (i: tf.Tensor, g: tf.Tensor): tf.Tensor => gridSample(i as tf.Tensor4D, g as tf.Tensor4D, options);
      const { value, grads } = tf.valueAndGrads(f)([image, gridAt(points)], tf.ones([1, 1, outside + inside, 1]));
      return [value, ...grads];
    };
    const [crop, , dgrid] = run({ ...sampling, outside: 'fill' });
    const [padded, , dgridOfPadded] = run(sampling);
    expect(numbers(crop).slice(0, outside)).toEqual([5, 5]);
    expect(numbers(crop).slice(outside)).toEqual(numbers(padded).slice(outside));
    expect(numbers(dgrid).slice(0, 2 * outside)).toEqual([0, 0, 0, 0]);
    expect(numbers(dgrid).slice(2 * outside)).toEqual(numbers(dgridOfPadded).slice(2 * outside));
    const ofImage = tf.grad((i) =>
      gridSample(i as tf.Tensor4D, gridAt(points.slice(0, outside)), { ...sampling, outside: 'fill' }),
    );
    expect(numbers(ofImage(image)).every((d) => d === 0)).toBe(true);
  });

  it.each(PADDING_MODES)('is what a grid gives, by boxes, turned boxes and in perspective: %s', (paddingMode) => {
    const options = { mode, paddingMode, fillValue: 5, outside: 'fill', alignCorners: true } as const;
    for (const [turn, behind] of [
      [0, 0],
      [0.3, 0],
      [0.3, 0.2],
    ]) {
      // No coordinate lies on the edge.
      const theta = [1.31, turn, 0.17, -turn, 1.27, 0.13];
      const perspective = tf.tensor3d([...theta, behind, 0.1 * behind, 1], [1, 3, 3]);
      const grid = tf.tensor4d(
        [-1, -1 / 3, 1 / 3, 1].flatMap((v) =>
          [-1, -0.5, 0, 0.5, 1].flatMap((u) => {
            const w = behind * (u + 0.1 * v) + 1;
            return [(theta[0] * u + turn * v + theta[2]) / w, (-turn * u + theta[4] * v + theta[5]) / w];
          }),
        ),
        [1, 4, 5, 2],
      );
      const wanted = numbers(gridSample(image, grid, options));
      const found = [numbers(perspectiveSample(image, perspective, [4, 5], options))];
      if (behind === 0) found.push(numbers(affineSample(image, tf.tensor3d(theta, [1, 2, 3]), [4, 5], options)));
      for (const crop of found) {
        for (let k = 0; k < wanted.length; k++) expect(crop[k]).toBeCloseTo(wanted[k], 1);
      }
      expect(wanted.filter((value) => value === 5).length).toBeGreaterThanOrEqual(4);
    }
  });

  it('has no tangent beyond the outer pixels', () => {
    const tangent = tf.ones([1, 1, outside + inside, 2]) as tf.Tensor4D;
    const moved = gridSampleJvp(image, gridAt(points), tangent, { mode, outside: 'fill', fillValue: 5 });
    expect(numbers(moved).slice(0, outside)).toEqual([0, 0]);
    if (mode !== 'nearest')
      expect(
        numbers(moved)
          .slice(outside)
          .every((d) => d !== 0),
      ).toBe(true);
  });
});

describe.each(['bilinear', 'bicubic'] as const)('a tangent that is not finite, %s', (mode) => {
  it('moves no point that samples nothing', () => {
    const nowhere = tf.fill([1, 1, 1, 2], Number.NaN) as tf.Tensor4D;
    const f = (g: tf.Tensor): tf.Tensor => gridSampleJvp(image, g as tf.Tensor4D, nowhere, { mode, fillValue: 5 });
    const { value, grad } = tf.valueAndGrad(f)(nowhere);
    expect([...numbers(value), ...numbers(grad)]).toEqual([0, 0, 0]);
  });
});

describe('a cut-off of 0 and of 1 pixel', () => {
  it('lies on the centres of the outer pixels, and one further, both included', () => {
    const at = (cutoff: number, x: number): number =>
      numbers(gridSampleWith(image, gridAt([[x, 1]]), { paddingMode: 'border', fillValue: 5 }, { cutoff }))[0];
    expect([-0.25, 0, 3, 3.25].map((x) => at(0, x))).toEqual([5, 16, 128, 5]);
    expect([-1.25, -1, 4, 4.25].map((x) => at(1, x))).toEqual([5, 16, 128, 5]);
  });
});

describe("rounding 'half-up'", () => {
  it('goes up at ties, of the padded coordinate', () => {
    const xs = [-0.5, 0.5, 1.5, 2.5, 3.5, -2.5, 5.5];
    const at = (paddingMode: SampleOptions['paddingMode'], rounding: 'even' | 'half-up'): number[] => {
      const grid = gridAt(xs.map((x) => [x, 1]));
      return numbers(gridSampleWith(image, grid, { mode: 'nearest', paddingMode, fillValue: 5 }, { rounding }));
    };
    expect(at('zeros', 'even')).toEqual([16, 16, 64, 64, 5, 5, 5]);
    expect(at('zeros', 'half-up')).toEqual([16, 32, 64, 128, 5, 5, 5]);
    expect(at('border', 'half-up')).toEqual([16, 32, 64, 128, 128, 16, 128]);
    expect(at('wrap', 'half-up')).toEqual([16, 32, 64, 128, 16, 64, 64]);
    const theta = tf.tensor3d([1, 0, 1 / 4, 0, 1, 0], [1, 2, 3]);
    const moved = affineSampleWith(image, theta, [3, 4], { mode: 'nearest' }, { rounding: 'half-up' });
    expect(numbers(moved).slice(4, 8)).toEqual([32, 64, 128, 0]);
  });
});

describe('cubicCoefficient -0.5', () => {
  it('reads a ramp as a ramp, with its slope, and -0.75 does not', () => {
    const ramp = tf.tensor4d([0, 1, 2, 3, 4, 5], [1, 1, 6, 1]);
    const grid = tf.tensor4d([-0.1, 0, 0.05, 0, 0.2, 0], [1, 1, 3, 2]);
    const at = (cubicCoefficient: -0.75 | -0.5): { value: number[]; slope: number[] } => {
      const f = (g: tf.Tensor): tf.Tensor =>
        gridSample(ramp, g as tf.Tensor4D, { mode: 'bicubic', paddingMode: 'border', cubicCoefficient });
      const { value, grad } = tf.valueAndGrad(f)(grid);
      return { value: numbers(value), slope: numbers(grad).filter((_, k) => k % 2 === 0) };
    };
    const { value, slope } = at(-0.5);
    for (const [k, g] of [-0.1, 0.05, 0.2].entries()) expect(value[k]).toBeCloseTo(3 * g + 2.5, 6);
    for (const each of slope) expect(each).toBeCloseTo(3, 5);
    expect(Math.min(...at(-0.75).slope.map((each) => Math.abs(each - 3)))).toBeGreaterThan(0.05);
  });
});

describe('labels', () => {
  it('of int32 and bool images stay what they are, in all of int32', () => {
    const labels = [2 ** 31 - 1, -(2 ** 31), 2 ** 24 + 1, -(2 ** 24) - 1];
    for (const theta of [
      [1, 0, 0, 0, 1, 0],
      [1, 1e-9, 0, 0, 1, 0],
    ]) {
      const at = tf.tensor3d(theta, [1, 2, 3]);
      const ints = affineSample(tf.tensor4d(labels, [1, 2, 2, 1], 'int32'), at, [2, 2], { mode: 'nearest' });
      expect([ints.dtype, ...ints.dataSync()]).toEqual(['int32', ...labels]);
      const bools = affineSample(tf.tensor4d([0, 1, 1, 0], [1, 2, 2, 1], 'bool'), at, [2, 2], { mode: 'nearest' });
      expect([bools.dtype, ...bools.dataSync()]).toEqual(['bool', 0, 1, 1, 0]);
    }
    const grid = gridAt([
      [3, 2],
      [9, 9],
    ]);
    const picked = gridSample(tf.cast(image, 'int32'), grid, { mode: 'nearest', fillValue: -7 });
    expect([picked.dtype, ...picked.dataSync()]).toEqual(['int32', 2048, -7]);
  });
});
