import type { CubicCoefficient } from '@cropgrad/core';
import fc from 'fast-check';
import { type Cell, PERSPECTIVE_CELLS, SAMPLE_CELLS } from '../cells.js';
import { type Covers, declares, type Subject } from '../check.js';
import { type AntialiasedCase, type AntialiasOptions, isAntialiased } from '../oracle/antialias/filtering.js';
import { footprintsAt } from '../oracle/antialias/footprint.js';
import { pointsOf } from '../oracle/points.js';
import { eachPoint } from '../oracle/sample.js';
import { sampleCase } from './cases.js';

/** The functions that may be antialiased. */
export type AntialiasedOp = AntialiasedCase['op'];

/** Filters longer than so many pixels are for ladders: near the horizon of a perspective map they have no end. */
const LONGEST_FILTER = 64;

/** Mostly as long as an output pixel. */
const antialias: fc.Arbitrary<AntialiasOptions['antialias']> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(true as const) },
  fc.constantFrom({ widen: 1 }, { widen: 1.5 }, { widen: 3.25 }),
);

/** Mostly the default, which is -0.5 here. */
const coefficient: fc.Arbitrary<{ cubicCoefficient?: CubicCoefficient }> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  fc.constantFrom<{ cubicCoefficient: CubicCoefficient }>({ cubicCoefficient: -0.75 }, { cubicCoefficient: -0.5 }),
);

/** The cells that one product of the backend's capabilities holds with antialias, with these options where they are given. */
export function antialiasedCells(
  backend: Subject,
  { op, mode, paddingMode, dimensions }: Covers & { readonly op: AntialiasedOp },
): readonly Cell[] {
  return [...SAMPLE_CELLS, ...PERSPECTIVE_CELLS].filter(
    (cell) =>
      cell.op === op &&
      cell.mode !== 'nearest' &&
      cell.mode === (mode ?? cell.mode) &&
      cell.paddingMode === (paddingMode ?? cell.paddingMode) &&
      cell.dimensions === (dimensions ?? cell.dimensions) &&
      declares(backend, { ...cell, antialias: true }),
  );
}

/** A random antialiased call with options that a backend declares, but for those that are given. */
export function antialiasedCase(
  backend: Subject,
  covers: Covers & { readonly op: AntialiasedOp },
): fc.Arbitrary<AntialiasedCase> {
  return fc
    .tuple(
      fc.constantFrom(...antialiasedCells(backend, covers)).chain((cell) => sampleCase(cell, 'tame')),
      antialias,
      coefficient,
    )
    .map(([c, antialias, cubic]) => ({ ...c, options: { ...c.options, antialias, ...cubic } }))
    .filter((c): c is AntialiasedCase => isAntialiased(c) && longestFilter(c) <= LONGEST_FILTER);
}

/** The longest filter of a case, in pixels to either side. */
function longestFilter(c: AntialiasedCase): number {
  const points = pointsOf(c);
  const { widen = 1, filter } = points.filtering ?? {};
  let longest = 1;
  eachPoint(points, (n, s, point) => {
    if (!point) return;
    for (const { length } of footprintsAt(n, s, points)) longest = Math.max(longest, length);
  });
  return longest * widen * (filter?.radius ?? 1);
}
