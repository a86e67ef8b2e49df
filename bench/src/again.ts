import { quantile } from './statistics.js';

/** How far the same ratios lie apart in two runs: 0.1 is 1.1 times, one or the other way. */
export interface Again {
  ratios: number;
  /** Half of them are at most this far apart; nine in ten; all. */
  half: number;
  nineInTen: number;
  all: number;
}

/** Compares the ratios of a first and a second run, in pairs. */
export function compareRatios(pairs: readonly (readonly [number, number])[]): Again {
  const apart = pairs.map(([first, second]) => Math.max(first / second, second / first) - 1);
  const [half, nineInTen, all] = [0.5, 0.9, 1].map((part) => quantile(apart, part));
  return { ratios: pairs.length, half, nineInTen, all };
}

/** The comparison in words: the end of a sentence that begins with what was measured. */
export function againInWords({ ratios, half, nineInTen, all }: Again): string {
  const [most, many, few] = [half, nineInTen, all].map((apart) => `${(100 * apart).toFixed(0)} %`);
  return `half of ${ratios} ratios agree within ${most}, nine in ten within ${many}, all within ${few}`;
}
