import type { Machine } from '../../machine.js';
import type { Workload } from '../../workloads.js';
import type { PlaceResults } from '../measure-place.js';
import type { RacePace } from '../race.js';

/** Everything that one run found. */
export interface GpujsResults {
  machine: Machine;
  seed: number;
  pace: RacePace;
  workloads: readonly Workload[];
  node: PlaceResults;
  /** Undefined where there was no Chromium. */
  chromium: (PlaceResults & { version: string }) | undefined;
}
