import type { AffineSampleAttrs } from '@cropgrad/core/backend';

/** What core asks for where a call has none of these options. */
export const PLAIN_RULES: Pick<AffineSampleAttrs, 'cutoff' | 'rounding' | 'cubicCoefficient' | 'antialias'> = {
  cutoff: Number.POSITIVE_INFINITY,
  rounding: 'even',
  cubicCoefficient: -0.75,
  antialias: 0,
};
