import { axisFunctions } from '../axis/axis-functions.js';
import { type AxisName, axisNames } from '../axis/axis-name.js';
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
 * dy, image, grid, tangent → the gradient of the derivative along the tangent by the points, in the shape of a grid. Along
 * axis x the weights along x give way to their slopes, and these to their second derivatives.
 */
export function jvpPointGradientSource(variant: SampleVariant): KernelSource {
  const { points, dimensions, mode, paddingMode } = variant;
  const axes = axisNames(dimensions);
  const { readsFill } = PADDINGS[paddingMode];
  const ofThisAxis = (axis: AxisName): string => {
    const a = axes.indexOf(axis);
    return `axis > ${a - 0.5} && axis < ${a + 0.5}`;
  };
  const factor = (name: string): string =>
    ALONG_TANGENT.slope(
      dimensions,
      (axis) => `${name}${axis}`,
      (axis) => `${name}Slope${axis}`,
    );
  const fillTerm = `
        ${axes
          .map(
            (axis) => `
        let within${axis} = 1 - outside${axis};
        let withinSlope${axis} = -outsideSlope${axis};
        if (${ofThisAxis(axis)}) { within${axis} = withinSlope${axis}; withinSlope${axis} = -outsideCurvature${axis}; }`,
          )
          .join('')}
        const within = ${factor('within')};
        if (!(within === 0)) {
          for (let channel = 0; channel < channels; channel++) {
            sum = sum - within * fillValue * dy[dy0 + channel];
          }
        }`;
  return {
    name: variantName('jvpPointGradient', variant),
    arrays: ['dy', 'image', points, ...ALONG_TANGENT.arrays, ...IMAGE_OF_CROP.arrays],
    numbers: ['channels', 'fillValue', ...IMAGE_OF_CROP.numbers, ...pointNumbers(variant)],
    body: `
      const point = quotient(at, ${dimensions});
      const axis = at - point * ${dimensions};
      ${locateSource(dimensions)}
      ${coordinatesSource(points, dimensions)}
      if (valid > 0.5) {
        ${tapsSource(variant)}
        ${slopeScaleSource(variant)}
        ${ALONG_TANGENT.source(dimensions)}
        ${readsFill ? outsideSource(variant, 'curvature') : ''}
        ${IMAGE_OF_CROP.source(dimensions)}
        const dy0 = point * channels;
        let sum = 0;
        ${tapLoops(
          variant,
          (axis) => `
          let weight${axis} = tapWeight(t${axis}, f${axis}, cubicCoefficient);
          let weightSlope${axis} = tapSlope(t${axis}, f${axis}, cubicCoefficient) * scale${axis};
          if (${ofThisAxis(axis)}) {
            weight${axis} = weightSlope${axis};
            weightSlope${axis} = tapCurvature(t${axis}, f${axis}, cubicCoefficient) * scale${axis} * scale${axis};
          }`,
          `
          const factor = ${factor('weight')};
          const pixel = (image0 + ${pixelIndex(dimensions, (axis) => `pixel${axis}`)}) * channels;
          if (!(factor === 0)) {
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
