import type { DataSet } from '../data-set.js';
import type { Outputs, RowName, RowStatus } from '../protocol.js';

/** A row that a peer has. */
export interface Row {
  note?: string;
  /** Runs it once: the milliseconds it took. */
  time(): number | Promise<number>;
  /** Runs it once: what it computed, channels last. */
  check(): Outputs | Promise<Outputs>;
}

/** A peer's rows of one workload; the others are absent for a reason. */
export type Rows = Record<RowName, Row | { absent: string }>;

/** A library under measurement, in JavaScript. Peer modules export `createPeer`. */
export interface JsPeer {
  versions: Record<string, string>;
  open(data: DataSet): Rows | Promise<Rows>;
}

/** What a peer module exports; the arguments are those of its entry in the list of peers. */
export type CreatePeer = (threads: number, ...args: string[]) => Promise<JsPeer>;

/** Thrown by `createPeer` when what it needs is not installed. */
export class Absent extends Error {
  override readonly name: string = 'Absent';
}

/** A row of a synchronous library: `run` is timed; `read` and `free` are not. */
export function makeRow<R>(run: () => R, read: (result: R) => Outputs, free: (result: R) => void = () => {}): Row {
  return {
    time() {
      const start = performance.now();
      const result = run();
      const ms = performance.now() - start;
      free(result);
      return ms;
    },
    check() {
      const result = run();
      const outputs = read(result);
      free(result);
      return outputs;
    },
  };
}

/** All eight rows, those that are not given being absent for the same reason. */
export function completeRows(rows: Partial<Rows>, reason: string): Rows {
  const absent = { absent: reason };
  return {
    'operation/forward': absent,
    'operation/forward+box': absent,
    'operation/forward+both': absent,
    'operation/gridSample': absent,
    'kernel/forward': absent,
    'kernel/forward+box': absent,
    'kernel/forward+both': absent,
    'kernel/gridSample': absent,
    ...rows,
  };
}

/** What the protocol says of a row. */
export function statusOf(row: Row | { absent: string }): RowStatus {
  if ('absent' in row) return row;
  return row.note === undefined ? {} : { note: row.note };
}
