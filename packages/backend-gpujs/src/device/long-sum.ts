/**
 * A sum of any number of terms in a kernel, where numbers are float32 and 1 is lost on 2^24: what an addition loses is
 * taken from the next term (Kahan). So a sum of a million terms is as right as one of two.
 *
 * The factor `one` is a number that a kernel must take, 1, of which a compiler does not know that: it could do without
 * (sum + term) - sum. What is lost is forgotten where it is no number, so that an infinite term stays infinite.
 */
export const LONG_SUM = {
  /** The numbers that kernels must take. */
  numbers: ['one'],
  /** Statements that begin the number `sum`. */
  start: 'let sum = 0; let lost = 0;',
  /** Statements that add a term. */
  add: (term: string): string => `
    const addend = ${term} - lost;
    const before = sum;
    sum = before + addend;
    lost = (sum * one - before) - addend;
    lost = Math.abs(lost) <= 1e30 ? lost : 0;`,
} as const;
