/** Half a step of float32, as a part of a number. */
const U = 2 ** -24;

/** Where an output reads along an axis, in pixels, and how far float32 may put it off. */
export interface Place {
  at: number;
  off: number;
}

/**
 * A place x along an axis of S pixels that comes from a theta whose row is (a, b, c), `terms` being |a| + |b| + |c|: 4u (|x| + S),
 * and 8u (terms + 1) S/2 for the theta.
 */
export function throughTheta(at: number, length: number, terms: number): Place {
  return { at, off: 4 * U * (Math.abs(at) + length) + 4 * U * (terms + 1) * length };
}

/**
 * A place that is a quotient of two sums in float32, of terms whose sizes are given, and then becomes a point of a grid: a rounding
 * for each product and sum, a division of up to 2.5 steps, and 4u (|x| + S).
 */
export function throughQuotient(above: number[], below: number[], length: number): Place {
  const sum = (terms: number[]): number => terms.reduce((total, term) => total + term, 0);
  const size = (terms: number[]): number => sum(terms.map(Math.abs));
  const k = sum(below);
  const at = k === 0 ? Number.NaN : sum(above) / k;
  const far = Math.abs(at);
  const off = (4 * U * (size(above) + far * size(below))) / Math.abs(k) + 5 * U * far + 4 * U * (far + length);
  return { at, off };
}

/**
 * Whether a number may be what is read around a place: within the hull of what is there, and as many roundings of the largest
 * pixel as a bilinear sample has; or, of the nearest pixel, one of those there. `read` gives a number for what is outside, too,
 * and says so, as it may also be that which is found.
 */
export function isAllowed(
  found: number,
  [y, x]: readonly [Place, Place],
  method: 'bilinear' | 'nearest',
  read: (y: number, x: number) => { value: number; outside: boolean },
): boolean {
  const around = ({ at, off }: Place): number[] => [at - off, at, at + off];
  const there = around(y).flatMap((atY) => around(x).map((atX) => read(atY, atX)));
  if (there.some(({ value, outside }) => (outside || method === 'nearest') && value === found)) return true;
  const inside = there.filter(({ outside }) => !outside).map(({ value }) => value);
  if (method === 'nearest' || inside.length === 0) return false;
  const rounding = 8 * U * 255;
  return found >= Math.min(...inside) - rounding && found <= Math.max(...inside) + rounding;
}
