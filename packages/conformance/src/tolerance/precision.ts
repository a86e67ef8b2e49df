import type { Capabilities } from '@cropgrad/core/backend';

/** How exactly a backend calculates. */
export interface Precision {
  /** The unit roundoff: the largest relative error of one operation. */
  readonly unit: number;
  /** Whether the coordinates of the case need no rounding on the way to pixels, so that no side of a kink is free. */
  readonly exactCoordinates: boolean;
}

/** What a backend's capabilities promise. */
export function precisionOf(capabilities: Capabilities): Precision {
  return { unit: capabilities.precision === 'f16' ? 2 ** -11 : 2 ** -24, exactCoordinates: false };
}

/** The largest whole number that a backend's capabilities promise to read exactly. */
export function exactIntegersOf({ precision, exactIntegers }: Capabilities): number {
  return exactIntegers ?? (precision === 'f16' ? 2 ** 11 : 2 ** 24);
}
