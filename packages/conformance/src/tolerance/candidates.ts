import type { PaddingMode } from '@cropgrad/core';
import { coordinateError } from '../oracle/coordinate-error.js';
import { OUTSIDE } from '../oracle/paddings.js';
import type { Points } from '../oracle/points.js';
import { type Axis, outsideWeight, type Tap, tapsAt } from '../oracle/taps.js';
import { filteredChoices } from './antialias/choices.js';
import { mayBeCut } from './each-place.js';
import { MODE_TRAITS } from './mode-traits.js';
import type { Precision } from './precision.js';

/** Beyond this error in pixels a coordinate says nothing but that the result is finite and bounded. */
const LARGEST_USEFUL_ERROR = 0.2;
/** Float32 arithmetic may overflow on the way to coordinates beyond this. */
const MAY_OVERFLOW = 1e37;
/** No tap is farther from its coordinate than this. */
const REACH = 3;
/** What is read beyond the cutoff: whatever the other axes read, this is fillValue without a slope. */
const NOTHING: readonly Tap[] = [{ index: OUTSIDE, weight: 1, slope: 0 }];

/**
 * Whether it is known what a coordinate reads that is outside for all its error: the fill, or the edge as long as nothing
 * overflows. Where the image goes on outside, its pixels depend on the coordinate there as anywhere.
 */
const IS_KNOWN_FAR_OUTSIDE: Record<PaddingMode, (x: number) => boolean> = {
  zeros: () => true,
  border: (x) => Math.abs(x) <= MAY_OVERFLOW,
  reflection: () => false,
  wrap: () => false,
};

/** What rounding may lead to along one axis. */
export interface AxisCandidates {
  /** The error of the coordinate, in pixels, or under antialias in output pixels; 0 where it does not matter. */
  readonly error: number;
  /** The pixels that any candidate reads, each once; OUTSIDE may be among them. */
  readonly pixels: readonly number[];
  /** The weight of each of these pixels, candidate by candidate. */
  readonly weights: readonly (readonly number[])[];
  /** The slope of each of these pixels, candidate by candidate. */
  readonly slopes: readonly (readonly number[])[];
  /** The same of what the weight takes from an output pixel's length; all 0 without antialias. */
  readonly stretches: readonly (readonly number[])[];
  /** How many taps may fall on each of these pixels: padding may put several there. */
  readonly taps: readonly number[];
  /** The largest sum of the magnitudes of these taps' weights, pixel by pixel. */
  readonly masses: readonly number[];
  /** The weight of the taps outside, without their signs, candidate by candidate. */
  readonly outside: readonly number[];
  /** Where fillValue is not finite, a weight outside of at most this is none. */
  readonly grazing: number;
}

/** The candidates of a point per axis, or undefined where its coordinates are too large to tell. */
export function candidatesAt(
  point: readonly number[],
  n: number,
  s: number,
  points: Points,
  precision: Precision,
): readonly AxisCandidates[] | undefined {
  // Of a perspective map every point has an error of its own.
  const known = points.views ? undefined : knownOf(n, points, precision);
  const found: AxisCandidates[] = [];
  for (const [k, x] of point.entries()) {
    let candidates = known?.[k].get(x);
    if (candidates === undefined) {
      candidates = axisCandidates(x, n, s, k, points, precision);
      known?.[k].set(x, candidates);
    }
    if (candidates === null) return undefined;
    found.push(candidates);
  }
  return found;
}

/** The candidates of a coordinate along axis k, or null where it is too large to tell. */
function axisCandidates(
  x: number,
  n: number,
  s: number,
  k: number,
  points: Points,
  precision: Precision,
): AxisCandidates | null {
  const { unit, exactCoordinates } = precision;
  const grazing = coordinateError(x, n, s, k, points, unit);
  if (points.filtering) {
    const filtered = filteredChoices(x, grazing, n, s, k, points, unit);
    if (filtered.error > LARGEST_USEFUL_ERROR) return null;
    const choices = mayBeCut(x, n, s, k, points, precision) ? [...filtered.choices, NOTHING] : filtered.choices;
    return gathered(choices, filtered.error, filtered.error);
  }
  const error = exactCoordinates ? 0 : grazing;
  const read = candidateTaps(x, error, points.axes[k]);
  const choices = read && mayBeCut(x, n, s, k, points, precision) ? [...read, NOTHING] : read;
  return choices ? gathered(choices, choices.length === 1 ? 0 : error, grazing) : null;
}

