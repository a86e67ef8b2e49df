import type { Rounding } from './options.js';
import type { ResolvedSampleOptions } from './sample-options.js';

/** Where other libraries differ at the edges and at ties, for functions that imitate one: see {@link gridSampleWith}. */
export interface PeerRules {
  /**
   * How far outside the outermost pixel centres a point may lie, in pixels, before it samples nothing: 0 for TensorFlow's
   * cropAndResize, 1/2 for `outside: 'fill'` and JAX, 1 for roi_align. Default: what the options say.
   */
  cutoff?: number;
  /** How `'nearest'` rounds. Default `'even'`. */
  rounding?: Rounding;
}

/** Options that were checked, with the rules in place of what they say. */
export function underRules<A extends ResolvedSampleOptions>(attrs: A, { cutoff, rounding }: PeerRules): A {
  if (cutoff === undefined && rounding === undefined) return attrs;
  return { ...attrs, cutoff: cutoff ?? attrs.cutoff, rounding: rounding ?? attrs.rounding };
}
