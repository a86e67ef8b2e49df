import { median } from './statistics.js';
import type { TurnPace } from './turn.js';

/** How long to measure. */
export interface Pace {
  rounds: number;
  /** What a turn begins with, untimed: others have had the caches, and it takes some calls until all is back in them. */
  settleMs: number;
  /** Timed calls per peer and round; the round counts their median. */
  calls: number;
  /** A peer's turn ends early when it has used this much. */
  budgetMs: number;
  /** A peer whose call takes longer than this takes part in every fourth round only. */
  slowMs: number;
  /** Calls before the first round, so that engines have compiled what they will. */
  warmUpCalls: number;
  warmUpMs: number;
}

const SLOW_EVERY = 4;

/** One who is timed: a turn of its calls gives the milliseconds of each. */
export type Contestant = (turn: TurnPace) => Promise<number[]>;

/**
 * Times several contestants in turns, one call sequence each per round, so that whatever else the machine does falls on all
 * alike. Every other round goes backwards, so that nobody always follows the same neighbour.
 * Gives each one's milliseconds, one per round, in their order; none where a slow one sat out.
 */
export async function timeInRounds(
  contestants: readonly Contestant[],
  { rounds, settleMs, calls, budgetMs, slowMs, warmUpCalls, warmUpMs }: Pace,
): Promise<(number | undefined)[][]> {
  const slow: boolean[] = [];
  for (const contestant of contestants) {
    slow.push(median(await contestant({ settleMs: 0, calls: warmUpCalls, budgetMs: warmUpMs })) > slowMs);
  }
  const times: (number | undefined)[][] = contestants.map(() => Array(rounds));
  for (let round = 0; round < rounds; round++) {
    const order = contestants.map((_, k) => (k + Math.floor(round / 2)) % contestants.length);
    if (round % 2 === 1) order.reverse();
    for (const k of order) {
      if (slow[k] && round % SLOW_EVERY !== 0) continue;
      times[k][round] = median(await contestants[k]({ settleMs, calls, budgetMs }));
    }
  }
  return times;
}
