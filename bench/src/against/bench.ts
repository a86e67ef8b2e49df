import type { NpyArray } from '../npy.js';

/** What a checkout's process can do with a cell: compute it once, or compute it once and say how many milliseconds it took. */
export interface Bench<C> {
  check(cell: C): Promise<NpyArray[]>;
  time(cell: C): number;
}
