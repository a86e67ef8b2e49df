import { readFileSync } from 'node:fs';
import { MODES, PADDING_MODES } from '@cropgrad/core';
import { describe, expect, test } from 'vitest';
import {
  type AffineSampleFixture,
  type CropFixture,
  exactKinkCases,
  fixtureCases,
  type GridSampleFixture,
  type SampleFixture,
} from '../src/fixtures.js';

const manifest: { kinkMargin: number; absent: { mode: string; dimensions: number }[] } = JSON.parse(
  readFileSync(new URL('../fixtures/manifest.json', import.meta.url), 'utf8'),
);

const combinations = [2, 3].flatMap((dimensions) =>
  MODES.flatMap((mode) =>
    PADDING_MODES.flatMap((paddingMode) =>
      [false, true].map((alignCorners) => ({ dimensions, mode, paddingMode, alignCorners })),
    ),
  ),
);
type Combination = (typeof combinations)[number];

const isAbsent = (wanted: Combination) =>
  manifest.absent.some(({ mode, dimensions }) => mode === wanted.mode && dimensions === wanted.dimensions);

const isGridSample = (c: { op: string }): c is GridSampleFixture => c.op === 'gridSample';
const isAffineSample = (c: { op: string }): c is AffineSampleFixture => c.op === 'affineSample';
const isCrop = (c: { op: string }): c is CropFixture => c.op === 'crop';

const sampled = fixtureCases().filter((c) => c.op !== 'affineGrid');
const extras = sampled.filter(({ options }) => 'fillValue' in options || 'imageIndex' in options);
const plain = sampled.filter((c) => !extras.includes(c));

function ofCombination<C extends SampleFixture>(cases: readonly C[], wanted: Combination): C[] {
  return cases.filter(
    ({ dimensions, options }) =>
      dimensions === wanted.dimensions &&
      options.mode === wanted.mode &&
      options.paddingMode === wanted.paddingMode &&
      options.alignCorners === wanted.alignCorners,
  );
}

const spatial = ({ shape }: { readonly shape: readonly number[] }) => shape.slice(1, -1);

/** The rows of an array whose last axis has this length. */
function rows(data: readonly number[], length: number): number[][] {
  return Array.from({ length: data.length / length }, (_, n) => data.slice(n * length, (n + 1) * length));
}

/** For each axis, x first, the image's size along it and where the grid reads it, in pixels. */
function pixelsByAxis({ dimensions, grid, image, options }: GridSampleFixture): { size: number; pixels: number[] }[] {
  return spatial(image)
    .toReversed()
    .map((size, axis) => ({
      size,
      pixels: rows(grid.data, dimensions).map((point) =>
        options.alignCorners ? ((point[axis] + 1) / 2) * (size - 1) : ((point[axis] + 1) * size - 1) / 2,
      ),
    }));
}

test('only 3-D bicubic is absent', () => {
  expect(combinations).toHaveLength(48);
  expect(manifest.absent).toEqual([expect.objectContaining({ mode: 'bicubic', dimensions: 3 })]);
  expect([...sampled, ...exactKinkCases()].filter((c) => c.dimensions === 3 && c.options.mode === 'bicubic')).toEqual(
    [],
  );
});

