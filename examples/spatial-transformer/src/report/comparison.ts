import { mean, sampleStandardDeviation, standardDeviation } from 'simple-statistics';
import type { SetName } from '../distorted-set.js';
import type { NetName } from '../nets.js';
import type { RunResult } from '../results.js';

/** A number that was measured, and its standard error. */
export interface Measured {
  value: number;
  /** NaN where one training alone says nothing about others. */
  standardError: number;
}

/** A net beside the same kind of net with a transformer, on one set: shares of wrong answers. */
export interface Comparison {
  without: NetName;
  with: NetName;
  seeds: readonly number[];
  /** How much more the net without a transformer errs. */
  difference: number;
  /** The standard error of that, by what other seeds would give. */
  bySeeds: number;
  /** The same by what other test digits would give: both nets read the same ones. */
  byDigits: number;
  /** Both together. */
  standardError: number;
}

/** The pairs that are compared: as many weights, the same digits, distortions and steps. */
export const PAIRS: readonly (readonly [NetName, NetName])[] = [
  ['FCN', 'ST-FCN'],
  ['CNN', 'ST-CNN'],
];

/** The runs of a net on a set, by seed. */
export function runsOf(results: readonly RunResult[], set: SetName, net: NetName): RunResult[] {
  return results.filter((run) => run.set === set && run.net === net).sort((a, b) => a.seed - b.seed);
}

/** The mean of what runs gave, with its standard error. */
export function meanOf(values: readonly number[]): Measured {
  return { value: mean([...values]), standardError: errorOfMean(values) };
}

/** Compares the seeds that both nets of a pair have on a set; nothing, where there is none. */
export function compare(
  results: readonly RunResult[],
  set: SetName,
  [without, withOne]: readonly [NetName, NetName],
): Comparison | undefined {
  const [all, others] = [runsOf(results, set, without), runsOf(results, set, withOne)];
  const pairs = all.flatMap((run) => others.filter(({ seed }) => seed === run.seed).map((other) => [run, other]));
  if (pairs.length === 0) return undefined;
  const errors = [0, 1].map((side) => pairs.map((pair) => pair[side].test.error));
  const difference = mean(errors[0]) - mean(errors[1]);
  const bySeeds = Math.hypot(...errors.map(errorOfMean));
  // How much more often each digit is read wrongly, on average over the seeds.
  const digits = Array.from(pairs[0][0].test.wrong, (_, n) =>
    mean(pairs.map(([run, other]) => (Number(run.test.wrong[n]) - Number(other.test.wrong[n])) / run.test.rounds)),
  );
  const byDigits = standardDeviation(digits) / Math.sqrt(digits.length);
  const seeds = pairs.map(([{ seed }]) => seed);
  const standardError = Math.hypot(bySeeds, byDigits);
  return { without, with: withOne, seeds, difference, bySeeds, byDigits, standardError };
}

function errorOfMean(values: readonly number[]): number {
  return values.length < 2 ? Number.NaN : sampleStandardDeviation([...values]) / Math.sqrt(values.length);
}
