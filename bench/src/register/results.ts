import type { Machine } from '../machine.js';
import type { Cell } from './cells.js';
import type { Summary } from './summary.js';

/** What results.json has. */
export interface RegisterResults {
  settings: { seed: number; pairs: number; photos: string[]; side: number };
  machine: Machine;
  opencv: string | null;
  rows: (Summary & { target: Cell['target'] | null })[];
  /** Over the cells that have a target: how many were found, and how many of those are off by half a pixel or more. */
  found: number;
  foundWrong: number;
  /** Over the pairs of those cells that are found: how many have their worst corner within so many sigmas. */
  withinSigmas: { one: number; two: number; three: number };
}
