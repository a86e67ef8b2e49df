import { axisFunctions } from '../axis/axis-functions.js';
import { tapsSource } from '../axis/taps-source.js';
import type { KernelSource } from '../device/kernel-source.js';
import { POINT_FUNCTIONS } from '../points/point-functions.js';
import { coordinatesSource, locateSource } from '../points/point-source.js';
import type { SampleVariant } from '../variant.js';
import { IMAGE_OF_CROP } from './image-of-crop.js';
import { VALUE_FUNCTIONS, valueSource } from './value-source.js';

/** image, points → crops. */
export function sampleSource(variant: SampleVariant): KernelSource {
  const { points, dimensions, mode, paddingMode } = variant;
  return {
    tensors: ['image', points, 'imageIndex'],
    functions: POINT_FUNCTIONS + axisFunctions(mode, paddingMode) + VALUE_FUNCTIONS,
    body: `
      int crop = at / cropStride;
      int rest = at - crop * cropStride;
      int major = rest / innerStride;
      int minor = rest - major * innerStride;
      int channel = channelsLast == 1 ? minor : major;
      int point = crop * perCrop + (channelsLast == 1 ? major : minor);
      ${locateSource(dimensions)}
      ${coordinatesSource(points, dimensions)}
      result = fillValue;
      if (valid) {
        ${tapsSource(dimensions)}
        ${IMAGE_OF_CROP}
        ${valueSource(variant)}
      }`,
  };
}
