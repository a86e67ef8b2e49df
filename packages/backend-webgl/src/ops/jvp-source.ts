import { axisFunctions } from '../axis/axis-functions.js';
import { SAMPLING_MODES } from '../axis/modes.js';
import { PADDINGS } from '../axis/paddings.js';
import { derivedTaps, tapLoops, tapsSource } from '../axis/taps-source.js';
import type { KernelSource } from '../device/kernel-source.js';
import { coordinatesSource } from '../points/coordinates-source.js';
import { POINT_FUNCTIONS } from '../points/point-functions.js';
import { locateElementSource } from '../points/point-source.js';
import { pointTensor } from '../points/points.js';
import { alongTangent, INSIDE_FACTOR, TAP_FACTOR, tangentSource } from '../points/tangent-source.js';
import type { SampleVariant } from '../variant.js';
import { IMAGE_OF_CROP } from './image-of-crop.js';
import { outsideSource } from './outside-source.js';
import { imageElement } from './value-source.js';

/** image, points, tangent → the derivative of the crops along the tangent. */
export function jvpSource(variant: SampleVariant): KernelSource {
  const { points, dimensions, mode, paddingMode } = variant;
  const { readsFill } = PADDINGS[paddingMode];
  const fillTerm = `
        float inside = ${alongTangent(dimensions, INSIDE_FACTOR)};
        if (inside < 0.0 || inside > 0.0) { result -= inside * fillValue; }`;
  return {
    tensors: ['image', pointTensor(points), 'tangent', 'imageIndex'],
    functions: POINT_FUNCTIONS + axisFunctions(variant),
    body: `
      ${locateElementSource(dimensions)}
      ${coordinatesSource(variant)}
      if (valid) {
        ${tangentSource(dimensions)}
        ${tapsSource(dimensions)}
        ${readsFill ? outsideSource(variant) : ''}
        ${IMAGE_OF_CROP}
        ${tapLoops(
          dimensions,
          SAMPLING_MODES[mode].taps,
          (axis) => derivedTaps(axis, 1),
          `
          float weight = ${alongTangent(dimensions, TAP_FACTOR)};
          if (weight < 0.0 || weight > 0.0) {
            result += weight * getImage(${imageElement(dimensions, (axis) => `pixel${axis}`)});
          }`,
        )}
        ${readsFill ? fillTerm : ''}
      }`,
  };
}
