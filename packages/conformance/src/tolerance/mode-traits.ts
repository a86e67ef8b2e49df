import type { Mode } from '@cropgrad/core';

/** What tolerances and laws take from a mode. */
export interface ModeTraits {
  /** Whether a point is one pixel, so that no value lies between two pixels and nothing has a slope. */
  readonly picksOnePixel: boolean;
  /** Roundings on the way to a value, in units of the last place of the largest pixel. */
  readonly roundings: number;
  /** Bounds on the sum of an axis's weights, without their signs, and of their first three derivatives per pixel. */
  readonly largestSums: {
    readonly weights: number;
    readonly slopes: number;
    readonly curvatures: number;
    readonly thirdDerivatives: number;
  };
  /** Whether some weights are below 0, so that values may lie beyond all pixels that are read. */
  readonly weightsHaveBothSigns: boolean;
  /** Whether an axis's weights add up to 1, so that a constant image stays constant. */
  readonly weightsSumToOne: boolean;
  /** How far rounding may take a constant image from its constant, in ulps. */
  readonly constantUlps: number;
  /** How far weights may bend between the two ends of an error, per pixel squared; 0 where they are straight lines. */
  readonly bend: number;
  /** A bound on the third derivative, per pixel cubed, for pixels of magnitude 1, in 2-D and 3-D. */
  readonly thirdDerivative: { readonly 2: number; readonly 3: number };
}

/** The traits of every mode: a mode's name stands here and in the oracle, and nowhere else in the suite's reasoning. */
export const MODE_TRAITS: Record<Mode, ModeTraits> = {
  nearest: {
    picksOnePixel: true,
    roundings: 1,
    largestSums: { weights: 1, slopes: 0, curvatures: 0, thirdDerivatives: 0 },
    weightsHaveBothSigns: false,
    weightsSumToOne: true,
    constantUlps: 0,
    bend: 0,
    thirdDerivative: { 2: 0, 3: 0 },
  },
  bilinear: {
    picksOnePixel: false,
    roundings: 8,
    largestSums: { weights: 1, slopes: 2, curvatures: 0, thirdDerivatives: 0 },
    weightsHaveBothSigns: false,
    weightsSumToOne: true,
    constantUlps: 0,
    bend: 0,
    thirdDerivative: { 2: 0, 3: 0 },
  },
  bicubic: {
    picksOnePixel: false,
    roundings: 48,
    largestSums: { weights: 1.5, slopes: 4, curvatures: 12, thirdDerivatives: 24 },
    weightsHaveBothSigns: true,
    weightsSumToOne: true,
    constantUlps: 4,
    bend: 4,
    thirdDerivative: { 2: 36, 3: 54 },
  },
};
