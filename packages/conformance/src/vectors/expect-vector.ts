import { oracle } from '../oracle/index.js';
import { FLOAT32_UNIT } from '../oracle/sample.js';
import { accept } from '../tolerance/index.js';
import { type Accepted, ANYTHING } from '../tolerance/interval.js';
import { mapped, mappedAccepted } from './linear-map.js';
import {
  type Expected,
  type ExpectedArray,
  toVectorNumber,
  VECTOR_QUANTITIES,
  type VectorNumber,
  type VectorQuantity,
} from './vector.js';
import type { VectorCall } from './vector-call.js';

/** An interval that reaches this many times as far to one side as to the other is written with both its ends. */
const UNEVEN = 1.5;

/** The answers to a vector, by the float64 oracle, and how far float32 may lead away from them. */
export function expectVector(
  { case: c, asked }: VectorCall,
  { exactCoordinates }: { exactCoordinates: boolean },
): Expected {
  const precision = { unit: FLOAT32_UNIT, exactCoordinates, largest: Number.POSITIVE_INFINITY, weightRoundings: 16 };
  const expected: Partial<Record<VectorQuantity, ExpectedArray>> = {};
  for (const name of VECTOR_QUANTITIES) {
    const found = asked[name];
    if (!found) continue;
    const { quantity, map } = found;
    const truth = mapped(map, oracle(c, quantity));
    const accepted = mappedAccepted(map, accept(c, quantity, precision), FLOAT32_UNIT);
    expected[name] = { shape: map.shape, ...written(truth, accepted) };
  }
  return expected;
}

function written(truth: Float64Array, accepted: readonly Accepted[]): Omit<ExpectedArray, 'shape'> {
  const data: VectorNumber[] = [];
  const tolerance: number[] = [];
  const intervals: Record<string, readonly (readonly [VectorNumber, VectorNumber])[]> = {};
  const any: number[] = [];
  for (const [i, value] of truth.entries()) {
    const ends = accepted[i];
    const [{ lo, hi }] = ends;
    const [below, above] = [value - lo, hi - value];
    // What a zero stands for is in `intervals` or in `any`.
    const isPlain = ends.length === 1 && Math.max(below, above) <= UNEVEN * Math.min(below, above) + Number.MIN_VALUE;
    const isSame = ends.length === 1 && Object.is(lo, hi) && Object.is(lo, value);
    data.push(toVectorNumber(value));
    tolerance.push(isPlain ? roundedUp(Math.max(below, above)) : 0);
    if (isPlain || isSame) continue;
    if (ends.some(({ lo, hi }) => lo === ANYTHING.lo && hi === ANYTHING.hi)) any.push(i);
    else intervals[i] = ends.map(({ lo, hi }) => [toVectorNumber(lo), toVectorNumber(hi)] as const);
  }
  const isOne = tolerance.every((one) => one === tolerance[0]);
  return {
    data,
    tolerance: isOne ? (tolerance[0] ?? 0) : tolerance,
    ...(Object.keys(intervals).length > 0 && { intervals }),
    ...(any.length > 0 && { any }),
  };
}

/** Two digits are enough for a distance, as long as it does not get smaller. */
function roundedUp(distance: number): number {
  if (distance === 0) return 0;
  const step = 10 ** (Math.floor(Math.log10(distance)) - 1);
  return Number((Math.ceil(distance / step) * step).toPrecision(2));
}
