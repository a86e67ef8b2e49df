import fc from 'fast-check';
import { anyCell } from '../arbitraries/any-cell.js';
import { sampleCase } from '../arbitraries/cases.js';
import { normalize } from '../arbitraries/coordinates.js';
import { noise } from '../arbitraries/noise.js';
import type { AffineSampleCase, GridSampleCase, NdArray, SampleCase } from '../case.js';
import { type Cell, declaredCells } from '../cells.js';
import { type Check, type CheckContext, declares } from '../check.js';
import { describeCase } from '../describe-case.js';
import { explained, forAllCases } from '../property.js';
import { accept } from '../tolerance/index.js';
import { precisionOf } from '../tolerance/precision.js';
import { verify } from '../verify.js';
import { quantitiesOf, SAMPLERS } from './calls.js';
import { perSampler } from './per-sampler.js';

/** Each random case is three quantities: fewer of them do. */
const CASES_PER_RUN = 1 / 5;
/** Of TensorFlow's crops, of `outside: 'fill'`, which all functions have, and of ROI pooling. */
const CUTOFFS = [0, 1 / 2, 1] as const;
/** A step over the cutoff that all formats hold. */
const STEP = 1 / 64;

/** What lies farther outside than the cutoff samples nothing, whatever the padding reads there; all else is as without. */
export const cutoffChecks: readonly Check[] = [
  ...SAMPLERS.map((covers): Check => {
    const { op, dimensions } = covers;
    const cutoffs = op === 'gridSample' || op === 'affineSample' ? CUTOFFS : [1 / 2];
    return {
      id: `edge/cutoff/${op}/${dimensions}-D`,
      title:
        "beyond the cutoff is fill without a gradient in any padding; the rest is the oracle's, as are all gradients",
      kind: 'edge',
      covers,
      applies: (backend) => declares(backend, covers),
      run: (context) => {
        const cases = anyCell(context.backend, covers).chain((cell) =>
          fc
            .tuple(sampleCase(cell), fc.constantFrom(...cutoffs))
            .map(([c, cutoff]): SampleCase => ({ ...c, options: { ...c.options, cutoff } })),
        );
        const few = { ...context, runs: Math.ceil(context.runs * CASES_PER_RUN) };
        return forAllCases(few, cases, (c) => answersAsOracle(context, c, false));
      },
    };
  }),
  ...perSampler(
    'kink/cutoff',
    { title: 'a point on the cutoff still samples the image, and one just beyond it samples nothing', kind: 'edge' },
    async (context, covers) => {
      for (const [i, cell] of declaredCells(context.backend, covers).entries()) {
        const c = atCutoff(cell, CUTOFFS[i % CUTOFFS.length]);
        await explained(
          () => describeCase(c),
          () => answersAsOracle(context, c, true),
        );
      }
    },
  ),
];

async function answersAsOracle(context: CheckContext, c: SampleCase, exactCoordinates: boolean): Promise<void> {
  const precision = { ...precisionOf(context.backend.capabilities), exactCoordinates };
  for (const quantity of quantitiesOf(c.op)) await verify(context, c, quantity, accept(c, quantity, precision));
}

/** A point on both cutoffs of each axis and a step to either side of it, where the other axes are inside. */
function atCutoff(cell: Cell, cutoff: number): SampleCase {
  const { op, mode, paddingMode, alignCorners, dimensions } = cell;
  // No coordinate of these is rounded.
  const size = alignCorners ? 5 : 4;
  const output = [...Array<number>(dimensions - 1).fill(1), op === 'gridSample' ? 6 * dimensions : size];
  const crops = op === 'gridSample' ? 1 : 3 * dimensions;
  const rest = {
    dimensions,
    image: noise([1, ...Array<number>(dimensions).fill(size), 2], 1),
    options: { mode, paddingMode, alignCorners, fillValue: -1.5, cutoff },
    dy: noise([crops, ...output, 2], 2),
  };
  const steps = Array.from({ length: dimensions }, (_, axis) =>
    [-STEP, 0, STEP].map((step) => ({ axis, step })),
  ).flat();
  if (op !== 'gridSample') {
    const theta = thetaOf(steps, size, cutoff, cell);
    const c: AffineSampleCase = { op: 'affineSample', ...rest, theta, size: output };
    return c;
  }
  const inside = Array<number>(dimensions).fill(1.375);
  const points = steps.flatMap(({ axis, step }) =>
    [-cutoff - step, size - 1 + cutoff + step].map((x) => inside.with(axis, x)),
  );
  const data = points.flat().map((x) => normalize(x, size, alignCorners));
  const c: GridSampleCase = { op, ...rest, grid: { shape: [1, ...output, dimensions], data } };
  return c;
}

/** Thetas whose second and third outputs are so far from the two cutoffs of an axis. */
function thetaOf(
  steps: readonly { axis: number; step: number }[],
  size: number,
  cutoff: number,
  { alignCorners, dimensions }: Cell,
): NdArray {
  // Outputs are as many as pixels, so that this is both the scale and the distance between two outputs in pixels.
  const scale = size - 1 + 2 * cutoff;
  const thetas = steps.map(({ axis, step }) =>
    Array.from({ length: dimensions }, (_, row) => {
      const entries = Array<number>(dimensions + 1).fill(0);
      if (row !== axis) return entries.with(dimensions, normalize(1.375, size, alignCorners));
      const middle = -cutoff + step + ((size - 1) / 2 - 1) * scale;
      return entries.with(0, scale).with(dimensions, normalize(middle, size, alignCorners));
    }),
  );
  return { shape: [steps.length, dimensions, dimensions + 1], data: thetas.flat(2) };
}
