import type { NpyArray } from '../npy.js';
import { median, pairedRatio, type Ratio } from '../statistics.js';
import type { TurnPace } from '../turn.js';
import { type Cell, everyCell, type SharedOptions } from './cells.js';
import type { BackendName } from './checkout.js';
import { type Side, startSide } from './side.js';

/** What to compare, and for how long. */
export interface Comparison {
  /** The two checkouts, built: this one, and the one it is compared with. */
  ours: string;
  base: string;
  backend: BackendName;
  /** Whether a cell is measured. */
  wanted: (cell: Cell) => boolean;
  rounds: number;
  /** Told in words what is being done. */
  onProgress: (doing: string) => void;
}

/** What came out for one cell. */
export interface Compared {
  cell: Cell;
  /** Medians over the rounds, in milliseconds. */
  oursMs: number;
  baseMs: number;
  /** base / ours: above 1, this checkout is faster. */
  ratio: Ratio;
  /** The same of the fastest call of each, which what else the machine does cannot make faster. */
  fastest: number;
  /** The largest difference of the two results, relative to their largest number; 0 when all are equal. */
  difference: number;
  /** The ratio of a second run, in other processes and longer, where the first was below {@link AGAIN_BELOW}. */
  again?: Pick<Compared, 'ratio' | 'fastest'>;
}

/** A cell slower than this is measured again. */
const AGAIN_BELOW = 0.9;
const WORKER = new URL('./worker.ts', import.meta.url);
const AGAIN_ROUNDS = 3;
const WARM_UP: TurnPace = { settleMs: 0, calls: 40, budgetMs: 60 };
const TURN: TurnPace = { settleMs: 5, calls: 1000, budgetMs: 12 };

/**
 * Times every cell on two checkouts that take turns, so that whatever else the machine does falls on both alike.
 * Processes are started afresh for each workload and mode: what an engine compiled for one is not what it runs for the next.
 */
export async function compare(plan: Comparison): Promise<Compared[]> {
  const cells = everyCell(await sharedOptions(plan)).filter(plan.wanted);
  const compared = await compareCells(plan, cells);
  const slow = compared.filter(({ ratio }) => ratio.median < AGAIN_BELOW).map(({ cell }) => cell);
  if (slow.length === 0) return compared;
  plan.onProgress(`again, as they were slower: ${slow.length} of ${cells.length}`);
  const again = await compareCells({ ...plan, rounds: plan.rounds * AGAIN_ROUNDS }, slow);
  return compared.map((first) => {
    const second = again.find(({ cell }) => cell === first.cell);
    return second ? { ...first, again: { ratio: second.ratio, fastest: second.fastest } } : first;
  });
}

async function sharedOptions(plan: Comparison): Promise<SharedOptions> {
  return withSides(plan, async ({ options: ours }, { options: base }) => ({
    modes: ours.modes.filter((mode) => base.modes.includes(mode)),
    paddingModes: ours.paddingModes.filter((paddingMode) => base.paddingModes.includes(paddingMode)),
  }));
}

async function compareCells(plan: Comparison, cells: readonly Cell[]): Promise<Compared[]> {
  const groupOf = ({ workload, mode }: Cell): string => `${workload.name}, ${mode}`;
  const compared: Compared[] = [];
  for (const name of new Set(cells.map(groupOf))) {
    plan.onProgress(name);
    await withSides(plan, async (ours, base) => {
      for (const cell of cells) {
        if (groupOf(cell) === name) compared.push(await compareCell(ours, base, cell, plan.rounds));
      }
    });
  }
  return compared;
}

async function compareCell(ours: Side<Cell>, base: Side<Cell>, cell: Cell, rounds: number): Promise<Compared> {
  const [[oursResult], [baseResult]] = [await ours.check(cell), await base.check(cell)];
  const difference = relativeDifference(oursResult, baseResult);
  const sides = [ours, base];
  const turns: number[][][] = [[], []];
  for (const side of sides) await side.time(cell, WARM_UP);
  for (let round = 0; round < rounds; round++) {
    for (const k of round % 2 === 0 ? [0, 1] : [1, 0]) turns[k].push(await sides[k].time(cell, TURN));
  }
  const [oursTimes, baseTimes] = turns.map((own) => own.map(median));
  const [oursFastest, baseFastest] = turns.map((own) => Math.min(...own.map((ms) => Math.min(...ms))));
  return {
    ...{ cell, oursMs: median(oursTimes), baseMs: median(baseTimes) },
    ...{ ratio: pairedRatio(baseTimes, oursTimes), fastest: baseFastest / oursFastest, difference },
  };
}

async function withSides<T>(plan: Comparison, use: (ours: Side<Cell>, base: Side<Cell>) => Promise<T>): Promise<T> {
  const starting = [plan.ours, plan.base].map((folder) => startSide<Cell>(WORKER, folder, plan.backend));
  try {
    const [ours, base] = await Promise.all(starting);
    return await use(ours, base);
  } finally {
    for (const side of await Promise.allSettled(starting)) if (side.status === 'fulfilled') side.value.close();
  }
}

function relativeDifference(ours: NpyArray, base: NpyArray): number {
  if (ours.shape.join() !== base.shape.join()) throw new Error(`Shapes differ: [${ours.shape}] and [${base.shape}]`);
  let largest = 0;
  let difference = 0;
  for (let k = 0; k < base.data.length; k++) {
    // Numbers that are not finite have no difference, and may be the same.
    if (Object.is(ours.data[k], base.data[k])) continue;
    difference = Math.max(difference, Math.abs(ours.data[k] - base.data[k]));
  }
  for (const value of base.data) largest = Math.max(largest, Math.abs(value));
  return difference === 0 ? 0 : difference / largest;
}
