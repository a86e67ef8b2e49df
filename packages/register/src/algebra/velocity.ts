import { type Matrix, sideOf } from './matrix.js';

/**
 * A polynomial of the coordinates x, y (and z): coefficients by code, where x^a y^b z^c has the code a + 8 b + 64 c. Codes of a
 * product add up.
 */
export type Polynomial = readonly { readonly code: number; readonly coefficient: number }[];

/** What the exponents of each axis are multiplied with in a code. */
export const CODE_BASE = 8;

/**
 * How fast points move under a generator G, along each axis: (G p)_axis - x_axis (G p)_last, p = (x, y, 1), as what is projective is
 * divided by its last entry.
 */
export function velocity(generator: Matrix): Polynomial[] {
  const side = sideOf(generator);
  const dimensions = side - 1;
  // The code of p's entries: those of the axes, and of 1.
  const codes = Array.from({ length: side }, (_, j) => (j < dimensions ? CODE_BASE ** j : 0));
  return Array.from({ length: dimensions }, (_, axis) => {
    const terms = codes.flatMap((code, j) => [
      { code, coefficient: generator[axis * side + j] },
      { code: code + codes[axis], coefficient: -generator[dimensions * side + j] },
    ]);
    return terms.filter(({ coefficient }) => coefficient !== 0);
  });
}

/** The value of a polynomial at a point (x, y) or (x, y, z). */
export function polynomialAt(polynomial: Polynomial, point: readonly number[]): number {
  return polynomial.reduce((sum, { code, coefficient }) => {
    const powers = point.map((x, axis) => x ** (Math.floor(code / CODE_BASE ** axis) % CODE_BASE));
    return sum + coefficient * powers.reduce((product, power) => product * power, 1);
  }, 0);
}
