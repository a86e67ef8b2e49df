import { axisNames } from '../axis/axis-name.js';

/**
 * Which image the crop n reads. Where imageIndex is 0, 1, 2, … or all 0, the number `imageStep`, 1 or 0, says so and the array
 * need not be there; else `imageStep` is -1.
 */
export const IMAGE_OF_CROP = {
  /** The array that kernels must take. */
  arrays: ['imageIndex'],
  /** The number that kernels must take. */
  numbers: ['imageStep'],
  /** Statements that give `image0`, the index of the first pixel of crop n's image. */
  source: (dimensions: number): string => `
    let imageOfCrop = n * imageStep;
    if (imageStep < 0) { imageOfCrop = imageIndex[n]; }
    const image0 = imageOfCrop * ${axisNames(dimensions)
      .map((axis) => `size${axis}`)
      .join(' * ')};`,
} as const;
