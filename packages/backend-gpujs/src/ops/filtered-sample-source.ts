import { axisNames } from '../axis/axis-name.js';
import { nearestPlace, pixelAtPlace, pixelTerm } from '../axis/filter-source.js';
import { PADDINGS } from '../axis/padding.js';
import { pixelIndex } from '../axis/taps-source.js';
import type { KernelSource } from '../device/kernel-source.js';
import { locateSource } from '../points/locate-source.js';
import { coordinatesSource } from '../points/point-source.js';
import { type SampleVariant, variantName } from '../variant.js';
import { filteredFunctions, filteredNumbers, filteredTapsSource } from '../ways/filtered-source.js';
import { IMAGE_OF_CROP } from './image-of-crop.js';
import { LARGE, VALUE_FUNCTIONS } from './value-source.js';

/** image, theta → antialiased crops. */
export function filteredSampleSource(variant: SampleVariant): KernelSource {
  const { points, dimensions, paddingMode } = variant;
  const axes = axisNames(dimensions);
  const inside = axes.map((axis) => `(1 - outside${axis})`).join(' * ');
  const fill = `
        const outside = 1 - ${inside};
        if (outside > 0) { result = pair(result, fillValue, outside); }`;
  return {
    name: variantName('filteredSample', variant),
    arrays: ['image', points, ...IMAGE_OF_CROP.arrays],
    numbers: ['channels', 'fillValue', ...IMAGE_OF_CROP.numbers, ...filteredNumbers(variant)],
    body: `
      const point = quotient(at, channels);
      const channel = at - point * channels;
      ${locateSource(dimensions)}
      ${coordinatesSource(points, dimensions)}
      result = fillValue;
      if (valid > 0.5) {
        ${filteredTapsSource(variant)}
        if (reads > 0.5) {
          ${IMAGE_OF_CROP.source(dimensions)}
          ${blendSource(variant)}
          result = blended${axes[dimensions - 1]};
          ${PADDINGS[paddingMode].readsFill ? fill : ''}
        }
      }`,
    functions: [...filteredFunctions(variant), ...VALUE_FUNCTIONS],
  };
}

/**
 * Statements that blend pixels along x, what they give along y, and so on. Along each axis it is what is nearest, visited
 * first, plus weighted differences from it, so that a constant comes back as it is, and nothing above the largest pixel.
 */
function blendSource(variant: SampleVariant): string {
  const { dimensions } = variant;
  const pixel = pixelIndex(dimensions, (axis) => `pixel${axis}`);
  return axisNames(dimensions).reduce(
    (value, axis, a) => `
      let centre${axis} = 0;
      let sum${axis} = 0;
      for (let visit${axis} = first${axis} - 1; visit${axis} < first${axis} + count${axis}; visit${axis}++) {
        let place${axis} = visit${axis};
        if (visit${axis} < first${axis}) { place${axis} = ${nearestPlace(axis)}; }
        const weight${axis} = ${pixelTerm('pixelWeight', axis, `place${axis}`)} / total${axis};
        const pixel${axis} = ${pixelAtPlace(variant, axis, `place${axis}`)};
        if (weight${axis} < 0 || weight${axis} > 0) {
          ${value}
          const value${axis} = ${a === 0 ? `image[(image0 + ${pixel}) * channels + channel]` : `blended${axisNames(dimensions)[a - 1]}`};
          if (visit${axis} < first${axis}) {
            if (Math.abs(value${axis}) <= ${LARGE}) { centre${axis} = value${axis}; }
          } else {
            sum${axis} = sum${axis} + weight${axis} * (value${axis} - centre${axis});
          }
        }
      }
      const blended${axis} = centre${axis} + sum${axis};`,
    '',
  );
}
