import fc from 'fast-check';
import { anyCell } from '../arbitraries/any-cell.js';
import { normalize } from '../arbitraries/coordinates.js';
import { noise } from '../arbitraries/noise.js';
import { noiseSeed } from '../arbitraries/sizes.js';
import type { CropCase, GridSampleCase, NdArray, SampleCase } from '../case.js';
import { type Cell, declaredCells } from '../cells.js';
import { type Check, type CheckContext, declares } from '../check.js';
import { describeCase } from '../describe-case.js';
import { explained, forAllCases } from '../property.js';
import { accept } from '../tolerance/index.js';
import { precisionOf } from '../tolerance/precision.js';
import { verify } from '../verify.js';
import { quantitiesOf } from './calls.js';

/** From one pixel centre of an axis to another. */
type Ends = readonly [from: number, to: number];

/** One axis of an image, the outputs along it, and where they lie, crop by crop. */
interface Reach {
  readonly size: number;
  readonly output: number;
  readonly ends: readonly Ends[];
}

/** Pairs of lengths at which arithmetic steps over the last centre: in float64, in float32, and in both. */
const TREACHEROUS: readonly (readonly [size: number, output: number])[] = [
  [8, 26],
  [4, 22],
  [8, 52],
];

/** What ends on the outermost pixel centres reads nothing outside, whatever rounding does: no fill, even if it is NaN. */
export const insideChecks: readonly Check[] = (['gridSample', 'crop'] as const).flatMap((op) =>
  ([2, 3] as const).map((dimensions): Check => {
    const covers = { op, dimensions, paddingMode: 'zeros' } as const;
    return {
      id: `law/inside-is-inside/${op}/${dimensions}-D`,
      title:
        'points on the outermost pixel centres read no fill, forward and backward, even if the fill is NaN or infinite',
      kind: 'law',
      covers,
      applies: (backend) => declares(backend, covers),
      async run(context) {
        for (const [size, output] of TREACHEROUS) {
          const whole: Ends = [0, size - 1];
          const reach = { size, output, ends: [whole, [size - 1, 0] as const, [1, size - 1] as const] };
          for (const cell of declaredCells(context.backend, { ...covers, alignCorners: true })) {
            const c = insideCase(cell, reach, 0, 7);
            await explained(
              () => describeCase(c),
              () => readsNoFill(context, c),
            );
          }
        }
        const cases = anyCell(context.backend, covers).chain((cell) =>
          fc
            .tuple(anyReach, fc.nat(dimensions - 1), noiseSeed)
            .map(([reach, axis, seed]) => insideCase(cell, reach, axis, seed)),
        );
        await forAllCases(context, cases, (c) => readsNoFill(context, c));
      },
    };
  }),
);

const anyReach: fc.Arbitrary<Reach> = fc
  .tuple(fc.integer({ min: 2, max: 64 }), fc.integer({ min: 2, max: 64 }), fc.nat(), fc.nat())
  .map(([size, output, from, to]) => {
    const last = size - 1;
    const inner: Ends = [from % size, last];
    return { size, output, ends: [[0, last], inner, [last, to % size], [0, to % size]] };
  });

async function readsNoFill(context: CheckContext, c: SampleCase): Promise<void> {
  const precision = precisionOf(context.backend.capabilities);
  for (const quantity of quantitiesOf(c.op)) await verify(context, c, quantity, accept(c, quantity, precision));
}

/** A case of one long axis, coordinate k; the others have two pixels and two outputs, on their centres. */
function insideCase(cell: Cell, { size, output, ends }: Reach, k: number, seed: number): SampleCase {
  const { op, dimensions, mode, paddingMode, alignCorners } = cell;
  const axes = Array.from({ length: dimensions }, (_, axis) => axis === k);
  const sizes = axes.map((isLong) => (isLong ? size : 2));
  const outputs = axes.map((isLong) => (isLong ? output : 2));
  const channels = 1 + (seed % 3);
  const rest = {
    dimensions,
    image: noise([1, ...sizes.toReversed(), channels], seed),
    options: { mode, paddingMode, alignCorners, fillValue: seed % 2 === 0 ? Number.NaN : Number.POSITIVE_INFINITY },
    dy: noise([ends.length, ...outputs.toReversed(), channels], seed + 1),
  };
  const reaches = ends.map((long) => axes.map((isLong): Ends => (isLong ? long : [0, 1])));
  if (op === 'gridSample') return { op, ...rest, grid: gridOf(reaches, sizes, outputs, alignCorners) };
  const boxes = reaches.map((reach) => boxOf(reach, sizes, outputs, alignCorners));
  const crop: CropCase = {
    op: 'crop',
    ...rest,
    boxes: { shape: [boxes.length, 2 * dimensions], data: boxes.flat() },
    size: outputs.toReversed(),
  };
  return crop;
}

/** The box whose first and last outputs are on these centres. */
function boxOf(reach: readonly Ends[], sizes: number[], outputs: number[], alignCorners: boolean): number[] {
  const corners = reach.map(([from, to], k) => {
    const half = alignCorners ? 0 : (to - from) / (outputs[k] - 1) / 2;
    const at = (x: number): number =>
      alignCorners ? normalize(x, sizes[k], true) : Math.fround((2 * (x + 1 / 2)) / sizes[k] - 1);
    return [at(from - half), at(to + half)];
  });
  return [...corners.map(([near]) => near), ...corners.map(([, far]) => far)];
}

function gridOf(
  reaches: readonly (readonly Ends[])[],
  sizes: number[],
  outputs: number[],
  alignCorners: boolean,
): NdArray {
  const count = outputs.reduce((product, length) => product * length, 1);
  const data = reaches.flatMap((reach) =>
    Array.from({ length: count }, (_, s) => {
      let rest = s;
      return reach.map(([from, to], k) => {
        const q = rest % outputs[k];
        rest = (rest - q) / outputs[k];
        return normalize(from + ((to - from) * q) / (outputs[k] - 1), sizes[k], alignCorners);
      });
    }).flat(),
  );
  const grid: GridSampleCase['grid'] = { shape: [reaches.length, ...outputs.toReversed(), outputs.length], data };
  return grid;
}
