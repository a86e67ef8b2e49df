import { BASELINE, PEERS, REFERENCE } from '../src/peers/all-peers.js';
import { javascriptPeer, type Peer } from '../src/peers/peer.js';
import type { Pace } from '../src/rounds.js';
import type { Plan } from '../src/run-bench.js';
import type { Workload } from '../src/workloads.js';

export const PACE: Pace = {
  rounds: 2,
  settleMs: 0,
  calls: 1,
  budgetMs: 20,
  slowMs: 1000,
  warmUpCalls: 1,
  warmUpMs: 20,
};

export const IMAGES: Workload = {
  name: 'images',
  title: '4 images 3 × 20 × 24 → 8 × 6',
  images: 4,
  channels: 3,
  imageSize: [20, 24],
  crops: 4,
  size: [8, 6],
};

export const SHARED: Workload = { ...IMAGES, name: 'shared', title: '4 boxes of one image', images: 1 };

export const TURNED: Workload = { ...IMAGES, name: 'turned', title: 'turned boxes', degrees: 30 };

export const VOLUMES: Workload = {
  name: 'volumes',
  title: '2 volumes of 6 × 7 × 8 × 2 → 3 × 4 × 5',
  images: 2,
  channels: 2,
  imageSize: [6, 7, 8],
  crops: 2,
  size: [3, 4, 5],
};

/** cropgrad on cpu, whose crops are off by the given amount. */
export function offBy(amount: string): Peer {
  return {
    name: `off by ${amount}`,
    threaded: false,
    command: javascriptPeer(new URL('./off-peer.ts', import.meta.url), amount),
  };
}

export const peersNamed = (...names: string[]): Peer[] => PEERS.filter(({ name }) => names.includes(name));

/** A plan of the reference and the baseline, which is absent without Python, on one small workload. */
export function tinyPlan(plan: Partial<Plan>): Plan {
  return {
    ...{ peers: peersNamed(REFERENCE, BASELINE), workloads: [IMAGES], sweeps: {}, threads: [1], seed: 1, pace: PACE },
    ...plan,
  };
}
