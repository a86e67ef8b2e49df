import type { DataFormat, Mode, PaddingMode } from '@cropgrad/core';
import type { Again } from '../again.js';
import type { Machine } from '../machine.js';
import type { Ratio } from '../statistics.js';
import type { SweepOp } from './cells.js';

/** A checkout's time in one cell, and how many times as fast as PyTorch that is. */
export interface SweepTime {
  /** The median over the rounds. */
  ms: number;
  ratio: Ratio;
}

/** What came out for one cell. */
export interface SweptCell {
  name: string;
  dimensions: number;
  channels: number;
  dataFormat: DataFormat;
  mode: Mode;
  paddingMode: PaddingMode;
  op: SweepOp;
  /** PyTorch's time, and the memory layout it was faster in. */
  baselineMs: number;
  baselineLayout: string;
  ours: SweepTime;
  /** The other checkout's, where there is one, and how many times as fast as it this one is. */
  base?: SweepTime & { faster: Ratio };
  /** How many times as fast as our own zeros the padding `wrap` is, which PyTorch lacks; in the cells of zeros. */
  wrap?: Ratio;
}

/** Everything that one sweep found. */
export interface SweepResults {
  machine: Machine;
  versions: Record<string, string>;
  backend: string;
  seed: number;
  rounds: number;
  cells: SweptCell[];
  /** How far a second sweep agrees; absent where there was none. */
  again?: Again;
}
