/**
 * A sum of any number of terms in a kernel. Numbers there are float32, and 2^24 + 1 is 2^24: the rounding error of each
 * addition is subtracted from the next term (Kahan). So a sum of a million terms is as exact as one of two.
 *
 * The factor `one` is always 1, but a kernel takes it as a number, so that a compiler does not know its value. Otherwise the
 * compiler could simplify (sum + term) - sum. An error that is no number is dropped, so that an infinite term stays infinite.
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
