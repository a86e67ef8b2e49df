import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError } from '../../../commands/input-error.js';
import type { BackendName } from '../against/checkout.js';
import { type Side, startSide } from '../against/side.js';
import { makeDataSet, saveDataSet } from '../data-set.js';
import { groupBy } from '../group-by.js';
import { describeMachine } from '../machine.js';
import { BASELINE, PEERS } from '../peers/all-peers.js';
import { type PeerProcess, startPeer } from '../peers/peer-process.js';
import type { RowStatus, TimedRow } from '../protocol.js';
import { ROW_OF, type SweepCell, sweepCells } from './cells.js';
import type { SweepResults, SweptCell } from './results.js';
import { type Contestants, timeCells } from './time-cells.js';

/** What to sweep, and for how long. */
export interface SweepPlan {
  /** This checkout, built; and another one that takes part, if any. */
  ours: string;
  base: string | undefined;
  backend: BackendName;
  /** Whether a cell is measured. */
  wanted: (cell: SweepCell) => boolean;
  rounds: number;
  /** Told in words what is being done. */
  onProgress: (doing: string) => void;
}

const SEED = 1;
const WORKER = new URL('./worker.ts', import.meta.url);

/**
 * Times every cell beside PyTorch, on one thread. The checkouts' processes are started afresh for each workload and mode:
 * what an engine compiled for one is not what it runs for the next.
 */
export async function runSweep(plan: SweepPlan): Promise<SweepResults> {
  const peer = PEERS.find(({ name }) => name === BASELINE);
  if (!peer) throw new Error(`${BASELINE} is no peer`);
  const baseline = await startPeer(peer, 1);
  if ('absent' in baseline) throw new InputError(`the sweep needs ${BASELINE}: ${baseline.absent}`);
  try {
    const groups = groupBy(sweepCells().filter(plan.wanted), ({ workload, mode }) => `${workload.name}, ${mode}`);
    const cells: SweptCell[] = [];
    for (const [name, group] of groups) {
      plan.onProgress(name);
      cells.push(...(await sweepGroup(plan, baseline, group)));
    }
    const { backend, rounds } = plan;
    return { machine: describeMachine(), versions: baseline.versions, backend, seed: SEED, rounds, cells };
  } finally {
    baseline.close();
  }
}

/** The cells of one workload and mode. */
async function sweepGroup(
  { ours, base, backend, rounds }: SweepPlan,
  baseline: PeerProcess,
  group: readonly SweepCell[],
): Promise<SweptCell[]> {
  const folder = await mkdtemp(join(tmpdir(), 'cropgrad-sweep-'));
  const sides: Side<SweepCell>[] = [];
  try {
    await saveDataSet(folder, makeDataSet(group[0].workload, SEED));
    for (const checkout of base === undefined ? [ours] : [ours, base]) {
      sides.push(await startSide<SweepCell>(WORKER, checkout, backend));
    }
    const contestants: Contestants = { baseline, ours: sides[0], base: sides[1], folder };
    const swept: SweptCell[] = [];
    for (const padded of groupBy(group, ({ paddingMode }) => paddingMode).values()) {
      const [{ mode, paddingMode }] = padded;
      const ops = groupBy(padded, ({ op }) => op);
      const rows = [...ops.values()].map(([{ op }]) => ROW_OF[op]);
      const opened = await baseline.ask({ do: 'open', folder, options: { mode, paddingMode }, rows });
      const rowsThere: Partial<Record<TimedRow, RowStatus>> = opened.rows;
      // The layouts of one op share PyTorch's turns, as it takes the layout that is faster for it.
      for (const cells of ops.values()) {
        const status = rowsThere[ROW_OF[cells[0].op]];
        if (status?.absent !== undefined) throw new Error(`${cells[0].name}: ${status.absent}`);
        swept.push(...(await timeCells(contestants, cells, status?.note ?? '', rounds)));
      }
    }
    return swept;
  } finally {
    for (const { close } of sides) close();
    await rm(folder, { recursive: true });
  }
}