/** Per axis, by coordinate. */
type Known = readonly Map<number, AxisCandidates | null>[];

/** What was found for a case's points, crop by crop: rows and columns share coordinates, and so do the quantities. */
const remembered = new WeakMap<Points, { readonly precision: Precision; readonly crops: Known[] }>();

function knownOf(n: number, points: Points, precision: Precision): Known {
  let all = remembered.get(points);
  if (all?.precision.unit !== precision.unit || all.precision.exactCoordinates !== precision.exactCoordinates) {
    all = { precision, crops: [] };
    remembered.set(points, all);
  }
  // Only through a theta does the error of a coordinate depend on the crop.
  const crop = points.maps ? n : 0;
  all.crops[crop] ??= points.axes.map(() => new Map());
  return all.crops[crop];
}

function candidateTaps(x: number, error: number, axis: Axis): (readonly Tap[])[] | undefined {
  if (error === 0) return [tapsAt(x, axis)];
  if (isFarOutside(x, error, axis) && isKnownFarOutside(x, axis)) return [tapsAt(x, axis)];
  if (error > LARGEST_USEFUL_ERROR) return undefined;
  const choices = positions(x, error, axis).map((position) => tapsAt(position, axis));
  return MODE_TRAITS[axis.mode].picksOnePixel ? distinct(choices) : choices;
}

function isFarOutside(x: number, error: number, axis: Axis): boolean {
  return x + error < -REACH || x - error > axis.size - 1 + REACH;
}

/** Weights that do not sum to 1 depend on the coordinate there, too. */
function isKnownFarOutside(x: number, { mode, paddingMode }: Axis): boolean {
  return MODE_TRAITS[mode].weightsSumToOne && IS_KNOWN_FAR_OUTSIDE[paddingMode](x);
}

/** Where to evaluate: both ends, and where a multiple of 1/2 lies between, there and just beside it. */
function positions(x: number, error: number, axis: Axis): number[] {
  const kink = Math.round(2 * x) / 2;
  const hasKink = Math.abs(x - kink) <= error;
  // What bends does so everywhere, so that the middle counts too; its slope has corners at whole pixels, but no jumps.
  if (MODE_TRAITS[axis.mode].bend > 0) return [x - error, x, x + error, ...(hasKink ? [kink] : [])];
  const beside = error / 1024;
  return [x - error, x + error, ...(hasKink ? [kink - beside, kink, kink + beside] : [])];
}

/** Nearest has one tap: candidates that read the same pixel are the same. */
function distinct(choices: (readonly Tap[])[]): (readonly Tap[])[] {
  return [...new Map(choices.map((taps) => [taps[0].index, taps])).values()];
}

/** The taps of every candidate, sorted by pixel. */
function gathered(choices: readonly (readonly Tap[])[], error: number, grazing: number): AxisCandidates {
  const pixels: number[] = [];
  for (const taps of choices) {
    for (const { index } of taps) if (!pixels.includes(index)) pixels.push(index);
  }
  const zeros = (): number[] => Array<number>(pixels.length).fill(0);
  const found = {
    error,
    pixels,
    weights: choices.map(zeros),
    slopes: choices.map(zeros),
    stretches: choices.map(zeros),
    taps: zeros(),
    masses: zeros(),
    outside: choices.map(outsideWeight),
    grazing,
  };
  for (const [candidate, taps] of choices.entries()) {
    const [counts, masses] = [zeros(), zeros()];
    for (const { index, weight, slope, stretch = 0 } of taps) {
      const slot = pixels.indexOf(index);
      found.weights[candidate][slot] += weight;
      found.slopes[candidate][slot] += slope;
      found.stretches[candidate][slot] += stretch;
      counts[slot]++;
      masses[slot] += Math.abs(weight);
    }
    for (let slot = 0; slot < pixels.length; slot++) {
      found.taps[slot] = Math.max(found.taps[slot], counts[slot]);
      found.masses[slot] = Math.max(found.masses[slot], masses[slot]);
    }
  }
  return found;
}
