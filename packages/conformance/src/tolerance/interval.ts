/**
 * From lo to hi, both included. NaN accepts NaN only; an infinity accepts itself only; from -∞ to ∞ is anything, NaN
 * too.
 */
export interface Interval {
  readonly lo: number;
  readonly hi: number;
}

/** Anything: of such an element nothing is known. */
export const ANYTHING: Interval = { lo: Number.NEGATIVE_INFINITY, hi: Number.POSITIVE_INFINITY };

/** What one element may be: a number in any of these. */
export type Accepted = readonly Interval[];

/** Whether a number is accepted. */
export function accepts(accepted: Accepted, got: number): boolean {
  return accepted.some((interval) => {
    const { lo, hi } = interval;
    return Number.isNaN(lo) ? Number.isNaN(got) : (got >= lo && got <= hi) || isAnything(interval);
  });
}

function isAnything({ lo, hi }: Interval): boolean {
  return lo === ANYTHING.lo && hi === ANYTHING.hi;
}

/** One number exactly, or within a distance of it; NaN and infinities are always exact. */
export function around(value: number, distance: number = 0): Interval {
  return distance === 0 || !Number.isFinite(value)
    ? { lo: value, hi: value }
    : { lo: value - distance, hi: value + distance };
}

/** The same, and what lies within a distance of it. */
export function widened(accepted: Accepted, distance: number): Accepted {
  return distance > 0 && Number.isFinite(distance)
    ? accepted.map(({ lo, hi }) => ({ lo: lo - distance, hi: hi + distance }))
    : accepted;
}

/** The smallest interval that holds all of these. */
export function hull(accepted: Accepted): Interval {
  return {
    lo: accepted.reduce((lo, interval) => Math.min(lo, interval.lo), Number.POSITIVE_INFINITY),
    hi: accepted.reduce((hi, interval) => Math.max(hi, interval.hi), Number.NEGATIVE_INFINITY),
  };
}

/** How far apart two accepted numbers can be. */
export function width(accepted: Accepted): number {
  const { lo, hi } = hull(accepted);
  return hi === lo ? 0 : hi - lo;
}

/** Every product of a number of one with a number of the other. */
export function times(a: Interval, b: Interval): Interval {
  if (isAnything(a) || isAnything(b)) return ANYTHING;
  const [p, q, r, s] = [a.lo * b.lo, a.lo * b.hi, a.hi * b.lo, a.hi * b.hi];
  return { lo: Math.min(p, q, r, s), hi: Math.max(p, q, r, s) };
}

/** Every sum of a number of one and a number of the other. */
export function plus(a: Interval, b: Interval): Interval {
  return isAnything(a) || isAnything(b) ? ANYTHING : { lo: a.lo + b.lo, hi: a.hi + b.hi };
}

/** The largest magnitude in an interval. */
export function magnitude({ lo, hi }: Interval): number {
  return Math.max(Math.abs(lo), Math.abs(hi));
}

/** As people read it: one number, `[lo, hi]`, or several of these. */
export function formatAccepted(accepted: Accepted): string {
  return accepted.map(({ lo, hi }) => (Object.is(lo, hi) || lo === hi ? `${lo}` : `[${lo}, ${hi}]`)).join(' or ');
}
