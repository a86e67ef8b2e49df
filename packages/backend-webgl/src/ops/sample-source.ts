import { axisFunctions } from '../axis/axis-functions.js';
import { tapsSource } from '../axis/taps-source.js';
import type { KernelSource } from '../device/kernel-source.js';
import { coordinatesSource } from '../points/coordinates-source.js';
import { POINT_FUNCTIONS } from '../points/point-functions.js';
import { locateElementSource } from '../points/point-source.js';
import { pointTensor } from '../points/points.js';
import type { SampleVariant } from '../variant.js';
import { IMAGE_OF_CROP } from './image-of-crop.js';
import { VALUE_FUNCTIONS, valueSource } from './value-source.js';

/** image, points → crops. */
export function sampleSource(variant: SampleVariant): KernelSource {
  const { points, dimensions } = variant;
  return {
    tensors: ['image', pointTensor(points), 'imageIndex'],
    functions: POINT_FUNCTIONS + axisFunctions(variant) + VALUE_FUNCTIONS,
    body: `
      ${locateElementSource(dimensions)}
      ${coordinatesSource(variant)}
      result = fillValue;
      if (valid) {
        ${tapsSource(dimensions)}
        ${IMAGE_OF_CROP}
        ${valueSource(variant)}
      }`,
  };
}
