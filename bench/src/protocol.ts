import type { PaddingMode, Mode as SampleMode } from '@cropgrad/core';
import type { NpyArray } from './npy.js';

/**
 * Whole operations as a user calls them, tensors in and data read out; or the kernels alone, without checks, tape or
 * reading.
 */
export type Layer = 'operation' | 'kernel';
/** What is computed: crops, and the gradients that are asked for with them; or crops at a grid that is given. */
export type Mode = 'forward' | 'forward+box' | 'forward+both' | 'gridSample';
/** One thing to measure. */
export type RowName = `${Layer}/${Mode}`;

export const LAYERS: readonly Layer[] = ['operation', 'kernel'];
export const MODES: readonly Mode[] = ['forward', 'forward+box', 'forward+both', 'gridSample'];
/** Every {@link RowName}. */
export const ROW_NAMES: readonly RowName[] = LAYERS.flatMap((layer) =>
  MODES.map((mode): RowName => `${layer}/${mode}`),
);

/** Both gradients of grid sampling, without its forward pass: a row of the sweep alone. */
export const GRID_GRADIENTS = 'kernel/gridGradients';

/** What can be asked for by name. */
export type TimedRow = RowName | typeof GRID_GRADIENTS;

/** What a row may compute, channels last whatever the peer's own layout: crops, and gradients of what they are made of. */
export type OutputName = 'crops' | 'dimage' | 'dboxes' | 'dtheta' | 'dgrid';
export type Outputs = Partial<Record<OutputName, NpyArray>>;

/** What a peer says of a row: it has it, perhaps with a note on how; or it does not, and why. */
export type RowStatus = { absent: string } | { absent?: never; note?: string };

/** A peer is a process that reads one request per line and answers each with one line of JSON. */
export interface Requests {
  /** Sent once, first: is the library there, and in which versions? */
  hello: { request: object; reply: { versions: Record<string, string> } };
  /**
   * Load a data set, in place of the one before, for bilinear and zeros if no options are given. Only what is in `rows` is
   * asked for then; every {@link RowName} where there is none.
   */
  open: {
    request: {
      folder: string;
      options?: { mode: SampleMode; paddingMode: PaddingMode };
      rows?: readonly TimedRow[];
    };
    reply: { rows: Record<RowName, RowStatus> };
  };
  /** Run a row once and write its outputs as NumPy files into a folder. */
  check: { request: { row: TimedRow; folder: string }; reply: { outputs: OutputName[] } };
  /**
   * Run a row untimed until `settleMs` are used up, at least once, and then until `calls` or the budget are, at least
   * once: the milliseconds of each of these.
   */
  time: { request: { row: TimedRow; settleMs: number; calls: number; budgetMs: number }; reply: { ms: number[] } };
}

export type RequestName = keyof Requests;
export type Request<K extends RequestName = RequestName> = K extends RequestName
  ? { do: K } & Requests[K]['request']
  : never;
/** `absent` instead of an answer: what the peer needs is not installed. `error`: anything else that went wrong. */
export type Reply<K extends RequestName = RequestName> =
  | (Requests[K]['reply'] & { error?: never; absent?: never })
  | { error: string; absent?: never }
  | { absent: string; error?: never };
