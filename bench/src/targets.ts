import type { Layer, Mode } from './protocol.js';
import type { Results } from './results.js';

/** Two peers on one thread, side by side in one row. */
export interface Comparison {
  peer: string;
  workload: string;
  mode: Mode;
  layer: Layer;
  /** Who it is compared with. */
  against: string;
}

/** A speed that cropgrad is meant to reach. */
export interface Target extends Omit<Comparison, 'layer'> {
  /** How many times faster it should be, at least; less than 1 allows it to be slower. */
  atLeast: number;
}

const ON_WASM = { peer: 'cropgrad wasm', against: 'PyTorch' } as const;

/** What the project has set itself. */
export const TARGETS: readonly Target[] = [
  { ...ON_WASM, workload: 'seed', mode: 'forward+both', atLeast: 6 },
  { ...ON_WASM, workload: 'seed', mode: 'gridSample', atLeast: 1.3 },
  { ...ON_WASM, workload: 'photo', mode: 'forward+both', atLeast: 1 },
  { ...ON_WASM, workload: 'features', mode: 'forward+both', atLeast: 3 },
  ...(['forward', 'forward+box', 'forward+both', 'gridSample'] as const).map(
    (mode): Target => ({ ...ON_WASM, workload: 'rotated', mode, atLeast: 1.5 }),
  ),
  { ...ON_WASM, workload: 'seed', mode: 'forward', against: 'OpenCV', atLeast: 1 },
  { ...ON_WASM, workload: 'seed', mode: 'forward', against: 'copy of the output', atLeast: 1 / 5 },
];

/** How many times as fast the peer was as the other; undefined where either was not measured. */
export function timesAsFast({ rows, baseline }: Results, comparison: Comparison): number | undefined {
  const { peer, workload, layer, mode, against } = comparison;
  const row = rows.find(
    (one) => one.threads === 1 && one.workload === workload && one.layer === layer && one.mode === mode,
  );
  const ours = row?.cells.find((cell) => cell.peer === peer);
  const theirs = row?.cells.find((cell) => cell.peer === against);
  if (!ours || !theirs || ours.absent !== undefined || theirs.absent !== undefined) return undefined;
  // The paired ratio where there is one; the medians otherwise.
  return against === baseline && ours.ratio ? ours.ratio.median : theirs.ms / ours.ms;
}
