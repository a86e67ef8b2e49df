import type { TapsVariant } from './axis/taps-source.js';
import { locateNumbers } from './points/locate-source.js';
import { axisNumbers, coordinateNumbers, type Points } from './points/point-source.js';

/** What the text of a sampling kernel depends on. */
export interface SampleVariant extends TapsVariant {
  readonly points: Points;
}

/** The numbers of a kernel that finds points and their taps. */
export function pointNumbers({ points, dimensions }: SampleVariant): string[] {
  const ofTaps = ['cutoff', 'roundsUp', 'cubicCoefficient'];
  return [
    ...locateNumbers(dimensions),
    ...axisNumbers(dimensions),
    ...coordinateNumbers(points, dimensions),
    ...ofTaps,
  ];
}

export function variantName(what: string, { points, dimensions, mode, paddingMode }: SampleVariant): string {
  return `${what}/${points}/${dimensions}/${mode}/${paddingMode}`;
}
