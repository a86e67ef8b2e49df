import fc from 'fast-check';
import { antialiasedCase } from '../../arbitraries/antialias.js';
import type { NdArray } from '../../case.js';
import type { Check, CheckContext } from '../../check.js';
import { evaluate } from '../../evaluate.js';
import type { AntialiasedCase } from '../../oracle/antialias/filtering.js';
import { stepsOf } from '../../oracle/antialias/footprint.js';
import { pointsOf, rowsOf } from '../../oracle/points.js';
import { forAllCases } from '../../property.js';
import { requireClose, spread } from '../../relate.js';
import { quantitiesOf } from '../calls.js';
import { climbs } from '../ladders.js';
import { fewer, type OpCovers, perOp } from './per-op.js';

type AffineCase = AntialiasedCase & { readonly op: 'affineSample' };

const AFFINE: readonly OpCovers[] = [
  { op: 'affineSample', dimensions: 2 },
  { op: 'affineSample', dimensions: 3 },
];

/** Where nothing shrinks, and where a general map becomes a box, nothing jumps. */
export const nearPlainChecks: readonly Check[] = [
  ...perOp(
    'law/antialias-magnified',
    { title: 'what magnifies is the same with antialias as without, result and gradients', kind: 'law' },
    (context, covers) => {
      const cases = antialiasedCase(context.backend, covers).filter(isAffine).map(magnifying);
      return forAllCases(fewer(context, 1 / 4), cases, (c) => equalsPlain(context, c));
    },
    AFFINE.map((covers) => ({ ...covers, mode: 'bilinear' })),
  ),
  ...perOp(
    'law/antialias-continuity',
    { title: 'the result and the gradients are right of a box, and of a map that is almost one', kind: 'law' },
    (context, covers) => {
      const tilts = fc.constantFrom(0, 2 ** -20, -(2 ** -16), 2 ** -12);
      const cases = fc.tuple(antialiasedCase(context.backend, covers).filter(isAffine), tilts).map(tilted);
      return forAllCases(fewer(context, 1 / 4), cases, (c) => climbs(context, c));
    },
    AFFINE,
  ),
];

function isAffine(c: AntialiasedCase): c is AffineCase {
  return c.op === 'affineSample';
}

/** The same with rows of theta that are so short that no output pixel is longer than one of the image. */
function magnifying(c: AffineCase): AffineCase {
  const points = pointsOf(c);
  return withTheta({ ...c, options: { ...c.options, antialias: true } }, (row, k) => {
    const steps = stepsOf(k, points);
    const length = Math.hypot(...steps.map((step, j) => step * row[j]));
    return length < 1 ? row : row.map((entry, j) => (j < steps.length ? (0.97 * entry) / length : entry));
  });
}

/** The same as a box, or with all other entries so small that it is almost one. */
function tilted([c, tilt]: [AffineCase, number]): AffineCase {
  return withTheta(c, (row, k) =>
    row.map((entry, j) => (j === k || j === row.length - 1 ? entry : tilt * (entry + (tilt && 1)))),
  );
}

function withTheta(c: AffineCase, edit: (row: number[], k: number) => number[]): AffineCase {
  const data = rowsOf(c.theta).flatMap((rows) => rows.flatMap(edit));
  const theta: NdArray = { shape: c.theta.shape, data: data.map(Math.fround) };
  return { ...c, theta };
}

async function equalsPlain(context: CheckContext, c: AffineCase): Promise<void> {
  const { antialias: _, ...options } = c.options;
  const plain = { ...c, options };
  for (const quantity of quantitiesOf(c.op)) {
    const [allowed, allowedPlain] = [spread(context, c, quantity), spread(context, plain, quantity)];
    const [got, expected] = [await evaluate(c, quantity), await evaluate(plain, quantity)];
    const slack = (element: number): number => allowed[element] + allowedPlain[element];
    requireClose(c, quantity, got, expected, slack, 'without antialias it');
  }
}
