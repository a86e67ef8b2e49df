import { axisFunctions } from '../axis/axis-functions.js';
import { SAMPLING_MODES } from '../axis/modes.js';
import { PADDINGS } from '../axis/paddings.js';
import { derivedTaps, pixelIndex, tapLoops, tapsSource } from '../axis/taps-source.js';
import type { KernelSource } from '../device/kernel-source.js';
import { coordinatesSource } from '../points/coordinates-source.js';
import { POINT_FUNCTIONS } from '../points/point-functions.js';
import { locateSource } from '../points/point-source.js';
import { pointTensor } from '../points/points.js';
import { alongTangentByAxis, INSIDE_FACTOR, TAP_FACTOR, tangentSource } from '../points/tangent-source.js';
import type { SampleVariant } from '../variant.js';
import { IMAGE_OF_CROP } from './image-of-crop.js';
import { outsideSource } from './outside-source.js';

/**
 * dy, image, points, tangent → the gradient of the derivative along the tangent by the points, in the shape of a grid: along x
 * Σ dy · (hx·x''·y + hy·x'·y') · image, and along the others likewise.
 */
export function jvpPointGradientSource(variant: SampleVariant): KernelSource {
  const { points, dimensions, mode, paddingMode } = variant;
  const { readsFill } = PADDINGS[paddingMode];
  const fillTerm = `
        float inside = ${alongTangentByAxis(dimensions, INSIDE_FACTOR)};
        if (inside < 0.0 || inside > 0.0) {
          for (int channel = 0; channel < channels; channel++) {
            result -= inside * fillValue * getDy(dy0 + channel * cropChannelStride);
          }
        }`;
  return {
    tensors: ['dy', 'image', pointTensor(points), 'tangent', 'imageIndex'],
    functions: POINT_FUNCTIONS + axisFunctions(variant),
    body: `
      int point = at / ${dimensions};
      int axis = at - point * ${dimensions};
      ${locateSource(dimensions)}
      ${coordinatesSource(variant)}
      if (valid) {
        ${tangentSource(dimensions)}
        ${tapsSource(dimensions)}
        ${readsFill ? outsideSource(variant, 2) : ''}
        ${IMAGE_OF_CROP}
        int dy0 = n * cropStride + (point - n * perCrop) * pointStride;
        ${tapLoops(
          dimensions,
          SAMPLING_MODES[mode].taps,
          (axis) => derivedTaps(axis, 2),
          `
          float factor = ${alongTangentByAxis(dimensions, TAP_FACTOR)};
          int pixel0 = image0 + ${pixelIndex(dimensions, (axis) => `pixel${axis}`)} * pixelStride;
          if (factor < 0.0 || factor > 0.0) {
            for (int channel = 0; channel < channels; channel++) {
              result += factor * getDy(dy0 + channel * cropChannelStride) * getImage(pixel0 + channel * channelStride);
            }
          }`,
        )}
        ${readsFill ? fillTerm : ''}
      }`,
  };
}
