import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Agreement, requireAgreement } from './agreement.js';
import { type DataSet, saveDataSet } from './data-set.js';
import { loadNpy } from './npy.js';
import { BASELINE, REFERENCE } from './peers/all-peers.js';
import type { PeerProcess } from './peers/peer-process.js';
import type { Outputs, RowName, RowStatus } from './protocol.js';
import type { Cell } from './results.js';
import { type Contestant, type Pace, timeInRounds } from './rounds.js';
import { median, pairedRatio } from './statistics.js';

type Timed = Extract<Cell, { ms: number }>;

/**
 * Opens a data set in every process, compares every row of every one with the reference, and only then times them.
 * Gives each row's cells, in the processes' order.
 */
export async function measure(
  processes: readonly PeerProcess[],
  data: DataSet,
  rows: readonly RowName[],
  pace: Pace,
): Promise<Map<RowName, Cell[]>> {
  const folder = await mkdtemp(join(tmpdir(), 'cropgrad-bench-'));
  try {
    await saveDataSet(folder, data);
    const statuses = new Map<PeerProcess, Record<RowName, RowStatus>>();
    for (const process of processes) statuses.set(process, (await process.ask({ do: 'open', folder })).rows);
    const status = (process: PeerProcess, row: RowName): RowStatus =>
      statuses.get(process)?.[row] ?? { absent: 'unknown' };

    const reference = await referenceOutputs(processes, folder);
    const agreements = new Map<string, Agreement[]>();
    for (const row of rows) {
      for (const process of processes) {
        if (status(process, row).absent !== undefined) continue;
        const { name, approximation } = process.peer;
        const outputs = await outputsOf(process, row, join(folder, 'check'));
        const who = `${name} on ${data.workload.name}, ${row}`;
        agreements.set(name + row, requireAgreement(who, outputs, reference, data, approximation));
      }
    }

    const cells = new Map<RowName, Cell[]>();
    for (const row of rows) {
      const present = processes.filter((process) => status(process, row).absent === undefined);
      const contestants = present.map(
        ({ ask }): Contestant =>
          async (turn) =>
            (await ask({ do: 'time', row, ...turn })).ms,
      );
      const times = await timeInRounds(contestants, pace);
      const baseline = times[present.findIndex(({ peer }) => peer.name === BASELINE)];
      cells.set(
        row,
        processes.map((process): Cell => {
          const { name } = process.peer;
          const found = status(process, row);
          if (found.absent !== undefined) return { peer: name, absent: found.absent };
          const ours = times[present.indexOf(process)];
          const taken = ours.filter((ms) => ms !== undefined);
          const cell: Timed = { peer: name, ms: median(taken), agreement: agreements.get(name + row) ?? [] };
          if (baseline) cell.ratio = pairedRatio(baseline, ours);
          if (found.note !== undefined) cell.note = found.note;
          return cell;
        }),
      );
    }
    return cells;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What all others must agree with: every output there is, as the reference's own whole operations and kernels have it. */
async function referenceOutputs(processes: readonly PeerProcess[], folder: string): Promise<Outputs> {
  const process = processes.find(({ peer }) => peer.name === REFERENCE);
  if (!process) throw new Error(`Nothing can be checked without ${REFERENCE}`);
  return {
    ...(await outputsOf(process, 'kernel/forward+both', join(folder, 'reference'))),
    ...(await outputsOf(process, 'operation/forward+both', join(folder, 'reference'))),
  };
}

async function outputsOf(process: PeerProcess, row: RowName, folder: string): Promise<Outputs> {
  const { outputs } = await process.ask({ do: 'check', row, folder });
  const arrays = await Promise.all(outputs.map((name) => loadNpy(join(folder, `${name}.npy`))));
  return Object.fromEntries(outputs.map((name, k) => [name, arrays[k]]));
}
