import { median } from 'simple-statistics';
import type { Cell } from './cells.js';
import { type Errors, errorsOf } from './errors.js';
import type { Pair } from './make-pairs.js';
import type { Answer } from './run-ecc.js';
import type { OurAnswer } from './run-register.js';

/** One row of the table. */
export interface Summary {
  name: string;
  pairs: number;
  /** Shares of all pairs. */
  corners: { ours: number; ecc: number | null };
  rms: { ours: number; ecc: number | null };
  /** The median corner in pixels, over the pairs that both solve. */
  median: { ours: number; ecc: number | null };
  found: number;
  /** How many of those are off by half a pixel or more. */
  foundWrong: number;
  /** How many that are right were not found. */
  rightUnfound: number;
  passes: { mean: number; most: number };
  /** How many were settled by the first try. */
  first: number;
  /** Median milliseconds of the processor, over all pairs; and as a multiple of ECC's, over the pairs that ECC solves. */
  milliseconds: number;
  eccMilliseconds: number | null;
  timeRatio: number | null;
}

const NEVER: Errors = { corner: Number.POSITIVE_INFINITY, rms: Number.POSITIVE_INFINITY };

export function summary(
  cell: Cell,
  pairs: readonly Pair[],
  ours: readonly OurAnswer[],
  ecc: readonly Answer[] | null,
): Summary {
  const ourErrors = ours.map(({ warp }, n) => (warp ? errorsOf(warp, pairs[n]) : NEVER));
  const eccErrors = ecc?.map(({ warp }, n) => (warp ? errorsOf(warp, pairs[n]) : NEVER)) ?? null;
  const share = (errors: readonly Errors[], right: (one: Errors) => boolean): number =>
    errors.filter(right).length / pairs.length;
  const cornersRight = ({ corner }: Errors): boolean => corner < 1;
  const rmsRight = ({ rms }: Errors): boolean => rms < 0.5;
  const middle = (values: readonly number[]): number => (values.length > 0 ? median([...values]) : Number.NaN);
  const solvedByBoth = (one: Errors, n: number): boolean =>
    cornersRight(ourErrors[n]) && (!eccErrors || cornersRight(eccErrors[n])) && one !== NEVER;
  const cornersOf = (errors: readonly Errors[]): number =>
    middle(errors.filter(solvedByBoth).map(({ corner }) => corner));
  const byEcc = ecc && eccErrors ? ecc.flatMap((_, n) => (cornersRight(eccErrors[n]) ? [n] : [])) : null;
  const ratio =
    byEcc && ecc ? middle(byEcc.map((n) => ours[n].seconds)) / middle(byEcc.map((n) => ecc[n].seconds)) : null;
  const passes = ours.map((one) => one.passes);
  return {
    name: cell.name,
    pairs: pairs.length,
    corners: { ours: share(ourErrors, cornersRight), ecc: eccErrors && share(eccErrors, cornersRight) },
    rms: { ours: share(ourErrors, rmsRight), ecc: eccErrors && share(eccErrors, rmsRight) },
    median: { ours: cornersOf(ourErrors), ecc: eccErrors && cornersOf(eccErrors) },
    found: ours.filter(({ found }) => found).length,
    foundWrong: ours.filter(({ found }, n) => found && !rmsRight(ourErrors[n])).length,
    rightUnfound: ours.filter(({ found }, n) => !found && rmsRight(ourErrors[n])).length,
    passes: { mean: passes.reduce((sum, one) => sum + one, 0) / passes.length, most: Math.max(...passes) },
    first: ours.filter(({ first }) => first).length,
    milliseconds: 1000 * middle(ours.map(({ seconds }) => seconds)),
    eccMilliseconds: ecc && 1000 * middle(ecc.map(({ seconds }) => seconds)),
    timeRatio: ratio,
  };
}
