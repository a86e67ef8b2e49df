import type { CubicCoefficient, Mode } from '@cropgrad/core';

/** How a value is read between pixels. */
export interface Sampler {
  mode: Mode;
  cubicCoefficient: CubicCoefficient;
}

/** The default of every function. */
export const BILINEAR: Sampler = { mode: 'bilinear', cubicCoefficient: -0.75 };

/** Every mode, and bicubic with both coefficients, by the name that a figure gives it. */
export const SAMPLERS: Readonly<Record<string, Sampler>> = {
  nearest: { mode: 'nearest', cubicCoefficient: -0.75 },
  bilinear: BILINEAR,
  'bicubic, −0.75': { mode: 'bicubic', cubicCoefficient: -0.75 },
  'bicubic, −0.5': { mode: 'bicubic', cubicCoefficient: -0.5 },
};

/** The options that a call needs for a sampler, as code; nothing for the default one. */
export function samplerCode({ mode, cubicCoefficient }: Sampler): string {
  if (mode === 'bilinear') return '';
  return mode === 'bicubic' && cubicCoefficient !== -0.75
    ? `, { mode: '${mode}', cubicCoefficient: ${cubicCoefficient} }`
    : `, { mode: '${mode}' }`;
}
