import type { Mode, PaddingMode } from '@cropgrad/core';
import type { KernelSource } from '../kernel-source.js';
import { axisFunctions, TAP_COUNT } from './axis-source.js';
import { outsideSource } from './outside-source.js';
import {
  axisNames,
  axisNumbers,
  coordinateNumbers,
  coordinatesSource,
  locateNumbers,
  locateSource,
  type Points,
} from './point-source.js';
import { pixelIndex, tapLoops, tapsSource } from './taps-source.js';
import { VALUE_FUNCTIONS, valueSource } from './value-source.js';

/** What the text of a sampling kernel depends on. */
export interface SampleVariant {
  readonly points: Points;
  readonly dimensions: number;
  readonly mode: Mode;
  readonly paddingMode: PaddingMode;
}

/** image, points → crops. */
export function sampleSource(variant: SampleVariant): KernelSource {
  const { points, dimensions, mode, paddingMode } = variant;
  return {
    name: variantName('sample', variant),
    arrays: ['image', points, 'imageIndex'],
    numbers: ['channels', 'fillValue', ...pointNumbers(variant)],
    body: `
      const point = quotient(at, channels);
      const channel = at - point * channels;
      ${locateSource(dimensions)}
      ${coordinatesSource(points, dimensions)}
      result = fillValue;
      if (valid > 0.5) {
        ${tapsSource(dimensions)}
        const image0 = imageIndex[n] * ${axisNames(dimensions)
          .map((axis) => `size${axis}`)
          .join(' * ')};
        ${valueSource(variant)}
      }`,
    functions: [...axisFunctions(mode, paddingMode), ...VALUE_FUNCTIONS],
  };
}

/** dy, image, points → the gradient by the points' normalised coordinates, in the shape of a grid. */
export function pointGradientSource(variant: SampleVariant): KernelSource {
  const { points, dimensions, mode, paddingMode } = variant;
  const axes = axisNames(dimensions);
  const isZeros = paddingMode === 'zeros';
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
    arrays: ['dy', 'image', points, 'imageIndex'],
    numbers: ['channels', 'fillValue', ...pointNumbers(variant)],
    body: `
      const point = quotient(at, ${dimensions});
      const axis = at - point * ${dimensions};
      ${locateSource(dimensions)}
      ${coordinatesSource(points, dimensions)}
      if (valid > 0.5) {
        ${tapsSource(dimensions)}
        ${isZeros ? outsideSource(variant) : ''}
        const image0 = imageIndex[n] * ${axes.map((axis) => `size${axis}`).join(' * ')};
        const dy0 = point * channels;
        let sum = 0;
        ${tapLoops(
          dimensions,
          TAP_COUNT[mode],
          (axis) => {
            const a = axes.indexOf(axis);
            const isThisAxis = `axis > ${a - 0.5} && axis < ${a + 0.5}`;
            return `let factor${axis} = tapWeight(t${axis}, f${axis});
              if (${isThisAxis}) { factor${axis} = tapSlope(t${axis}, f${axis}) * scale${axis}; }`;
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
        ${isZeros ? fillTerm : ''}
        result = sum;
      }`,
    functions: axisFunctions(mode, paddingMode),
  };
}

/** The numbers of a kernel that finds points and their taps. */
export function pointNumbers({ points, dimensions }: SampleVariant): string[] {
  return [...locateNumbers(dimensions), ...axisNumbers(dimensions), ...coordinateNumbers(points, dimensions)];
}

export function variantName(what: string, { points, dimensions, mode, paddingMode }: SampleVariant): string {
  return `${what}/${points}/${dimensions}/${mode}/${paddingMode}`;
}
