import fc from 'fast-check';
import { anyCell } from '../arbitraries/any-cell.js';
import { sampleCase } from '../arbitraries/cases.js';
import { normalize } from '../arbitraries/coordinates.js';
import { noise } from '../arbitraries/noise.js';
import { noiseSeed } from '../arbitraries/sizes.js';
import type { CropCase, GridSampleCase, SampleCase } from '../case.js';
import type { Cell } from '../cells.js';
import { type Check, type CheckContext, declares } from '../check.js';
import { evaluate } from '../evaluate.js';
import { baseGrid } from '../oracle/affine-grid.js';
import { pixelsPerUnit } from '../oracle/taps.js';
import { forAllCases } from '../property.js';
import { requireClose, spread } from '../relate.js';
import { accept } from '../tolerance/index.js';
import { precisionOf } from '../tolerance/precision.js';
import { verify } from '../verify.js';
import { quantitiesOf, SAMPLERS } from './calls.js';

/** Each random case is three quantities: fewer of them do. */
const CASES_PER_RUN = 1 / 5;
/** How much brighter each pixel of a ramp is than the one before, along x, y and z. */
const STEEPNESS = [1, -0.5, 0.25];

/** Bicubic with Keys's a of -0.5: the oracle's, and what it is good for. */
export const cubicCoefficientChecks: readonly Check[] = [
  ...SAMPLERS.map((sampler): Check => {
    const covers = { ...sampler, mode: 'bicubic' } as const;
    return {
      id: `edge/cubic-coefficient/${sampler.op}/${sampler.dimensions}-D`,
      title: "with a cubicCoefficient of -0.5 the result and all gradients are the oracle's",
      kind: 'edge',
      covers,
      applies: (backend) => declares(backend, covers),
      run: (context) => {
        const precision = precisionOf(context.backend.capabilities);
        const cases = anyCell(context.backend, covers)
          .chain((cell) => sampleCase(cell))
          .map((c): SampleCase => ({ ...c, options: { ...c.options, cubicCoefficient: -0.5 } }));
        return forAllCases(few(context), cases, async (c) => {
          for (const quantity of quantitiesOf(c.op)) await verify(context, c, quantity, accept(c, quantity, precision));
        });
      },
    };
  }),
  ...(['gridSample', 'crop'] as const).flatMap((op) =>
    ([2, 3] as const).map((dimensions): Check => {
      const covers = { op, mode: 'bicubic', dimensions } as const;
      return {
        id: `law/ramp/${op}/${dimensions}-D`,
        title: 'bicubic with a of -0.5 reads a ramp as that ramp, with its slope, in boxes too',
        kind: 'law',
        covers,
        applies: (backend) => declares(backend, covers),
        run: (context) => {
          const cases = anyCell(context.backend, covers).chain((cell) =>
            fc.tuple(insideRamp, noiseSeed).map(([places, seed]) => rampCase(cell, places, seed)),
          );
          return forAllCases(few(context), cases, (c) => isRamp(context, c));
        },
      };
    }),
  ),
];

function few(context: CheckContext): CheckContext {
  return { ...context, runs: Math.ceil(context.runs * CASES_PER_RUN) };
}

/** How long an axis is, and two places between its second pixel and its last but one, in parts of that. */
interface Places {
  readonly size: number;
  readonly from: number;
  readonly to: number;
}

const insideRamp: fc.Arbitrary<Places[]> = fc.array(
  fc.record({
    size: fc.integer({ min: 5, max: 9 }),
    from: fc.integer({ min: 0, max: 100 }).map((k) => k / 100),
    to: fc.integer({ min: 0, max: 100 }).map((k) => k / 100),
  }),
  { minLength: 3, maxLength: 3 },
);

/** A call whose points lie between two places of each axis of a ramp, where all taps are pixels. */
function rampCase({ op, mode, paddingMode, alignCorners, dimensions }: Cell, all: Places[], seed: number): RampCase {
  const places = all.slice(0, dimensions);
  const sizes = places.map(({ size }) => size);
  const strides = sizes.map((_, k) => sizes.slice(0, k).reduce((product, size) => product * size, 1));
  const count = sizes.reduce((product, size) => product * size, 1);
  const pixels = Array.from({ length: count }, (_, i) =>
    STEEPNESS.slice(0, dimensions).reduce((sum, slope, k) => sum + slope * (Math.floor(i / strides[k]) % sizes[k]), 0),
  );
  const size = [2, 3, 2].slice(0, dimensions);
  const rest = {
    dimensions,
    image: { shape: [1, ...sizes.toReversed(), 1], data: pixels },
    options: { mode, paddingMode, alignCorners, cubicCoefficient: -0.5 },
    dy: noise([1, ...size, 1], seed),
  } as const;
  const ends = places.map(({ size: length, from, to }) =>
    [from, to].map((part) => normalize(1 + part * (length - 3), length, alignCorners)),
  );
  if (op === 'crop') {
    const box = [...ends.map(([near]) => near), ...ends.map(([, far]) => far)];
    return { op, ...rest, boxes: { shape: [1, 2 * dimensions], data: box }, size };
  }
  const points = baseGrid(size, true).map((base) =>
    ends.map(([near, far], k) => Math.fround(near + ((far - near) * (base[k] + 1)) / 2)),
  );
  return { op: 'gridSample', ...rest, grid: { shape: [1, ...size, dimensions], data: points.flat() } };
}

type RampCase = GridSampleCase | CropCase;

async function isRamp(context: CheckContext, c: RampCase): Promise<void> {
  const { dimensions, dy } = c;
  const { alignCorners } = c.options;
  const sizes = c.image.shape.slice(1, -1).reverse();
  const scales = sizes.map((size) => pixelsPerUnit(size, alignCorners));
  const points = pointsOf(c);
  const ramp = points.map((point) =>
    point.reduce((sum, x, k) => sum + STEEPNESS[k] * (x * scales[k] + (sizes[k] - 1) / 2), 0),
  );
  const allowed = spread(context, c, 'output');
  requireClose(c, 'output', await evaluate(c, 'output'), ramp, (i) => allowed[i], 'the ramp');

  const quantity = c.op === 'crop' ? 'dBoxes' : 'dGrid';
  const slope = (k: number): number => STEEPNESS[k] * scales[k];
  const slopes =
    c.op === 'crop'
      ? Array.from({ length: 2 * dimensions }, (_, i) => {
          const k = i % dimensions;
          const far = baseGrid(c.size, alignCorners).map((base) => (base[k] + 1) / 2);
          return far.reduce((sum, part, s) => sum + dy.data[s] * slope(k) * (i < dimensions ? 1 - part : part), 0);
        })
      : Array.from(
          { length: dy.data.length * dimensions },
          (_, i) => dy.data[Math.floor(i / dimensions)] * slope(i % dimensions),
        );
  const slack = spread(context, c, quantity);
  requireClose(c, quantity, await evaluate(c, quantity), slopes, (i) => slack[i], 'the slope of the ramp');
}

/** The normalised points of a case. */
function pointsOf(c: RampCase): number[][] {
  const { dimensions } = c;
  const at = (data: ArrayLike<number>, start: number): number[] =>
    Array.from({ length: dimensions }, (_, k) => data[start + k]);
  if (c.op === 'gridSample') return Array.from(c.dy.data, (_, s) => at(c.grid.data, s * dimensions));
  const [near, far] = [at(c.boxes.data, 0), at(c.boxes.data, dimensions)];
  return baseGrid(c.size, c.options.alignCorners).map((base) =>
    near.map((from, k) => from + ((far[k] - from) * (base[k] + 1)) / 2),
  );
}
