import { PADDING_MODES } from '@cropgrad/core';
import fc from 'fast-check';
import { anyCell } from '../arbitraries/any-cell.js';
import { affineSampleCase, perspectiveSampleCase } from '../arbitraries/cases.js';
import { noise } from '../arbitraries/noise.js';
import type { AffineSampleCase, NdArray, PerspectiveSampleCase } from '../case.js';
import { type Cell, declaredCells } from '../cells.js';
import { type Check, type CheckContext, CheckFailure, declares, type Subject } from '../check.js';
import { describeCase } from '../describe-case.js';
import { evaluate } from '../evaluate.js';
import { explained, forAll, forAllCases } from '../property.js';
import { evaluated, requireClose, requireRelated, spread } from '../relate.js';

/** Each random case of a law is many calls: fewer of them do. */
const CASES_PER_RUN = 1 / 4;

const covers = { op: 'perspectiveSample', dimensions: 2 } as const;

function law(id: string, title: string, kind: Check['kind'], run: Check['run']): Check {
  return {
    id: `${id}/perspectiveSample/2-D`,
    title,
    kind,
    covers,
    applies: (backend) => declares(backend, covers),
    run,
  };
}

/** Laws of perspective maps, and what lies behind the camera. */
export const perspectiveLawChecks: readonly Check[] = [
  law('law/scaled-theta', 'a theta and the same times a power of two are the same map', 'law', (context) =>
    forAll(
      { ...context, runs: Math.ceil(context.runs * CASES_PER_RUN) },
      fc.tuple(anyCase(context), fc.constantFrom(-1, 0.5, -0.25, 2 ** -6)),
      ([c, factor]) => isSameScaled(context, c, factor),
      ([c, factor]) => `theta times ${factor} in ${describeCase(c)}`,
    ),
  ),
  law('law/orthogonal-gradient', 'the gradient of theta is orthogonal to theta', 'gradient', (context) =>
    forAllCases(context, anyCase(context), (c) => isOrthogonal(context, c)),
  ),
  {
    ...law(
      'law/affine-last-row',
      'a theta whose last row is (0, 0, 1) answers as affineSample does: bit for bit, where both make no grid',
      'law',
      (context) => {
        const cells = fc.constantFrom(...cellsOfBoth(context.backend));
        return forAllCases(
          { ...context, runs: Math.ceil(context.runs * CASES_PER_RUN) },
          cells.chain((cell) => affineSampleCase(cell, 'tame')),
          (c) => isAffine(context, c),
        );
      },
    ),
    applies: (backend) => cellsOfBoth(backend).length > 0,
  },
  law(
    'edge/behind-the-camera',
    'what is behind the camera, or just beside it, is fill, without a gradient',
    'edge',
    ({ backend }) => areFilled(behindTheCamera(backend)),
  ),
  law(
    'edge/non-finite-theta',
    'a theta with an entry that is not finite is fill, without a gradient',
    'edge',
    ({ backend }) => areFilled(inEachPadding(backend, NON_FINITE, [1, 1, 1, 1])),
  ),
];

function anyCase({ backend }: CheckContext): fc.Arbitrary<PerspectiveSampleCase> {
  return anyCell(backend, covers).chain((cell) => perspectiveSampleCase(cell, 'tame'));
}

async function isSameScaled(context: CheckContext, c: PerspectiveSampleCase, factor: number): Promise<void> {
  const scaled = { ...c, theta: times(c.theta, factor) };
  for (const quantity of ['output', 'dImage', 'dTheta'] as const) {
    const before = await evaluated(c, quantity);
    const expected = quantity === 'dTheta' ? times(before, 1 / factor) : before;
    await requireRelated(context, scaled, quantity, expected, 'without the factor it');
  }
}

function times({ shape, data }: NdArray, factor: number): NdArray {
  return { shape, data: Array.from(data, (value) => value * factor) };
}

async function isOrthogonal(context: CheckContext, c: PerspectiveSampleCase): Promise<void> {
  const got = await evaluate(c, 'dTheta');
  const widths = spread(context, c, 'dTheta');
  for (let n = 0; n < c.theta.shape[0]; n++) {
    let sum = 0;
    let allowed = 0;
    for (let k = 9 * n; k < 9 * n + 9; k++) {
      sum += got[k] * c.theta.data[k];
      allowed += widths[k] * Math.abs(c.theta.data[k]);
    }
    // What may be anything sums to anything.
    if (!(Math.abs(sum) > allowed)) continue;
    throw new CheckFailure(`⟨dTheta, theta⟩ of crop ${n}: got ${sum}, and rounding explains only ${allowed}`);
  }
}

