import type { Capabilities } from '@cropgrad/core/backend';

/** How exactly a backend calculates. */
export interface Precision {
  /** The unit roundoff: the largest relative error of one operation. */
  readonly unit: number;
  /** Whether the coordinates of the case need no rounding on the way to pixels, so that no side of a kink is free. */
  readonly exactCoordinates: boolean;
  /** The largest number that tensors hold, where it is within reach of the suite's cases; Infinity elsewhere. */
  readonly largest: number;
  /** Roundings of a tap's weight; the suite's 8 where none is given. Keys's cubic by Horner's rule has terms up to 6, and takes 16. */
  readonly weightRoundings?: number;
}

/** What a backend's capabilities promise. */
export function precisionOf(capabilities: Capabilities): Precision {
  const isHalf = capabilities.precision === 'f16';
  return {
    unit: isHalf ? 2 ** -11 : 2 ** -24,
    exactCoordinates: false,
    largest: isHalf ? 65504 : Number.POSITIVE_INFINITY,
  };
}

/** The largest whole number that a backend's capabilities promise to read exactly. */
export function exactIntegersOf({ precision, exactIntegers }: Capabilities): number {
  return exactIntegers ?? (precision === 'f16' ? 2 ** 11 : 2 ** 24);
}
