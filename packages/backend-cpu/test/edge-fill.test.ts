import { MODES } from '@cropgrad/core';
import { describe, expect, it } from 'vitest';
import { affineGrid, affineSample, affineSampleGradTheta, gridSample, gridSampleGradGrid } from '../src/kernels.js';
import { PLAIN_RULES } from './plain-rules.js';

const FILLS = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

const attrs = {
  mode: 'bilinear',
  paddingMode: 'zeros',
  alignCorners: true,
  dataFormat: 'NHWC',
  ...PLAIN_RULES,
  imageIndex: new Int32Array(1),
} as const;

/** An image or volume of `size` pixels along one axis and 2 along the others, none of them 0. */
function imageOf(size: number, axis: number, dimensions: number): { image: Float32Array; shape: number[] } {
  const shape = [1, ...Array.from({ length: dimensions }, (_, k) => (k === dimensions - 1 - axis ? size : 2)), 1];
  return { image: Float32Array.from({ length: size * 2 ** (dimensions - 1) }, (_, i) => 3 + Math.sin(i)), shape };
}

/** The identity, but from `first` to the last pixel along one axis, in normalised coordinates. */
function thetaTo1(first: number, axis: number, dimensions: number): Float32Array {
  const theta = new Float32Array(dimensions * (dimensions + 1));
  for (let k = 0; k < dimensions; k++) theta[k * (dimensions + 2)] = 1;
  theta[axis * (dimensions + 2)] = (1 - first) / 2;
  theta[axis * (dimensions + 1) + dimensions] = (1 + first) / 2;
  return theta;
}

describe('a crop from and to the centres of an edge has no fill in it that is not finite', () => {
  for (const [dimensions, axis] of [
    [2, 0],
    [2, 1],
    [3, 0],
    [3, 1],
    [3, 2],
  ]) {
    it(`along axis ${axis} in ${dimensions}-D: what it is with a fillValue of 0, and its gradients`, () => {
      let fill = 0;
      for (const size of [2, 3, 8, 13]) {
        const { image, shape } = imageOf(size, axis, dimensions);
        for (let points = 2; points <= 26; points++) {
          // The whole axis, and a part of it that ends with the last pixel.
          const theta = thetaTo1(points % 2 ? -1 : -1 + points / 30, axis, dimensions);
          const outputs = shape.slice(1, -1).map((_, k) => (k === dimensions - 1 - axis ? points : 2));
          const grid = affineGrid(theta, 1, outputs, true);
          const [gridShape, dyShape] = [
            [1, ...outputs, dimensions],
            [1, ...outputs, 1],
          ];
          const dy = new Float32Array(points * 2 ** (dimensions - 1)).fill(1);
          const results = [0, FILLS[fill++ % 3]].map((fillValue) => {
            const sampling = { ...attrs, fillValue, size: outputs };
            return [
              affineSample(image, shape, theta, sampling),
              affineSampleGradTheta(dy, dyShape, image, shape, theta, sampling),
              gridSample(image, shape, grid, gridShape, sampling),
              gridSampleGradGrid(dy, dyShape, image, shape, grid, gridShape, sampling),
            ];
          });
          expect(results[1], `${size} pixels, ${points} points`).toEqual(results[0]);
        }
      }
    });
  }

  it('also by way of bicubic weights', () => {
    for (let size = 6; size <= 40; size++) {
      const { image, shape } = imageOf(size, 0, 2);
      // A point in the middle, and the centre of the last pixel, which only rounding keeps from having all of the weight.
      const theta = thetaTo1(size / 400, 0, 2);
      for (const fillValue of FILLS) {
        const sampling = { ...attrs, mode: 'bicubic', fillValue, size: [2, 2] } as const;
        const crop = affineSample(image, shape, theta, sampling);
        expect(crop[1]).toBeCloseTo(image[size - 1], 5);
        expect(crop[3]).toBeCloseTo(image[2 * size - 1], 5);
        const dtheta = affineSampleGradTheta(image.slice(0, 4), [1, 2, 2, 1], image, shape, theta, sampling);
        const finite = affineSampleGradTheta(image.slice(0, 4), [1, 2, 2, 1], image, shape, theta, {
          ...sampling,
          fillValue: 0,
        });
        expect(dtheta).toEqual(finite);
      }
    }
  });
});

describe('how much weight outside is taken for rounding', () => {
  const shape = [1, 1, 8, 1];
  const image = new Float32Array(8).fill(1);

  /** The value of one point at pixel coordinate 7 + `beyond`, by way of a grid or of a theta that has `b` in its row. */
  function at(beyond: number, b: number | 'grid', fillValue: number): number {
    const x = (7 + beyond) / 3.5 - 1;
    const sampling = { ...attrs, fillValue, size: [1, 1] };
    return b === 'grid'
      ? gridSample(image, shape, Float32Array.of(x, 0), [1, 1, 1, 2], sampling)[0]
      : affineSample(image, shape, Float32Array.of(0, b, x, 0, 1, 0), sampling)[0];
  }

  it('in a grid 2^-22 · (x + size)', () => {
    expect(at(3.4e-6, 'grid', Number.NaN)).toBeCloseTo(1, 4);
    expect(at(4e-6, 'grid', Number.NaN)).toBeNaN();
    expect(at(-3.4e-6, 'grid', Number.NaN)).toBeCloseTo(1, 4);
  });

  it('in a theta also 2^-22 · size · (1 + the numbers of its row), whether or not they count', () => {
    expect(at(7e-6, 0, Number.NaN)).toBeCloseTo(1, 4);
    expect(at(8e-6, 0, Number.NaN)).toBeNaN();
    expect(at(12e-6, -3, Number.NaN)).toBeCloseTo(1, 4);
    expect(at(14e-6, -3, Number.NaN)).toBeNaN();
  });

  it('and none of it where fillValue is finite', () => {
    expect(at(3.4e-6, 'grid', 2 ** 40)).toBeGreaterThan(2e6);
    expect(at(7e-6, 0, 2 ** 40)).toBeGreaterThan(2e6);
  });

  it('and far outside nothing, though numbers are not exact to a pixel there', () => {
    for (const mode of MODES) {
      const sampling = { ...attrs, mode, fillValue: Number.NaN };
      const crop = gridSample(image, shape, Float32Array.of(1e9, 0, -1e9, 0), [1, 1, 2, 2], sampling);
      expect([...crop]).toEqual([Number.NaN, Number.NaN]);
    }
  });

  it('and where an axis is left by more, that one alone is read', () => {
    // In the last column but for 3e-6, and half a pixel below the only row.
    for (const y of [0, 1]) {
      const sampling = { ...attrs, alignCorners: false, fillValue: Number.POSITIVE_INFINITY };
      const grid = Float32Array.of((7.5 + 3e-6) / 4 - 1, y);
      expect(gridSample(image, shape, grid, [1, 1, 1, 2], sampling)[0]).toBeCloseTo(y === 0 ? 1 : sampling.fillValue);
      const slopes = gridSampleGradGrid(Float32Array.of(1), [1, 1, 1, 1], image, shape, grid, [1, 1, 1, 2], sampling);
      expect([...slopes].map(Number.isFinite)).toEqual([true, y === 0]);
    }
  });
});
