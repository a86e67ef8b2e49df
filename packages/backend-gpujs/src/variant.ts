import type { Mode, PaddingMode } from '@cropgrad/core';
import { axisNumbers, coordinateNumbers, locateNumbers, type Points } from './points/point-source.js';

/** What the text of a sampling kernel depends on. */
export interface SampleVariant {
  readonly points: Points;
  readonly dimensions: number;
  readonly mode: Mode;
  readonly paddingMode: PaddingMode;
}

/** The numbers of a kernel that finds points and their taps. */
export function pointNumbers({ points, dimensions }: SampleVariant): string[] {
  return [...locateNumbers(dimensions), ...axisNumbers(dimensions), ...coordinateNumbers(points, dimensions)];
}

export function variantName(what: string, { points, dimensions, mode, paddingMode }: SampleVariant): string {
  return `${what}/${points}/${dimensions}/${mode}/${paddingMode}`;
}