/** The options that a backend declares for perspectiveSample and for affineSample. */
function cellsOfBoth(backend: Subject): Cell[] {
  return declaredCells(backend, covers).filter((cell) => declares(backend, { ...cell, op: 'affineSample' }));
}

async function isAffine(context: CheckContext, c: AffineSampleCase): Promise<void> {
  const crops = c.theta.shape[0];
  const rows = Array.from({ length: crops }, (_, n) => [...Array.from(c.theta.data).slice(6 * n, 6 * n + 6), 0, 0, 1]);
  const square: PerspectiveSampleCase = {
    ...c,
    op: 'perspectiveSample',
    theta: { shape: [crops, 3, 3], data: rows.flat() },
  };
  const { AffineSample, PerspectiveSample } = context.backend.kernels;
  const isExact = AffineSample !== undefined && PerspectiveSample !== undefined;
  const allowed = isExact ? () => 0 : widthsOf(spread(context, square, 'output'));
  const [got, expected] = [await evaluate(square, 'output'), await evaluate(c, 'output')];
  requireClose(square, 'output', got, expected, allowed, 'affineSample');
  await requireRelated(context, square, 'dImage', await evaluated(c, 'dImage'), 'affineSample');

  const dtheta = await evaluate(square, 'dTheta');
  const upper = Array.from(dtheta).filter((_, i) => i % 9 < 6);
  const widths = spread(context, square, 'dTheta').filter((_, i) => i % 9 < 6);
  requireClose(c, 'dTheta', upper, await evaluate(c, 'dTheta'), widthsOf(widths), 'affineSample');
}

function widthsOf(widths: readonly number[]): (element: number) => number {
  return (element) => widths[element];
}

/** With four columns u is -3/4, -1/4, 1/4, 3/4: W is not above 0 for the first two, and 0 for the second of all but one. */
const BEHIND: readonly (readonly number[])[] = [
  [0.5, 0.25, 0, 0, 1, 0.125, 1, 0, 0.25],
  [-0.5, -0.25, 0, 0, -1, -0.125, -1, 0, -0.25],
  [0.5, 0.25, 0, 0, 1, 0.125, 1, 0, 0],
];

const NON_FINITE: readonly (readonly number[])[] = [
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
].flatMap((bad) =>
  Array.from({ length: 9 }, (_, k) => [1, 0, 0.25, 0, 1, 0, 0.25, 0, 1].map((entry, i) => (i === k ? bad : entry))),
);

const FILL = 5;

/** Cases whose points are behind the camera, or just beside it, where dy is 1; it is 0 where they are in front. */
export function behindTheCamera(backend: Subject): PerspectiveSampleCase[] {
  return inEachPadding(backend, BEHIND, [1, 1, 0, 0]);
}

function inEachPadding(
  backend: Subject,
  thetas: readonly (readonly number[])[],
  dy: readonly number[],
): PerspectiveSampleCase[] {
  return oneOfEachPadding(backend).map(({ mode, paddingMode, alignCorners }) => ({
    op: 'perspectiveSample',
    dimensions: 2,
    image: noise([1, 3, 5, 1], 1),
    theta: { shape: [thetas.length, 3, 3], data: thetas.flat() },
    size: [1, 4],
    options: { mode, paddingMode, alignCorners, fillValue: FILL },
    dy: { shape: [thetas.length, 1, 4, 1], data: thetas.flatMap(() => dy) },
  }));
}

/** Requires fill, and gradients of 0, where dy is 1; of dy 0 nothing is asked. */
async function areFilled(cases: readonly PerspectiveSampleCase[]): Promise<void> {
  for (const c of cases) {
    await explained(
      () => describeCase(c),
      () => isFilled(c),
    );
  }
}

/** A declared cell for each padding, another mode each time. */
function oneOfEachPadding(backend: Subject): Cell[] {
  return PADDING_MODES.flatMap((paddingMode, i) => {
    const cells = declaredCells(backend, { ...covers, paddingMode, alignCorners: false });
    return cells.length === 0 ? [] : [cells[i % cells.length]];
  });
}

async function isFilled(c: PerspectiveSampleCase): Promise<void> {
  const output = await evaluate(c, 'output');
  for (let i = 0; i < output.length; i++) {
    if (c.dy.data[i] === 0 || output[i] === FILL) continue;
    throw new CheckFailure(
      `output ${i % 4} of crop ${Math.floor(i / 4)}: expected fillValue ${FILL}, got ${output[i]}`,
    );
  }
  for (const quantity of ['dImage', 'dTheta'] as const) {
    const gradient = await evaluate(c, quantity);
    const found = Array.from(gradient).findIndex((value) => value !== 0);
    if (found !== -1) throw new CheckFailure(`${quantity}, number ${found}: expected 0, got ${gradient[found]}`);
  }
}
