import { type FunctionSource, functionSource } from '../device/kernel-source.js';

/** The functions that kernels call to find their points. */
export const POINT_FUNCTIONS: readonly FunctionSource[] = [
  {
    // A GPU may divide a little off, so the result is put right.
    source: `function quotient(a, b) {
      let q = Math.floor(a / b);
      if (q * b > a) { q = q - 1; }
      if ((q + 1) * b <= a) { q = q + 1; }
      return q;
    }`,
    arity: 2,
  },
  // 1 for a number that is finite. NaN fails every comparison, but on some devices x - x is 0 for all x.
  functionSource('finite', ['x'], 'Math.abs(x) <= 3.4e38 ? 1 : 0'),
  // Where an output is between -1 and 1; span is its axis's length, less 1 with alignCorners.
  functionSource('base', ['j', 'size', 'span'], '(2 * j + 1 - size) / span'),
];
