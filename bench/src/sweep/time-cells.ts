import { join } from 'node:path';
import type { Side } from '../against/side.js';
import { loadNpy } from '../npy.js';
import type { PeerProcess } from '../peers/peer-process.js';
import { type Contestant, type Pace, timeInRounds } from '../rounds.js';
import { median, pairedRatio } from '../statistics.js';
import { padded, ROW_OF, type SweepCell } from './cells.js';
import { requireSimilar } from './require-similar.js';
import type { SweepTime, SweptCell } from './results.js';

/** Who takes turns: PyTorch, with the data set open, this checkout, and perhaps another one. */
export interface Contestants {
  baseline: PeerProcess;
  ours: Side<SweepCell>;
  base: Side<SweepCell> | undefined;
  /** For what PyTorch writes. */
  folder: string;
}

const PACE: Omit<Pace, 'rounds'> = {
  ...{ settleMs: 25, calls: 1000, budgetMs: 10 },
  ...{ slowMs: 150, warmUpCalls: 1000, warmUpMs: 30 },
};

/** Times the layouts of one op, after a look at the results; PyTorch's layout is its own, so its times are for all of them. */
export async function timeCells(
  { baseline, ours, base, folder }: Contestants,
  cells: readonly SweepCell[],
  layout: string,
  rounds: number,
): Promise<SweptCell[]> {
  const row = ROW_OF[cells[0].op];
  const { outputs } = await baseline.ask({ do: 'check', row, folder });
  const expected = await Promise.all(outputs.map((output) => loadNpy(join(folder, `${output}.npy`))));
  for (const cell of cells) {
    for (const side of [ours, base]) if (side) requireSimilar(cell.name, await side.check(cell), expected);
  }

  const hasWrap = cells[0].paddingMode === 'zeros' && ours.options.paddingModes.includes('wrap');
  const of = (side: Side<SweepCell>, cell: SweepCell): Contestant => {
    return (turn) => side.time(cell, turn);
  };
  const named: [string, Contestant][] = [
    ['baseline', async (turn) => (await baseline.ask({ do: 'time', row, ...turn })).ms],
    ...cells.flatMap((cell): [string, Contestant][] => [
      [`ours ${cell.name}`, of(ours, cell)],
      ...(base ? [[`base ${cell.name}`, of(base, cell)] satisfies [string, Contestant]] : []),
      ...(hasWrap ? [[`wrap ${cell.name}`, of(ours, padded(cell, 'wrap'))] satisfies [string, Contestant]] : []),
    ]),
  ];
  const times = await timeInRounds(
    named.map(([, contestant]) => contestant),
    { ...PACE, rounds },
  );
  const timesOf = new Map(named.map(([name], k) => [name, times[k]]));
  const baselineTimes = timesOf.get('baseline') ?? [];
  const timed = (own: readonly (number | undefined)[]): SweepTime => ({
    ms: medianOf(own),
    ratio: pairedRatio(baselineTimes, own),
  });
  return cells.map(({ name, workload, dataFormat, mode, paddingMode, op }) => {
    const [mine, theirs, wrapped] = ['ours', 'base', 'wrap'].map((who) => timesOf.get(`${who} ${name}`));
    if (!mine) throw new Error(`${name} was not timed`);
    return {
      ...{ name, dimensions: workload.size.length, channels: workload.channels, dataFormat, mode, paddingMode, op },
      ...{ baselineMs: medianOf(baselineTimes), baselineLayout: layout, ours: timed(mine) },
      ...(theirs && { base: { ...timed(theirs), faster: pairedRatio(theirs, mine) } }),
      ...(wrapped && { wrap: pairedRatio(mine, wrapped) }),
    };
  });
}

function medianOf(times: readonly (number | undefined)[]): number {
  return median(times.filter((ms) => ms !== undefined));
}
