import { type AxisName, axisNames } from '../axis/axis-name.js';
import { nearestPlace, pixelAtPlace, pixelTerm, placeLoop } from '../axis/filter-source.js';
import { PADDINGS } from '../axis/padding.js';
import { pixelIndex } from '../axis/taps-source.js';
import type { KernelSource } from '../device/kernel-source.js';
import { locateSource } from '../points/locate-source.js';
import { coordinatesSource } from '../points/point-source.js';
import { type SampleVariant, variantName } from '../variant.js';
import { filteredFunctions, filteredNumbers, filteredTapsSource } from '../ways/filtered-source.js';
import { IMAGE_OF_CROP } from './image-of-crop.js';
import { LARGE } from './value-source.js';

/**
 * dy, image, theta → the gradients of antialiased crops by what thetas give: for each point the normalised coordinates, as a grid
 * has them, and then the footprint along each axis.
 */
export function filteredPointGradientSource(variant: SampleVariant): KernelSource {
  const { points, dimensions, paddingMode } = variant;
  const axes = axisNames(dimensions);
  const { readsFill } = PADDINGS[paddingMode];
  const ofThisAxis = (axis: AxisName): string => {
    const a = axes.indexOf(axis);
    return `axis > ${a - 0.5} && axis < ${a + 0.5}`;
  };
  const product = (name: string): string => axes.map((axis) => `${name}${axis}`).join(' * ');
  return {
    name: variantName('filteredPointGradient', variant),
    arrays: ['dy', 'image', points, ...IMAGE_OF_CROP.arrays],
    numbers: ['channels', 'fillValue', ...IMAGE_OF_CROP.numbers, ...filteredNumbers(variant)],
    body: `
      const point = quotient(at, ${2 * dimensions});
      const number = at - point * ${2 * dimensions};
      let axis = number;
      let byFootprint = 0;
      if (number > ${dimensions - 0.5}) { axis = number - ${dimensions}; byFootprint = 1; }
      ${locateSource(dimensions)}
      ${coordinatesSource(points, dimensions)}
      if (valid > 0.5) {
        ${filteredTapsSource(variant)}
        if (reads > 0.5) {
          ${IMAGE_OF_CROP.source(dimensions)}
          ${axes.map((axis) => changeSource(axis, ofThisAxis(axis))).join('')}
          const dy0 = point * channels;
          const inside = ${product('inside')};
          const insideChange = ${axes.map((axis) => `(${ofThisAxis(axis)} ? change${axis} : inside${axis})`).join(' * ')};
          const outsideChange = ${axes
            .map((axis) => `(${ofThisAxis(axis)} ? change${axis} * fills${axis} : 1 - outside${axis})`)
            .join(' * ')};
          ${axes.map((axis) => `const nearest${axis} = ${pixelAtPlace(variant, axis, nearestPlace(axis))};`).join(' ')}
          const nearest = (image0 + ${pixelIndex(dimensions, (axis) => `nearest${axis}`)}) * channels;
          let sum = 0;
          ${tapsOfAll(
            variant,
            (axis) => `
            const weight${axis} = ${pixelTerm('pixelWeight', axis, `place${axis}`)} / total${axis};
            let moved${axis} = weight${axis};
            if (${ofThisAxis(axis)}) {
              moved${axis} = (${termOf(axis)} - weight${axis} * totalChange${axis}) / total${axis};
            }`,
            `
            const factor = inside * ${product('moved')} + insideChange * ${product('weight')};
            const pixel = (image0 + ${pixelIndex(dimensions, (axis) => `pixel${axis}`)}) * channels;
            if (factor < 0 || factor > 0) {
              for (let channel = 0; channel < channels; channel++) {
                let centre = image[nearest + channel];
                if (!(Math.abs(centre) <= ${LARGE})) { centre = 0; }
                sum = sum + factor * dy[dy0 + channel] * (image[pixel + channel] - centre);
              }
            }`,
          )}
          ${
            readsFill
              ? `
          if (insideChange < 0 || insideChange > 0 || outsideChange < 0 || outsideChange > 0) {
            for (let channel = 0; channel < channels; channel++) {
              let centre = image[nearest + channel];
              if (!(Math.abs(centre) <= ${LARGE})) { centre = 0; }
              let difference = insideChange * centre;
              if (outsideChange < 0 || outsideChange > 0) { difference = difference - outsideChange * fillValue; }
              sum = sum + dy[dy0 + channel] * difference;
            }
          }`
              : ''
          }
          ${axes
            .map(
              (axis) => `
          if (byFootprint < 0.5 && ${ofThisAxis(axis)}) {
            sum = sum * filterPaddedSlope(${axis.toLowerCase()}, size${axis}, -offset, span${axis}) * span${axis} / 2;
          }`,
            )
            .join('')}
          result = sum;
        }
      }`,
    functions: filteredFunctions(variant),
  };
}

/** Statements that say what all weights of an axis change by together, and what is inside, if the gradient is by this axis. */
function changeSource(axis: AxisName, isThisAxis: string): string {
  return `
          let change${axis} = 0;
          let totalChange${axis} = 0;
          if (${isThisAxis}) {
            change${axis} = insideSlope${axis};
            if (byFootprint > 0.5) { change${axis} = insideGrowth${axis}; }
            ${placeLoop(axis, `totalChange${axis} = totalChange${axis} + ${termOf(axis)};`)}
          }`;
}

/** The derivative of what the pixel at a place weighs, by the coordinate or by the footprint. */
function termOf(axis: AxisName): string {
  const place = `place${axis}`;
  const [slope, growth] = [pixelTerm('pixelSlope', axis, place), pixelTerm('pixelGrowth', axis, place)];
  return `(byFootprint > 0.5 ? ${growth} / footprint${axis} : ${slope})`;
}

/** Loops over the pixels that an output reads, all axes nested. */
function tapsOfAll(variant: SampleVariant, declare: (axis: AxisName) => string, body: string): string {
  return axisNames(variant.dimensions).reduce((inner, axis) => {
    const pixel = `const pixel${axis} = ${pixelAtPlace(variant, axis, `place${axis}`)};`;
    return placeLoop(axis, `${pixel} ${declare(axis)} ${inner}`);
  }, body);
}
