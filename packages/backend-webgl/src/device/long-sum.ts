/**
 * A sum of any number of terms in a kernel, where numbers are float32 and 1 is lost on 2^24: what an addition loses is
 * taken from the next term (Kahan). So a sum of a million terms is as right as one of two.
 *
 * The uniform `one` is 1, of which a compiler does not know that: it could do without (sum + term) - sum. What is lost is
 * forgotten where it is no number, so that an infinite term stays infinite.
 */
export const LONG_SUM = {
  /** Statements that begin the number `sum`. */
  start: 'float sum = 0.0; float lost = 0.0;',
  /** Statements that add a term. */
  add: (term: string): string => `{
    float addend = ${term} - lost;
    float before = sum;
    sum = before + addend;
    lost = (sum * one - before) - addend;
    lost = abs(lost) <= 1e30 ? lost : 0.0;
  }`,
} as const;
