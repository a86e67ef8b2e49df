import type { SampleAttrs } from '@cropgrad/core/backend';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cells, takeCells } from '../src/cells.js';
import { computeRowTaps, createFreeRow, type FreeRow } from '../src/free-row.js';
import { gatherCells } from '../src/gather-cells.js';
import { gatherRow } from '../src/gather-row.js';
import { type Layout, layoutOf } from '../src/layout.js';
import { scatterCells } from '../src/scatter-cells.js';
import { scatterRow } from '../src/scatter-row.js';
import { slopeCells } from '../src/slope-cells.js';
import { createRowGradient, slopeRow } from '../src/slope-row.js';

/** A row of points in and around an image or volume, and everything the row functions take. */
interface Row {
  attrs: SampleAttrs;
  dimensions: number;
  /** [x,y] or [x,y,z]. */
  points: number[][];
  image: Float32Array;
  dy: Float32Array;
  from: Layout;
  to: Layout;
}

const length = fc.integer({ min: 1, max: 9 });
// Dyadic, because a coordinate of 1e-300 is inside the image but not after reflection has added and taken away 1/2.
const coordinate = fc.oneof(
  fc.integer({ min: -128, max: 640 }).map((i) => i / 64),
  fc.integer({ min: -1, max: 9 }),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -1e30, 2 ** 40),
);

const rows: fc.Arbitrary<Row> = fc
  .record({
    dimensions: fc.constantFrom(2, 3),
    depth: length,
    height: length,
    width: length,
    channels: fc.integer({ min: 1, max: 4 }),
    points: fc.array(fc.tuple(coordinate, coordinate, coordinate), { minLength: 1, maxLength: 12 }),
    seed: fc.integer({ min: 1, max: 1000 }),
    paddingMode: fc.constantFrom<SampleAttrs['paddingMode'][]>('zeros', 'border', 'reflection'),
    alignCorners: fc.boolean(),
    dataFormat: fc.constantFrom<SampleAttrs['dataFormat'][]>('NHWC', 'NCHW'),
  })
  .map(({ dimensions, depth, height, width, channels, points, seed, ...options }) => {
    const shape = (...size: number[]): number[] => {
      const spatial = size.slice(3 - dimensions);
      return options.dataFormat === 'NHWC' ? [1, ...spatial, channels] : [1, channels, ...spatial];
    };
    const from = layoutOf(shape(depth, height, width), options.dataFormat);
    const to = layoutOf(shape(1, 1, points.length), options.dataFormat);
    const noise = (n: number, at: number): Float32Array =>
      Float32Array.from({ length: n }, (_, i) => Math.sin(seed * (i + at)));
    return {
      attrs: { ...options, mode: 'bilinear', fillValue: 2.5, imageIndex: new Int32Array(1) },
      dimensions,
      points: points.map((point) => point.slice(0, dimensions)),
      from,
      to,
      image: noise(from.batchStride, 1),
      dy: noise(to.batchStride, 2),
    };
  });

function freeRow({ dimensions, points, attrs }: Row): FreeRow {
  const row = createFreeRow(points.length, attrs.mode, dimensions);
  const axes = [row.x, row.y, row.z].slice(0, dimensions);
  axes.forEach((axis, k) => {
    axis.set(points.map((point) => point[k]));
  });
  return row;
}

/**
 * Holds the loop over cells, with the general way for the points that are left, against the general way for all. What
 * is left out altogether is the background.
 */
function holdTogether(
  row: Row,
  room: number,
  tolerance: number,
  background: number,
  inCells: (out: Float32Array, cells: Cells) => void,
  general: (out: Float32Array, free: FreeRow) => void,
): void {
  const [wanted, found] = [new Float32Array(room), new Float32Array(room).fill(background)];
  const all = freeRow(row);
  computeRowTaps(all, row.from, row.attrs);
  general(wanted, all);
  const free = freeRow(row);
  const { cells } = free;
  if (!cells) expect.fail('a bilinear row has cells');
  takeCells(cells, free, row.from, row.points.length, row.attrs);
  inCells(found, cells);
  const { width, height, depth } = row.from;
  const size = [width, height, depth];
  const inside = row.points.filter((point) => point.every((x, k) => x > 0 && x < size[k] - 1));
  expect(cells.count).toBe(inside.length);
  const zeros = row.attrs.paddingMode === 'zeros';
  const read = row.points.filter((point) => !zeros || point.every((x, k) => x >= -1 && x < size[k]));
  expect(free.taps.count).toBe(read.length - inside.length);
  computeRowTaps(free, row.from, row.attrs);
  general(found, free);
  for (let i = 0; i < room; i++) {
    if (!(Math.abs(found[i] - wanted[i]) <= tolerance)) expect.fail(`${i}: got ${found[i]}, expected ${wanted[i]}`);
  }
}

describe('the loops over cells equal the general ones', () => {
  it('forward, bit for bit', () => {
    fc.assert(
      fc.property(rows, (row) => {
        const { attrs, image, from, to } = row;
        holdTogether(
          row,
          to.batchStride,
          0,
          attrs.fillValue,
          (out, cells) => gatherCells(out, 0, to, image, 0, from, cells),
          (out, { taps, point }) => gatherRow(out, 0, to, image, 0, from, taps, point, attrs.fillValue),
        );
      }),
    );
  });

  it('to the image', () => {
    fc.assert(
      fc.property(rows, (row) => {
        const { dy, from, to } = row;
        holdTogether(
          row,
          from.batchStride,
          1e-5,
          0,
          (out, cells) => scatterCells(out, from, dy, 0, to, cells),
          (out, { taps, point }) => scatterRow(out, from, dy, 0, to, taps, point),
        );
      }),
    );
  });

  it('to the image, in float64', () => {
    fc.assert(
      fc.property(rows, (row) => {
        const { dy, from, to } = row;
        holdTogether(
          row,
          from.batchStride,
          1e-5,
          0,
          (out, cells) => {
            const sums = new Float64Array(from.batchStride);
            scatterCells(sums, from, dy, 0, to, cells);
            out.set(sums);
          },
          (out, { taps, point }) => scatterRow(out, from, dy, 0, to, taps, point),
        );
      }),
    );
  });

  it('to the coordinates', () => {
    fc.assert(
      fc.property(rows, (row) => {
        const { dimensions, attrs, image, dy, from, to } = row;
        const gradient = createRowGradient(to.width, dimensions);
        holdTogether(
          row,
          dimensions * to.width,
          1e-4,
          0,
          (_, cells) => {
            gradient.values.fill(0);
            slopeCells(gradient, dy, 0, to, image, 0, from, cells, attrs.alignCorners);
          },
          (out, { taps }) => {
            slopeRow(gradient, dy, 0, to, image, 0, from, taps, attrs.fillValue);
            out.set(gradient.values);
          },
        );
      }),
    );
  });
});
