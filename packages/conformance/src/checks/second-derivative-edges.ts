import { normalize } from '../arbitraries/coordinates.js';
import { noise } from '../arbitraries/noise.js';
import type { GridSampleCase, NdArray } from '../case.js';
import { type Cell, declaredCells } from '../cells.js';
import { type Check, type CheckContext, CheckFailure, declares } from '../check.js';
import { describeCase, placeOf } from '../describe-case.js';
import { explained } from '../property.js';
import { requireDifference, slopeGradient } from './slope-differences.js';

const MODES = ['bilinear', 'bicubic'] as const;

/** How far outside the image's outermost pixel centres the corners are, in pixels. */
const BEYOND = 0.375;
/** Much larger than all pixels, so that what the fill adds cannot hide in the tolerance. */
const FILL = 8;

const NON_FINITE = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

/** Where second derivatives are sums of other terms, or of none: not left to the luck of a random draw. */
export const secondDerivativeEdgeChecks: readonly Check[] = [
  ...MODES.flatMap((mode) =>
    ([2, 3] as const).map((dimensions): Check => {
      const covers = { op: 'gridSample', mode, paddingMode: 'zeros', dimensions } as const;
      return {
        id: `second-derivative-corners/gridSample/${mode}/${dimensions}-D`,
        title: 'where taps of every axis are outside, each pair of axes has its second derivative of the fill, too',
        kind: 'law',
        covers,
        applies: (backend) => backend.capabilities.order === 2 && declares(backend, covers),
        run: (context) => atEveryCorner(context, declaredCells(context.backend, covers)[0]),
      };
    }),
  ),
  ...([2, 3] as const).map((dimensions): Check => {
    const covers = { op: 'gridSample', dimensions } as const;
    return {
      id: `edge/second-derivative-of-nothing/gridSample/${dimensions}-D`,
      title:
        'a point that is not finite or beyond the cutoff samples nothing: its second derivatives are 0, in every padding',
      kind: 'edge',
      covers,
      applies: (backend) => backend.capabilities.order === 2 && declares(backend, covers),
      async run({ backend }) {
        for (const cell of declaredCells(backend, covers)) if (cell.mode !== 'nearest') await isFlat(nothing(cell));
      },
    };
  }),
];

/** Each pair of axes by itself: the tangent along one, and the other one moved. */
async function atEveryCorner(context: CheckContext, cell: Cell): Promise<void> {
  const { dimensions } = cell;
  const c = cornerCase(cell);
  const along = (axis: number): NdArray => {
    const { shape } = c.grid;
    return { shape, data: Array.from(c.grid.data, (_, i) => (i % dimensions === axis ? 1 : 0)) };
  };
  const axes = Array.from({ length: dimensions }, (_, axis) => axis);
  for (const axis of axes) {
    const pairs = axes.map((other) => ['grid', other] as const);
    for (const [by, column] of [...pairs, ['dy', 0] as const, ['image', 0] as const]) {
      await explained(
        () => `the tangent is 1 along axis ${axis} and 0 along others, in\n${describeCase(c)}`,
        () => requireDifference(context, c, by, column, along(axis)),
      );
    }
  }
}

/** A point just outside of each corner. */
function cornerCase({ mode, paddingMode, alignCorners, dimensions }: Cell): GridSampleCase {
  const lengths = [5, 4, 3].slice(0, dimensions);
  const corners = Array.from({ length: 2 ** dimensions }, (_, corner) =>
    lengths.map((size, k) => {
      const isFar = Math.floor(corner / 2 ** k) % 2 === 1;
      return normalize(isFar ? size - 1 + BEYOND : -BEYOND, size, alignCorners);
    }),
  );
  const output = [...Array<number>(dimensions - 1).fill(1), corners.length];
  return {
    op: 'gridSample',
    dimensions,
    image: noise([1, ...lengths.toReversed(), 2], 3),
    grid: { shape: [1, ...output, dimensions], data: corners.flat() },
    options: { mode, paddingMode, alignCorners, fillValue: FILL },
    dy: noise([1, ...output, 2], 4),
  };
}

/** Points with one coordinate that is not finite, or too far outside; the others are inside. */
function nothing({ mode, paddingMode, alignCorners, dimensions }: Cell): GridSampleCase {
  const usual = [0.21, -0.37, 0.43].slice(0, dimensions).map(Math.fround);
  const points = [...NON_FINITE, -1.75, 1.75].flatMap((bad) => usual.map((_, axis) => usual.with(axis, bad)));
  const output = [...Array<number>(dimensions - 1).fill(1), points.length];
  return {
    op: 'gridSample',
    dimensions,
    image: noise([1, ...[3, 4, 5].slice(0, dimensions), 2], 5),
    grid: { shape: [1, ...output, dimensions], data: points.flat() },
    options: { mode, paddingMode, alignCorners, fillValue: FILL, cutoff: 1 / 2 },
    dy: noise([1, ...output, 2], 6),
  };
}

/** Requires every gradient of ⟨dGrid, tangent⟩ to be 0. */
async function isFlat(c: GridSampleCase): Promise<void> {
  for (const by of ['dy', 'image', 'grid'] as const) {
    const gradient = await slopeGradient(c, by, noise(c.grid.shape, 7));
    const found = Array.from(gradient).findIndex((value) => value !== 0);
    if (found === -1) continue;
    const place = `the gradient by ${by}${placeOf(found, c[by].shape)} of ⟨dGrid, tangent⟩`;
    throw new CheckFailure(`${place}: expected 0, got ${gradient[found]}\nin ${describeCase(c)}`);
  }
}
