import type { Answers } from './run-kernels.js';

/** The kernels whose answers are not the same, bit for bit; comparing arrays with `toEqual` takes too long. */
export function differing(a: Answers, b: Answers): string[] {
  const names = Object.keys(a) as (keyof Answers)[];
  return names.filter((name) => !Buffer.from(a[name].buffer).equals(Buffer.from(b[name].buffer)));
}
