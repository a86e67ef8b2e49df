import { MODES, PADDING_MODES } from '@cropgrad/core';
import type { SampleAttrs } from '@cropgrad/core/backend';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AffineRow, forEachAffineRow } from '../src/affine-rows.js';
import { gatherBlendedRow } from '../src/gather-blended-row.js';
import { gatherRow } from '../src/gather-row.js';
import { type Layout, layoutOf } from '../src/layout.js';
import { scatterBlendedRow } from '../src/scatter-blended-row.js';
import { scatterRow } from '../src/scatter-row.js';
import { slopeBlendedRow } from '../src/slope-blended-row.js';
import { createRowGradient, slopeRow } from '../src/slope-row.js';

/** An axis-aligned crop of random size, and everything the row functions take. */
interface Crop {
  attrs: SampleAttrs & { size: readonly number[] };
  theta: Float32Array;
  image: Float32Array;
  dy: Float32Array;
  from: Layout;
  to: Layout;
}

const length = fc.integer({ min: 1, max: 9 });
const entry = fc.double({ min: -2, max: 2, noNaN: true });

const crops: fc.Arbitrary<Crop> = fc
  .record({
    dimensions: fc.constantFrom(2, 3),
    lengths: fc.tuple(length, length, length),
    outputs: fc.tuple(length, length, length),
    channels: fc.integer({ min: 1, max: 4 }),
    entries: fc.array(entry, { minLength: 6, maxLength: 6 }),
    seed: fc.integer({ min: 1, max: 1000 }),
    mode: fc.constantFrom(...MODES),
    paddingMode: fc.constantFrom(...PADDING_MODES),
    alignCorners: fc.boolean(),
    dataFormat: fc.constantFrom<SampleAttrs['dataFormat'][]>('NHWC', 'NCHW'),
    fillValue: fc.constantFrom(0, 2.5),
  })
  .map(({ dimensions, lengths, outputs, channels, entries, seed, ...options }) => {
    const shape = (spatial: number[]): number[] =>
      options.dataFormat === 'NHWC' ? [1, ...spatial, channels] : [1, channels, ...spatial];
    const size = outputs.slice(0, dimensions);
    const from = layoutOf(shape(lengths.slice(0, dimensions)), options.dataFormat);
    const to = layoutOf(shape(size), options.dataFormat);
    const theta = new Float32Array(dimensions * (dimensions + 1));
    for (let axis = 0; axis < dimensions; axis++) {
      theta[axis * (dimensions + 1) + axis] = entries[axis];
      theta[axis * (dimensions + 1) + dimensions] = entries[axis + 3];
    }
    const noise = (n: number, at: number): Float32Array =>
      Float32Array.from({ length: n }, (_, i) => Math.sin(seed * (i + at)));
    const attrs = { ...options, size, imageIndex: new Int32Array(1) };
    return { attrs, theta, from, to, image: noise(from.batchStride, 1), dy: noise(to.batchStride, 2) };
  });

/** Runs the plain and the blended form of a row function over every row of a crop, and compares what they wrote. */
function bothWays(
  crop: Crop,
  room: number,
  plain: (out: Float32Array, row: AffineRow) => void,
  blended: (out: Float32Array, row: AffineRow, blend: NonNullable<AffineRow['blend']>) => void,
): void {
  const [wanted, found] = [new Float32Array(room), new Float32Array(room)];
  forEachAffineRow(crop.theta, crop.from, crop.to, crop.attrs, true, (row) => {
    if (!row.blend) return;
    plain(wanted, row);
    blended(found, row, row.blend);
  });
  for (let i = 0; i < room; i++) {
    const error = Math.abs(found[i] - wanted[i]);
    if (!(error <= 2e-5 * Math.max(1, Math.abs(wanted[i]))))
      expect.fail(`${i}: got ${found[i]}, expected ${wanted[i]}`);
  }
}

describe('blending rows equals gathering points', () => {
  it('forward', () => {
    fc.assert(
      fc.property(crops, (crop) => {
        const { attrs, image, from, to } = crop;
        bothWays(
          crop,
          to.batchStride,
          (out, { cropAt, taps, point }) => gatherRow(out, cropAt, to, image, 0, from, taps, point, attrs.fillValue),
          (out, { cropAt, taps }, blend) =>
            gatherBlendedRow(out, cropAt, to, image, 0, from, taps, blend, attrs.fillValue),
        );
      }),
    );
  });

  it('to the image', () => {
    fc.assert(
      fc.property(crops, (crop) => {
        const { dy, from, to } = crop;
        bothWays(
          crop,
          from.batchStride,
          (out, { cropAt, taps, point }) => scatterRow(out, from, dy, cropAt, to, taps, point),
          (out, { cropAt, taps }, blend) => scatterBlendedRow(out, from, dy, cropAt, to, taps, blend),
        );
      }),
    );
  });

  it('to the coordinates', () => {
    fc.assert(
      fc.property(crops, (crop) => {
        const { attrs, image, dy, from, to } = crop;
        const gradient = createRowGradient(to.width, attrs.size.length);
        const points = to.depth * to.height * to.width;
        const keep = (out: Float32Array, { i, k }: AffineRow): void => {
          out.set(gradient.values, (k * to.height + i) * gradient.values.length);
        };
        bothWays(
          crop,
          3 * points,
          (out, row) => {
            slopeRow(gradient, dy, row.cropAt, to, image, 0, from, row.taps, attrs.fillValue);
            keep(out, row);
          },
          (out, row, blend) => {
            slopeBlendedRow(gradient, dy, row.cropAt, to, image, 0, from, row.taps, blend, attrs.fillValue);
            keep(out, row);
          },
        );
      }),
    );
  });
});
