import type { PeerProcess } from './peers/peer-process.js';
import type { RowName } from './protocol.js';
import { median } from './statistics.js';

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

/**
 * Times one row of several peers in turns, one call sequence each per round, so that whatever else the machine does
 * falls on all alike. Every other round goes backwards, so that nobody always follows the same neighbour.
 * Gives each peer's milliseconds, one per round, in the peers' order; none where a slow peer sat out.
 */
export async function timeInRounds(
  processes: readonly PeerProcess[],
  row: RowName,
  pace: Pace,
): Promise<(number | undefined)[][]> {
  const { settleMs, calls, budgetMs } = pace;
  const slow: boolean[] = [];
  for (const { ask } of processes) {
    const { ms } = await ask({ do: 'time', row, settleMs: 0, calls: pace.warmUpCalls, budgetMs: pace.warmUpMs });
    slow.push(median(ms) > pace.slowMs);
  }
  const times: (number | undefined)[][] = processes.map(() => Array(pace.rounds));
  for (let round = 0; round < pace.rounds; round++) {
    const order = processes.map((_, k) => (k + Math.floor(round / 2)) % processes.length);
    if (round % 2 === 1) order.reverse();
    for (const k of order) {
      if (slow[k] && round % SLOW_EVERY !== 0) continue;
      const { ms } = await processes[k].ask({ do: 'time', row, settleMs, calls, budgetMs });
      times[k][round] = median(ms);
    }
  }
  return times;
}
