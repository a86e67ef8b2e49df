import { axisFunctions } from '../axis/axis-functions.js';
import { axisNames } from '../axis/axis-name.js';
import { PADDINGS } from '../axis/padding.js';
import { pixelIndex, slopeScaleSource, tapLoops, tapsSource } from '../axis/taps-source.js';
import type { KernelSource } from '../device/kernel-source.js';
import { locateSource } from '../points/locate-source.js';
import { POINT_FUNCTIONS } from '../points/point-functions.js';
import { coordinatesSource } from '../points/point-source.js';
import { pointNumbers, type SampleVariant, variantName } from '../variant.js';
import { IMAGE_OF_CROP } from './image-of-crop.js';
import { outsideSource } from './outside-source.js';

/** dy, image, points → the gradient by the points' normalised coordinates, in the shape of a grid. */
export function pointGradientSource(variant: SampleVariant): KernelSource {
  const { points, dimensions, mode, paddingMode } = variant;
  const axes = axisNames(dimensions);
  const { readsFill } = PADDINGS[paddingMode];
  const factor = axes.map((axis) => `factor${axis}`).join(' * ');
  const outside = axes
    .map((axis, a) => `(axis > ${a - 0.5} && axis < ${a + 0.5} ? outsideSlope${axis} : 1 - outside${axis})`)
    .join(' * ');
  const fillTerm = `
        const outside = ${outside};
        if (outside < 0 || outside > 0) {
          for (let channel = 0; channel < channels; channel++) {
            sum = sum + outside * fillValue * dy[dy0 + channel];
          }
        }`;
  return {
    name: variantName('pointGradient', variant),
    arrays: ['dy', 'image', points, ...IMAGE_OF_CROP.arrays],
    numbers: ['channels', 'fillValue', ...IMAGE_OF_CROP.numbers, ...pointNumbers(variant)],
    body: `
      const point = quotient(at, ${dimensions});
      const axis = at - point * ${dimensions};
      ${locateSource(dimensions)}
      ${coordinatesSource(points, dimensions)}
      if (valid > 0.5) {
        ${tapsSource(variant)}
        ${slopeScaleSource(variant)}
        ${readsFill ? outsideSource(variant, 'slope') : ''}
        ${IMAGE_OF_CROP.source(dimensions)}
        const dy0 = point * channels;
        let sum = 0;
        ${tapLoops(
          variant,
          (axis) => {
            const a = axes.indexOf(axis);
            const isThisAxis = `axis > ${a - 0.5} && axis < ${a + 0.5}`;
            return `let factor${axis} = tapWeight(t${axis}, f${axis}, cubicCoefficient);
              if (${isThisAxis}) { factor${axis} = tapSlope(t${axis}, f${axis}, cubicCoefficient) * scale${axis}; }`;
          },
          `
          const factor = ${factor};
          const pixel = (image0 + ${pixelIndex(dimensions, (axis) => `pixel${axis}`)}) * channels;
          if (factor < 0 || factor > 0) {
            for (let channel = 0; channel < channels; channel++) {
              sum = sum + factor * dy[dy0 + channel] * image[pixel + channel];
            }
          }`,
        )}
        ${readsFill ? fillTerm : ''}
        result = sum;
      }`,
    functions: [...POINT_FUNCTIONS, ...axisFunctions(mode, paddingMode)],
  };
}