describe.each(combinations.filter((combination) => !isAbsent(combination)))(
  '$dimensions-D $mode $paddingMode alignCorners $alignCorners',
  (combination) => {
    const cases = ofCombination(plain, combination);
    const kinks = ofCombination(exactKinkCases(), combination);

    test.each(['gridSample', 'affineSample'])('%s: shapes', (op) => {
      const shapes = cases.filter((c) => c.op === op).map(({ image, output }) => ({ image, output }));
      const some = (holds: (shape: (typeof shapes)[number]) => boolean) => shapes.some(holds);
      expect(
        some(({ image }) => image.shape[0] > 1),
        'batch',
      ).toBe(true);
      expect(
        some(({ image, output }) => image.shape[0] === 1 && output.shape[0] > 1),
        'shared image',
      ).toBe(true);
      expect(
        some(({ image }) => new Set(spatial(image)).size > 1),
        'not square',
      ).toBe(true);
      expect(
        some(({ image }) => spatial(image).every((size) => size % 2 === 1 && size > 1)),
        'odd',
      ).toBe(true);
      expect(
        some(({ image }) => spatial(image).includes(1)),
        'size-1 image axis',
      ).toBe(true);
      expect(
        some(({ output }) => spatial(output).includes(1)),
        'size-1 output axis',
      ).toBe(true);
      const channels = new Set(shapes.map(({ image }) => image.shape.at(-1)));
      expect(
        [1, 2, 3, 5].filter((c) => !channels.has(c)),
        'channels',
      ).toEqual([]);
    });

    test('gridSample: points far outside on each side of each axis', () => {
      const points = cases.filter(isGridSample).flatMap(({ grid, dimensions }) => rows(grid.data, dimensions));
      for (let axis = 0; axis < combination.dimensions; axis++) {
        for (const far of [-1000, -7.3, 7.3, 1000]) {
          expect(
            points.some((point) => Math.abs(point[axis] - far) < 0.5),
            `${far} on axis ${axis}`,
          ).toBe(true);
        }
      }
    });

    test('gridSample: an image of one pixel', () => {
      expect(cases.some((c) => isGridSample(c) && spatial(c.image).every((size) => size === 1))).toBe(true);
    });

    test('gridSample: no point near a kink', () => {
      for (const fixture of cases.filter(isGridSample)) {
        for (const { size, pixels } of pixelsByAxis(fixture)) {
          if (size === 1 && combination.alignCorners) continue;
          const near = pixels.filter((x) => Math.abs(2 * x - Math.round(2 * x)) / 2 < manifest.kinkMargin);
          expect(near, fixture.id).toEqual([]);
        }
      }
    });

    test('affineSample: mirrored, rotated or sheared, and mostly outside', () => {
      const n = combination.dimensions;
      const thetas = cases.filter(isAffineSample).flatMap(({ theta }) => rows(theta.data, n * (n + 1)));
      const some = (holds: (scale: number, across: number, shift: number) => boolean) =>
        thetas.some((theta) => holds(theta[0], theta[1], theta[n]));
      expect(
        some((scale, across) => scale < 0 && across === 0),
        'mirrored',
      ).toBe(true);
      expect(
        some((_, across) => across !== 0),
        'rotated or sheared',
      ).toBe(true);
      expect(
        some((scale, across, shift) => scale > 0 && across === 0 && Math.abs(shift) >= 1),
        'outside',
      ).toBe(true);
    });

    test('crop: boxes inside, across, outside, mirrored and flat', () => {
      const n = combination.dimensions;
      const boxes = cases.filter(isCrop).flatMap((c) => rows(c.boxes.data, 2 * n));
      const some = (holds: (low: number, high: number) => boolean) => boxes.some((box) => holds(box[0], box[n]));
      expect(
        some((low, high) => -1 < low && low < high && high < 1),
        'inside',
      ).toBe(true);
      expect(
        some((low, high) => low < 1 && high > 1),
        'across',
      ).toBe(true);
      expect(
        some((low, high) => low > 1 && high > 1),
        'outside',
      ).toBe(true);
      expect(
        some((low, high) => high < low),
        'mirrored',
      ).toBe(true);
      expect(
        some((low, high) => high === low),
        'flat',
      ).toBe(true);
    });

    test('exact kinks: centres, ties of both parities, edges and folds on each axis', () => {
      expect(new Set(kinks.map(({ op }) => op))).toEqual(new Set(['gridSample', 'affineSample', 'crop']));
      for (const { size, pixels } of kinks.filter(isGridSample).flatMap(pixelsByAxis)) {
        if (size === 1 && combination.alignCorners) continue;
        const folds = combination.alignCorners ? [1 - size, 2 * size - 2] : [-size - 0.5, 2 * size - 0.5];
        const wanted = [-1, -0.5, 0, 0.5, 1, 1.5, size - 1, size - 0.5, size, ...folds];
        expect(wanted.filter((x) => !pixels.includes(x))).toEqual([]);
      }
    });
  },
);

test('exact kinks of wrap: the seam of axes of even length, of odd length, and of one pixel', () => {
  const wrapped = exactKinkCases().filter(({ options }) => options.paddingMode === 'wrap');
  const sizes = new Set(wrapped.filter(isGridSample).flatMap(({ image }) => spatial(image)));
  expect([1, 2, 3, 4, 5].filter((size) => !sizes.has(size))).toEqual([]);
});

describe.each([2, 3])('%s-D', (dimensions) => {
  const modes = MODES.filter((mode) => dimensions === 2 || mode !== 'bicubic');

  test.each([false, true])('affineGrid, alignCorners %s: batch, several and single points', (alignCorners) => {
    const cases = fixtureCases().filter(
      (c) => c.op === 'affineGrid' && c.dimensions === dimensions && c.options.alignCorners === alignCorners,
    );
    expect(cases.every(({ output }) => output.shape[0] > 1)).toBe(true);
    expect(cases.some(({ output }) => spatial(output).every((size) => size > 1))).toBe(true);
    expect(cases.some(({ output }) => spatial(output).every((size) => size === 1))).toBe(true);
  });

  test.each(['gridSample', 'affineSample', 'crop'])('%s: fillValue and imageIndex in every mode', (op) => {
    const cases = extras.filter((c) => c.op === op && c.dimensions === dimensions);
    for (const mode of modes) {
      const options = cases.map((c) => c.options).filter((o) => o.mode === mode);
      expect(
        options.some((o) => o.imageIndex !== undefined),
        `imageIndex ${mode}`,
      ).toBe(true);
      for (const alignCorners of [false, true]) {
        const filled = options.filter((o) => o.fillValue !== undefined && o.alignCorners === alignCorners);
        expect(
          filled.some((o) => o.paddingMode === 'zeros'),
          `fillValue ${mode} ${alignCorners}`,
        ).toBe(true);
      }
    }
  });
});
