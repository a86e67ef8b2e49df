import type { Again } from './again.js';
import type { Agreement } from './agreement.js';
import type { Machine } from './machine.js';
import type { Layer, Mode } from './protocol.js';
import type { Pace } from './rounds.js';
import type { Line, Ratio } from './statistics.js';
import type { Workload } from './workloads.js';

/** One cell of the table. What was not measured has no number, but the reason. */
export type Cell = { peer: string; note?: string } & (
  | { absent: string }
  | {
      absent?: never;
      /** The median over the rounds. */
      ms: number;
      /** How many times faster than the baseline; absent where the baseline is. */
      ratio?: Ratio;
      agreement: Agreement[];
    }
);

/** One line of the table: every peer on one workload, layer and mode. */
export interface ResultRow {
  workload: string;
  layer: Layer;
  mode: Mode;
  /** What peers that can use more than one thread were given. */
  threads: number;
  cells: Cell[];
}

/** One peer's time over a series of ever larger workloads, and the line through it. */
export interface Sweep {
  kind: 'size' | 'boxes';
  mode: Mode;
  peer: string;
  /** Output pixels and milliseconds. */
  points: { outputs: number; ms: number }[];
  /** `fixed` is the milliseconds of a call without outputs, `slope` the milliseconds per output pixel. */
  line: Line;
}

/** Peak memory of the workload "many", forward and backward, in a process of its own. */
export interface Memory {
  backend: string;
  /** In megabytes. */
  photo: number;
  onePhotoPerCrop: number;
  cropsAndTheirGradient: number;
  peakInTensors: number;
  peakResident: number;
  residentWithInputs: number;
}

/** Everything that one run found. */
export interface Results {
  machine: Machine;
  /** Per peer: its versions, or why it is absent. */
  peers: { name: string; threaded: boolean; versions?: Record<string, string>; absent?: string; note?: string }[];
  baseline: string;
  seed: number;
  pace: Pace;
  workloads: Workload[];
  rows: ResultRow[];
  sweeps: Sweep[];
  memory: Memory[];
  /** How far a second run agrees, per layer, on one thread; absent where there was none. */
  again?: Partial<Record<Layer, Again>>;
}
