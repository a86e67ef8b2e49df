import type { Layer, Mode } from './protocol.js';
import type { Results } from './results.js';

/** A speed that cropgrad is meant to reach on one thread. */
export interface Target {
  peer: string;
  workload: string;
  mode: Mode;
  layer: Layer;
  /** Who it is compared with. */
  against: string;
  /** How many times faster it should be, at least; less than 1 allows it to be slower. */
  atLeast: number;
}

const SEED_FORWARD = { workload: 'seed', mode: 'forward', layer: 'operation', against: 'PyTorch' } as const;

function ratiosToPyTorch(peer: string, seed: number, seedBoth: number, gridSample: number, features: number): Target[] {
  return [
    { ...SEED_FORWARD, peer, atLeast: seed },
    { ...SEED_FORWARD, peer, mode: 'forward+both', atLeast: seedBoth },
    { ...SEED_FORWARD, peer, mode: 'gridSample', atLeast: gridSample },
    { ...SEED_FORWARD, peer, workload: 'features', mode: 'forward+both', atLeast: features },
  ];
}

/** What the project has set itself. */
export const TARGETS: readonly Target[] = [
  ...ratiosToPyTorch('cropgrad cpu', 2.5, 2.5, 0.6, 1.5),
  ...ratiosToPyTorch('cropgrad wasm', 12, 6, 1.3, 3),
  { ...SEED_FORWARD, peer: 'cropgrad wasm', against: 'OpenCV', atLeast: 1 },
  { ...SEED_FORWARD, peer: 'cropgrad wasm', layer: 'kernel', against: 'copy of the output', atLeast: 1 / 5 },
];

/** How many times faster the peer of a target was; undefined where either was not measured. */
export function reachedRatio({ rows }: Results, target: Target): number | undefined {
  const row = rows.find(
    ({ threads, workload, layer, mode }) =>
      threads === 1 && workload === target.workload && layer === target.layer && mode === target.mode,
  );
  const ours = row?.cells.find(({ peer }) => peer === target.peer);
  const theirs = row?.cells.find(({ peer }) => peer === target.against);
  if (!ours || !theirs || ours.absent !== undefined || theirs.absent !== undefined) return undefined;
  // The paired ratio where there is one; the medians otherwise.
  return target.against === 'PyTorch' && ours.ratio ? ours.ratio.median : theirs.ms / ours.ms;
}
