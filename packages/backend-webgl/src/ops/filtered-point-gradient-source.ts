import { overAxes } from '../axis/axis-name.js';
import { PADDINGS } from '../axis/paddings.js';
import { pixelIndex } from '../axis/taps-source.js';
import type { KernelSource } from '../device/kernel-source.js';
import { coordinatesSource } from '../points/coordinates-source.js';
import { locateSource } from '../points/point-source.js';
import { pointTensor } from '../points/points.js';
import type { SampleVariant } from '../variant.js';
import { filteredLoops, filteredSampleFunctions, filtersSource } from './filtered-source.js';
import { IMAGE_OF_CROP } from './image-of-crop.js';

/**
 * dy, image, theta → for each output the gradients of an antialiased crop by its normalised coordinates, x first, and then
 * those by its footprints.
 */
export function filteredPointGradientSource(variant: SampleVariant): KernelSource {
  const { points, dimensions, paddingMode } = variant;
  const insideFactor = overAxes(
    dimensions,
    (axis, a) =>
      `(axis != ${a} ? filter${axis}.inside : byFootprint ? filter${axis}.insideGrowth : filter${axis}.insideSlope * filter${axis}.scale)`,
    ' * ',
  );
  const fillTerm = `
          float inside = ${insideFactor};
          if (inside < 0.0 || inside > 0.0) {
            for (int channel = 0; channel < channels; channel++) {
              sum -= inside * fillValue * getDy(dy0 + channel * cropChannelStride);
            }
          }`;
  return {
    tensors: ['dy', 'image', pointTensor(points), 'imageIndex'],
    functions: filteredSampleFunctions(variant),
    body: `
      int point = at / ${2 * dimensions};
      int quantity = at - point * ${2 * dimensions};
      bool byFootprint = quantity >= ${dimensions};
      int axis = byFootprint ? quantity - ${dimensions} : quantity;
      ${locateSource(dimensions)}
      ${coordinatesSource(variant)}
      if (valid) {
        ${filtersSource(variant)}
        ${IMAGE_OF_CROP}
        int dy0 = n * cropStride + (point - n * perCrop) * pointStride;
        if (isRead) {
          float sum = 0.0;
          ${filteredLoops(
            dimensions,
            (axis) => `
            vec3 tap${axis} = tapOf(filter${axis}, size${axis}, k${axis});
            float factor${axis} = axis != ${'XYZ'.indexOf(axis)} ? tap${axis}.x : byFootprint ? tap${axis}.z : tap${axis}.y;`,
            `
            float factor = ${overAxes(dimensions, (axis) => `factor${axis}`, ' * ')};
            int pixel0 = image0 + ${pixelIndex(dimensions, (axis) => `pixel${axis}`)} * pixelStride;
            if (factor < 0.0 || factor > 0.0) {
              for (int channel = 0; channel < channels; channel++) {
                sum += factor * getDy(dy0 + channel * cropChannelStride) * getImage(pixel0 + channel * channelStride);
              }
            }`,
          )}
          ${PADDINGS[paddingMode].readsFill ? fillTerm : ''}
          result = sum;
        }
      }`,
  };
}
