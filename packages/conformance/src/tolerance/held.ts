import { type Accepted, accepts, around } from './interval.js';
import type { Precision } from './precision.js';

/**
 * What a tensor may hold of a number that is right: beyond the largest one, also an infinity of its sign, or NaN, which
 * some devices store in its place.
 */
export function held(accepted: Accepted, { largest }: Precision): Accepted {
  const isAbove = accepted.some(({ hi }) => hi > largest);
  const isBelow = accepted.some(({ lo }) => lo < -largest);
  if (!isAbove && !isBelow) return accepted;
  const beyond = [
    ...(isAbove ? [Number.POSITIVE_INFINITY] : []),
    ...(isBelow ? [Number.NEGATIVE_INFINITY] : []),
    Number.NaN,
  ];
  return [...accepted, ...beyond.filter((value) => !accepts(accepted, value)).map((value) => around(value))];
}
