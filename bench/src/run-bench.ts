import { makeDataSet } from './data-set.js';
import { describeMachine } from './machine.js';
import { measure } from './measure.js';
import { BASELINE } from './peers/all-peers.js';
import type { Peer } from './peers/peer.js';
import { type PeerProcess, startPeer } from './peers/peer-process.js';
import type { Layer, Mode, RowName } from './protocol.js';
import { ROW_NAMES } from './protocol.js';
import type { Cell, ResultRow, Results, Sweep } from './results.js';
import type { Pace } from './rounds.js';
import { fitLine } from './statistics.js';
import type { Workload } from './workloads.js';

/** What to run. */
export interface Plan {
  peers: readonly Peer[];
  workloads: readonly Workload[];
  sweeps: Partial<Record<Sweep['kind'], readonly Workload[]>>;
  /** One section of results each. */
  threads: readonly number[];
  seed: number;
  pace: Pace;
  /** Told in words what is being done. */
  onProgress?: (doing: string) => void;
}

const SWEEP_ROWS: readonly RowName[] = ['operation/forward', 'operation/forward+both'];

/**
 * Runs everything: for each number of threads and workload, starts every peer afresh, so that one workload's compiled
 * code and memory are not the next one's, and measures it. Throws `Disagreement` rather than time what is wrong.
 */
export async function runBench(plan: Plan): Promise<Results> {
  const { pace, seed, onProgress = () => {} } = plan;
  const peers = new Map<string, Results['peers'][number]>();
  const rows: ResultRow[] = [];
  for (const threads of plan.threads) {
    for (const workload of plan.workloads) {
      onProgress(`${workload.name}, ${threads} thread${threads === 1 ? '' : 's'}: ${workload.title}`);
      const asked = plan.peers.filter(
        (peer) =>
          (peer.workloads?.includes(workload.name) ?? true) && (!workload.antialias || peer.antialiases === true),
      );
      const fastEnough = asked.filter((peer) => !peer.tooSlowFor?.includes(workload.name));
      const cells = await withPeers(fastEnough, threads, peers, (processes) =>
        measure(processes, makeDataSet(workload, seed), ROW_NAMES, pace),
      );
      for (const row of ROW_NAMES) {
        const [layer, mode] = row.split('/') as [Layer, Mode];
        rows.push({
          workload: workload.name,
          layer,
          mode,
          threads,
          cells: completeCells(asked, cells.get(row), peers),
        });
      }
    }
  }

  const sweeps: Sweep[] = [];
  const inSweep = plan.peers.filter((peer) => peer.inSweep);
  for (const [kind, points] of Object.entries(plan.sweeps) as [Sweep['kind'], readonly Workload[]][]) {
    onProgress(`sweep over ${kind}`);
    sweeps.push(...(await withPeers(inSweep, 1, peers, (processes) => sweep(processes, kind, points, seed, pace))));
  }
  const { workloads } = plan;
  const machine = describeMachine();
  return {
    machine,
    peers: [...peers.values()],
    baseline: BASELINE,
    seed,
    pace,
    workloads: [...workloads],
    rows,
    sweeps,
    memory: [],
  };
}

async function withPeers<T>(
  peers: readonly Peer[],
  threads: number,
  seen: Map<string, Results['peers'][number]>,
  use: (processes: PeerProcess[]) => Promise<T>,
): Promise<T> {
  const processes: PeerProcess[] = [];
  try {
    const started = await Promise.all(peers.map((peer) => startPeer(peer, threads)));
    for (const one of started) {
      const { name, threaded, approximation } = one.peer;
      const note = approximation && { note: approximation.note };
      if ('absent' in one) {
        seen.set(name, { name, threaded, absent: one.absent, ...note });
      } else {
        processes.push(one);
        seen.set(name, { name, threaded, versions: one.versions, ...note });
      }
    }
    return await use(processes);
  } finally {
    for (const { close } of processes) close();
  }
}

/** The cells in the order of the peers, with the absent ones among them. */
function completeCells(
  asked: readonly Peer[],
  measured: readonly Cell[] = [],
  seen: ReadonlyMap<string, Results['peers'][number]>,
): Cell[] {
  return asked.map(
    ({ name }): Cell =>
      measured.find(({ peer }) => peer === name) ?? {
        peer: name,
        absent: seen.get(name)?.absent ?? 'left out: a call takes many seconds',
      },
  );
}

async function sweep(
  processes: PeerProcess[],
  kind: Sweep['kind'],
  workloads: readonly Workload[],
  seed: number,
  pace: Pace,
): Promise<Sweep[]> {
  const points = new Map<string, Sweep['points']>();
  for (const workload of workloads) {
    const outputs = workload.crops * workload.size.reduce((a, b) => a * b);
    const measured = await measure(processes, makeDataSet(workload, seed), SWEEP_ROWS, pace);
    for (const [row, cells] of measured) {
      for (const cell of cells) {
        if (cell.absent !== undefined) continue;
        const key = `${row}|${cell.peer}`;
        points.set(key, [...(points.get(key) ?? []), { outputs, ms: cell.ms }]);
      }
    }
  }
  return [...points].map(([key, series]): Sweep => {
    const [row, peer] = key.split('|');
    const mode = row.split('/')[1] as Mode;
    const line = fitLine(series.map(({ outputs, ms }) => ({ x: outputs, y: ms })));
    return { kind, mode, peer, points: series, line };
  });
}
