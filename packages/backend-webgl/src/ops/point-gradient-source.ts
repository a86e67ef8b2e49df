import { axisFunctions } from '../axis/axis-functions.js';
import { overAxes } from '../axis/axis-name.js';
import { SAMPLING_MODES } from '../axis/modes.js';
import { PADDINGS } from '../axis/paddings.js';
import { pixelIndex, tapLoops, tapsSource } from '../axis/taps-source.js';
import type { KernelSource } from '../device/kernel-source.js';
import { coordinatesSource } from '../points/coordinates-source.js';
import { POINT_FUNCTIONS } from '../points/point-functions.js';
import { locateSource } from '../points/point-source.js';
import { pointTensor } from '../points/points.js';
import type { SampleVariant } from '../variant.js';
import { IMAGE_OF_CROP } from './image-of-crop.js';
import { outsideSource } from './outside-source.js';

/** dy, image, points → the gradient by the points' normalised coordinates, in the shape of a grid. */
export function pointGradientSource(variant: SampleVariant): KernelSource {
  const { points, dimensions, mode, paddingMode } = variant;
  const { readsFill } = PADDINGS[paddingMode];
  const outside = overAxes(
    dimensions,
    (axis, a) => `(axis == ${a} ? outsideSlope${axis} : 1.0 - outside${axis})`,
    ' * ',
  );
  const fillTerm = `
        float outside = ${outside};
        if (outside < 0.0 || outside > 0.0) {
          for (int channel = 0; channel < channels; channel++) {
            sum += outside * fillValue * getDy(dy0 + channel * cropChannelStride);
          }
        }`;
  return {
    tensors: ['dy', 'image', pointTensor(points), 'imageIndex'],
    functions: POINT_FUNCTIONS + axisFunctions(variant),
    body: `
      int point = at / ${dimensions};
      int axis = at - point * ${dimensions};
      ${locateSource(dimensions)}
      ${coordinatesSource(variant)}
      if (valid) {
        ${tapsSource(dimensions)}
        ${readsFill ? outsideSource(variant) : ''}
        ${IMAGE_OF_CROP}
        int dy0 = n * cropStride + (point - n * perCrop) * pointStride;
        float sum = 0.0;
        ${tapLoops(
          dimensions,
          SAMPLING_MODES[mode].taps,
          (axis) => `float factor${axis} = tapWeight(t${axis}, f${axis});
              if (axis == ${'XYZ'.indexOf(axis)}) { factor${axis} = tapSlope(t${axis}, f${axis}) * scale${axis}; }`,
          `
          float factor = ${overAxes(dimensions, (axis) => `factor${axis}`, ' * ')};
          int pixel0 = image0 + ${pixelIndex(dimensions, (axis) => `pixel${axis}`)} * pixelStride;
          if (factor < 0.0 || factor > 0.0) {
            for (int channel = 0; channel < channels; channel++) {
              sum += factor * getDy(dy0 + channel * cropChannelStride) * getImage(pixel0 + channel * channelStride);
            }
          }`,
        )}
        ${readsFill ? fillTerm : ''}
        result = sum;
      }`,
  };
}
