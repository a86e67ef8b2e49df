import type { Mode } from '@cropgrad/core';

/** The modes that may be antialiased. */
export type FilteredMode = Exclude<Mode, 'nearest'>;

/**
 * What a pixel weighs under antialias, before the weights of an output are made to sum to 1: the mode's own kernel, in pieces
 * of text. They are of `inside`, how far the output is from the end of the pixel's reach, in widths of the filter: 0 at the
 * end, `radius` at the pixel itself; and of `a`, Keys's coefficient.
 */
export interface Filter {
  readonly radius: number;
  readonly weight: string;
  /** Its derivative by `inside`. */
  readonly slope: string;
}

/** The filter of every mode that has one. */
export const FILTERS: Readonly<Record<FilteredMode, Filter>> = {
  bilinear: { radius: 1, weight: 'inside', slope: '1' },
  bicubic: { radius: 2, weight: 'cubic(2 - inside, a)', slope: '-cubicSlope(2 - inside, a)' },
};

/** The filter of a mode. Core refuses antialias with the one that has none. */
export function filterOf(mode: Mode): Filter {
  if (mode === 'nearest') throw new Error('nearest has no filter');
  return FILTERS[mode];
}
