import { axisFunctions } from '../axis/axis-functions.js';
import { tapsSource } from '../axis/taps-source.js';
import type { KernelSource } from '../device/kernel-source.js';
import { locateSource } from '../points/locate-source.js';
import { POINT_FUNCTIONS } from '../points/point-functions.js';
import { coordinatesSource } from '../points/point-source.js';
import { pointNumbers, type SampleVariant, variantName } from '../variant.js';
import { IMAGE_OF_CROP } from './image-of-crop.js';
import { VALUE_FUNCTIONS, valueSource } from './value-source.js';

/** image, points → crops. */
export function sampleSource(variant: SampleVariant): KernelSource {
  const { points, dimensions, mode, paddingMode } = variant;
  return {
    name: variantName('sample', variant),
    arrays: ['image', points, ...IMAGE_OF_CROP.arrays],
    numbers: ['channels', 'fillValue', ...IMAGE_OF_CROP.numbers, ...pointNumbers(variant)],
    body: `
      const point = quotient(at, channels);
      const channel = at - point * channels;
      ${locateSource(dimensions)}
      ${coordinatesSource(points, dimensions)}
      result = fillValue;
      if (valid > 0.5) {
        ${tapsSource(variant)}
        ${IMAGE_OF_CROP.source(dimensions)}
        ${valueSource(variant)}
      }`,
    functions: [...POINT_FUNCTIONS, ...axisFunctions(mode, paddingMode), ...VALUE_FUNCTIONS],
  };
}
