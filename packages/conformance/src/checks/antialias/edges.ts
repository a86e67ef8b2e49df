import { antialiasedCells } from '../../arbitraries/antialias.js';
import { noise } from '../../arbitraries/noise.js';
import type { CropCase, SampleCase } from '../../case.js';
import type { Cell } from '../../cells.js';
import { type Check, type CheckContext, CheckFailure } from '../../check.js';
import { describeCase } from '../../describe-case.js';
import { evaluate } from '../../evaluate.js';
import { MODE_TRAITS } from '../../tolerance/mode-traits.js';
import { quantitiesOf } from '../calls.js';
import { climbs, type LadderAxis, ladderCase, RUNGS } from '../ladders.js';
import { isRight, SURROUNDINGS, surroundedCase } from '../surrounded.js';
import { type OpCovers, perOp } from './per-op.js';

/** What is made long under antialias, and in how many dimensions: filters are as long as the image is, or almost none. */
const LADDERS: readonly (readonly [axis: LadderAxis, dimensions: 2 | 3])[] = [
  ['W', 2],
  ['H', 2],
  ['w', 2],
  ['C', 2],
  ['W', 3],
];

/** So many rungs do: each has a filter of another length. */
const LONGEST_LADDER = 8;

const AFFINE: readonly OpCovers[] = [
  { op: 'affineSample', dimensions: 2 },
  { op: 'affineSample', dimensions: 3 },
];

/** Lengths of an image and of its crop whose quotients are rounded. */
const WHOLE_LENGTHS = [
  [5, 3],
  [22, 7],
  [41, 33],
  [100, 3],
] as const;

/** Maps so large that an output is as long as thousands of images, or longer than float32 holds. */
const HUGE = [1e9, 3e38];

/** Where antialias reads very much, and where it must not read. */
export const antialiasEdgeChecks: readonly Check[] = [
  ...LADDERS.flatMap(([axis, dimensions]) =>
    (['bilinear', 'bicubic'] as const).flatMap((mode) =>
      perOp(
        `edge/antialias-ladder-${axis}`,
        { title: `an antialiased crop and its gradients are right for every length of ${axis}`, kind: 'edge' },
        (context) => climb(context, axis, mode, dimensions),
        [{ op: 'affineSample', mode, dimensions }],
      ),
    ),
  ),
  ...perOp(
    'edge/antialias-among-nan',
    {
      title: 'an antialiased crop is right where other images, other channels and the memory around are NaN',
      kind: 'edge',
    },
    async (context, covers) => {
      for (const [i, cell] of uprightCells(context, covers).entries()) {
        // Each cell has its turn of the surroundings, as each reads very much.
        const c = surroundedCase(cell, 1 + (i % 4));
        const surroundings = SURROUNDINGS[i % SURROUNDINGS.length];
        await isRight(context, { ...c, options: { ...c.options, antialias: true } }, surroundings);
      }
    },
    AFFINE,
  ),
  ...perOp(
    'edge/antialias-huge',
    { title: 'an output that is as long as very many images, or beyond float32, is finite and bounded', kind: 'edge' },
    async (context, covers) => {
      for (const cell of uprightCells(context, covers)) {
        for (const scale of HUGE) await isBounded(hugeCase(cell, scale), scale);
      }
    },
    [{ op: 'affineSample', dimensions: 2 }],
  ),
  ...perOp(
    'law/antialias-inside',
    { title: 'a box of the whole image reads no fill, forward and backward, even if the fill is NaN', kind: 'law' },
    async (context, covers) => {
      for (const cell of uprightCells(context, { ...covers, paddingMode: 'zeros' })) {
        for (const [S, length] of WHOLE_LENGTHS) await readsNoFill(wholeCase(cell, S, length));
      }
    },
    [{ op: 'crop', dimensions: 2, paddingMode: 'zeros' }],
  ),
];

/** The declared cells without alignCorners. */
function uprightCells(context: CheckContext, covers: OpCovers): Cell[] {
  return antialiasedCells(context.backend, covers).filter(({ alignCorners }) => !alignCorners);
}

async function climb(
  context: CheckContext,
  axis: LadderAxis,
  mode: 'bilinear' | 'bicubic',
  dimensions: 2 | 3,
): Promise<void> {
  const op = 'affineSample';
  const cells = uprightCells(context, { op, mode, dimensions });
  for (const [rung, length] of RUNGS.slice(0, Math.min(context.runs, LONGEST_LADDER)).entries()) {
    const c = ladderCase(context, axis, length, { op, mode, dimensions }, rung);
    const { paddingMode } = cells[rung % cells.length];
    await climbs(context, { ...c, options: { ...c.options, paddingMode, antialias: true } });
  }
}

/** An image in the middle of what one huge output pixel, or three, cover. */
function hugeCase(cell: Cell, scale: number): SampleCase {
  const { op: _, dimensions, ...options } = cell;
  const sizes = Array.from({ length: dimensions }, (_, k) => 3 + k);
  const data = Array.from({ length: dimensions }, (_, row) =>
    Array.from({ length: dimensions + 1 }, (_, k) => (k === row ? Math.fround(scale) : k === dimensions ? 0.25 : 0)),
  );
  return {
    op: 'affineSample',
    dimensions,
    image: noise([1, ...sizes, 2], 1),
    theta: { shape: [1, dimensions, dimensions + 1], data: data.flat() },
    size: sizes.map((_, k) => (k === 0 ? 3 : 1)),
    dy: noise([1, ...sizes.map((_, k) => (k === 0 ? 3 : 1)), 2], 2),
    options: { ...options, fillValue: 0.75, antialias: true },
  };
}

async function isBounded(c: SampleCase, scale: number): Promise<void> {
  const bound = MODE_TRAITS[c.options.mode].largestSums.weights ** c.dimensions * (1 + 2 ** -10);
  for (const quantity of ['output', 'dImage', 'dTheta'] as const) {
    // Beyond float32 the length itself is infinite, and what moves with it is not known.
    if (quantity === 'dTheta' && scale > 1e18) continue;
    const got = await evaluate(c, quantity);
    const most = quantity === 'output' ? bound : quantity === 'dImage' ? bound * 3 : Number.MAX_VALUE;
    const wrong = Array.from(got).findIndex((value) => !(Math.abs(value) <= most));
    if (wrong === -1) continue;
    throw new CheckFailure(`${quantity}: expected at most ${most}, got ${got[wrong]} in ${describeCase(c)}`);
  }
}

/** The whole image, and the same mirrored, in a fill of NaN; neither axis magnifies. */
function wholeCase({ op: _, dimensions, ...options }: Cell, S: number, length: number): CropCase {
  return {
    op: 'crop',
    dimensions,
    image: noise([1, S, S + 1, 1], S),
    boxes: { shape: [2, 4], data: [-1, -1, 1, 1, 1, 1, -1, -1] },
    size: [length, length + 1],
    dy: noise([2, length, length + 1, 1], length),
    options: { ...options, fillValue: Number.NaN, antialias: true },
  };
}

async function readsNoFill(c: CropCase): Promise<void> {
  for (const quantity of quantitiesOf(c.op)) {
    const got = await evaluate(c, quantity);
    const wrong = Array.from(got).findIndex((value) => !Number.isFinite(value));
    if (wrong === -1) continue;
    throw new CheckFailure(`${quantity}: expected a number, got ${got[wrong]} at ${wrong} in ${describeCase(c)}`);
  }
}
