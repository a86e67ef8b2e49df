import type { Pace } from './rounds.js';

/** What one turn consists of. */
export type TurnPace = Pick<Pace, 'settleMs' | 'calls' | 'budgetMs'>;

/** Calls until `settleMs` are used up, at least one; and then the milliseconds of each until `calls` or the budget are. */
export async function takeTurn(time: () => number | Promise<number>, pace: TurnPace): Promise<number[]> {
  for (let settled = await time(); settled < pace.settleMs; ) settled += await time();
  const ms: number[] = [];
  for (let spent = 0; ms.length < pace.calls && (ms.length === 0 || spent < pace.budgetMs); ) {
    const taken = await time();
    ms.push(taken);
    spent += taken;
  }
  return ms;
}
