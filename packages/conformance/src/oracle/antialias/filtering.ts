import type { CaseOptions, SampleCase } from '../../case.js';
import { type Filter, filterOf } from './filter.js';

/** How a case is antialiased. */
export interface Filtering {
  readonly filter: Filter;
  /** How much longer than an output pixel the filter is. */
  readonly widen: number;
  /** The output's, [h,w] or [d,h,w]. */
  readonly size: readonly number[];
}

/** A case that samples through a theta or boxes, and averages what every output pixel covers. */
export type AntialiasedCase = Exclude<SampleCase, { op: 'gridSample' }> & { readonly options: AntialiasOptions };

/** The options of such a case. */
export interface AntialiasOptions extends CaseOptions {
  readonly antialias: NonNullable<CaseOptions['antialias']>;
}

/** Whether a case is antialiased. */
export function isAntialiased(c: SampleCase): c is AntialiasedCase {
  return c.op !== 'gridSample' && c.options.antialias !== undefined;
}

/** How a case is antialiased, or undefined where it is not. */
export function filteringOf(c: SampleCase): Filtering | undefined {
  if (!isAntialiased(c)) return undefined;
  const { antialias, mode, cubicCoefficient } = c.options;
  return {
    filter: filterOf(mode, cubicCoefficient),
    widen: typeof antialias === 'object' ? antialias.widen : 1,
    size: c.size,
  };
}
