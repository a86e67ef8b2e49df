import type { AffinePointGradientAttrs } from '@cropgrad/core/backend';

/** What the kernels are asked for where a call of core names no option, for one image and one output. */
export const PLAIN_OPTIONS: AffinePointGradientAttrs = {
  mode: 'bilinear',
  paddingMode: 'zeros',
  alignCorners: false,
  dataFormat: 'NHWC',
  fillValue: 0,
  cutoff: Number.POSITIVE_INFINITY,
  rounding: 'even',
  cubicCoefficient: -0.75,
  imageIndex: new Int32Array(1),
  size: [1, 1],
  antialias: 0,
};
