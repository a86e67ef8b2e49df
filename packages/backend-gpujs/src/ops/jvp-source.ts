import { axisFunctions } from '../axis/axis-functions.js';
import { PADDINGS } from '../axis/padding.js';
import { pixelIndex, slopeScaleSource, tapLoops, tapsSource } from '../axis/taps-source.js';
import type { KernelSource } from '../device/kernel-source.js';
import { ALONG_TANGENT } from '../points/along-tangent.js';
import { locateSource } from '../points/locate-source.js';
import { POINT_FUNCTIONS } from '../points/point-functions.js';
import { coordinatesSource } from '../points/point-source.js';
import { pointNumbers, type SampleVariant, variantName } from '../variant.js';
import { IMAGE_OF_CROP } from './image-of-crop.js';
import { outsideSource } from './outside-source.js';

/**
 * image, grid, tangent → the derivative of the crops along the tangent: what the taps read, each with the derivative of its
 * weight. Taps outside read fillValue: what they weigh more, those inside weigh less.
 */
export function jvpSource(variant: SampleVariant): KernelSource {
  const { points, dimensions, mode, paddingMode } = variant;
  const { readsFill } = PADDINGS[paddingMode];
  const outside = ALONG_TANGENT.slope(
    dimensions,
    (axis) => `(1 - outside${axis})`,
    (axis) => `outsideSlope${axis}`,
  );
  return {
    name: variantName('jvp', variant),
    arrays: ['image', points, ...ALONG_TANGENT.arrays, ...IMAGE_OF_CROP.arrays],
    numbers: ['channels', 'fillValue', ...IMAGE_OF_CROP.numbers, ...pointNumbers(variant)],
    body: `
      const point = quotient(at, channels);
      const channel = at - point * channels;
      ${locateSource(dimensions)}
      ${coordinatesSource(points, dimensions)}
      if (valid > 0.5) {
        ${tapsSource(variant)}
        ${slopeScaleSource(variant)}
        ${ALONG_TANGENT.source(dimensions)}
        ${readsFill ? outsideSource(variant, 'slope') : ''}
        ${IMAGE_OF_CROP.source(dimensions)}
        let sum = 0;
        ${tapLoops(
          variant,
          (axis) => `
          const weight${axis} = tapWeight(t${axis}, f${axis}, cubicCoefficient);
          const slope${axis} = tapSlope(t${axis}, f${axis}, cubicCoefficient) * scale${axis};`,
          `
          const factor = ${ALONG_TANGENT.slope(
            dimensions,
            (axis) => `weight${axis}`,
            (axis) => `slope${axis}`,
          )};
          const pixel = (image0 + ${pixelIndex(dimensions, (axis) => `pixel${axis}`)}) * channels;
          if (!(factor === 0)) { sum = sum + factor * image[pixel + channel]; }`,
        )}
        ${
          readsFill
            ? `const outside = ${outside};
        if (!(outside === 0)) { sum = sum + outside * fillValue; }`
            : ''
        }
        result = sum;
      }`,
    functions: [...POINT_FUNCTIONS, ...axisFunctions(mode, paddingMode)],
  };
}
