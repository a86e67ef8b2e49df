import type { Mode, PaddingMode } from '@cropgrad/core';
import type { SampleCase } from '../case.js';
import { OUTSIDE } from '../oracle/paddings.js';
import type { AxisCandidates } from './candidates.js';
import { type Accepted, around } from './interval.js';
import { MODE_TRAITS } from './mode-traits.js';

/** What a point may make of a fill that is not finite. */
export interface FillReading {
  /** The candidates that do not read the fill, without their taps outside; absent where all of one axis read it. */
  readonly inside?: readonly AxisCandidates[];
  /** Whether any candidate reads the fill. */
  readonly mayRead: boolean;
}

/** Beside the largest weight that is none, a weight may count or not, as it is rounded itself. */
const BORDERLINE = 2;
const EXACTLY = 1 + 1e-6;

/**
 * Sorts the candidates of a point by whether they read a fill that is not finite: a weight outside that rounding alone
 * may have caused reads none.
 */
export function readingOfFill(candidates: readonly AxisCandidates[]): FillReading {
  const inside = candidates.map(withoutFill);
  const mayRead = candidates.some(({ outside, grazing }) => outside.some((weight) => weight > grazing * EXACTLY));
  return inside.some(({ weights }) => weights.length === 0) ? { mayRead } : { inside, mayRead };
}

/** What the result is where a fill is read that is not finite: weights of both signs may make anything of it. */
export function nonFiniteResults(fillValue: number, mode: Mode): Accepted {
  if (!MODE_TRAITS[mode].weightsHaveBothSigns || Number.isNaN(fillValue)) return [around(fillValue)];
  return [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY].map((value) => around(value));
}

/** Whether a point may read the fill though nothing else is known of it. */
const MAY_READ_FILL: Record<PaddingMode, boolean> = { zeros: true, border: false, reflection: false, wrap: false };

/** Whether a fill is not finite and may be read by a point whose coordinates are too large to tell. */
export function mayReadNonFiniteFill({ options: { fillValue = 0, paddingMode, cutoff } }: SampleCase): boolean {
  return !Number.isFinite(fillValue) && (MAY_READ_FILL[paddingMode] || cutoff !== undefined);
}

function withoutFill(axis: AxisCandidates): AxisCandidates {
  const slot = axis.pixels.indexOf(OUTSIDE);
  if (slot === -1) return axis;
  const mayGraze = Math.min(...axis.outside) <= BORDERLINE * axis.grazing;
  // The farthest candidate is two errors from the nearest.
  const isKept = (_: unknown, candidate: number): boolean =>
    mayGraze && axis.outside[candidate] <= 2 * BORDERLINE * axis.grazing;
  const cleared = (numbers: readonly number[]): number[] => numbers.map((value, i) => (i === slot ? 0 : value));
  return {
    ...axis,
    weights: axis.weights.filter(isKept).map(cleared),
    slopes: axis.slopes.filter(isKept).map(cleared),
  };
}
