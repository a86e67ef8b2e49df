import type { Mode, PaddingMode } from '@cropgrad/core';
import type { Points } from './points/point-source.js';
import type { SampleProblem } from './problem.js';

/** What shapes the text of a sampling kernel. */
export interface SampleVariant {
  readonly points: Points;
  readonly dimensions: number;
  readonly mode: Mode;
  readonly paddingMode: PaddingMode;
}

/** The kernels that a problem calls for. */
export function variantOf({ dimensions, attrs }: SampleProblem, points: Points): SampleVariant {
  return { points, dimensions, mode: attrs.mode, paddingMode: attrs.paddingMode };
}
