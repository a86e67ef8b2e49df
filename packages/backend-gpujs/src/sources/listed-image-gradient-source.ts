import type { KernelSource } from '../kernel-source.js';
import { axisFunctions, TAP_COUNT } from './axis-source.js';
import { LONG_SUM } from './long-sum.js';
import { type AxisName, axisNames, coordinatesSource, locateSource } from './point-source.js';
import { pointNumbers, type SampleVariant, variantName } from './sample-source.js';
import { axisArguments, tapsSource } from './taps-source.js';

/**
 * dy, points → dimage, from lists of the points that may read each pixel: those of pixel p are `listed[starts[p]]` up to
 * `starts[p + 1]`. The lists only propose; weights are those of the forward's own taps. Nearest believes them, as a point
 * that a list puts beside the boundary of two pixels must not fall between the two.
 */
export function listedImageGradientSource(variant: SampleVariant): KernelSource {
  const { points, dimensions, mode, paddingMode } = variant;
  return {
    name: variantName('listedImageGradient', variant),
    arrays: ['dy', points, 'starts', 'listed'],
    numbers: ['channels', ...LONG_SUM.numbers, ...pointNumbers(variant)],
    body: `
      const pixel = quotient(at, channels);
      const channel = at - pixel * channels;
      ${pixelPlaceSource(dimensions)}
      const end = starts[pixel + 1];
      ${LONG_SUM.start}
      for (let entry = starts[pixel]; entry < end; entry++) {
        const point = listed[entry];
        ${
          mode === 'nearest'
            ? LONG_SUM.add('dy[point * channels + channel]')
            : `
        ${locateSource(dimensions)}
        ${coordinatesSource(points, dimensions)}
        if (valid > 0.5) {
          ${pixelWeightSource(dimensions, TAP_COUNT[mode])}
          if (weight < 0 || weight > 0) { ${LONG_SUM.add('weight * dy[point * channels + channel]')} }
        }`
        }
      }
      result = sum;`,
    functions: axisFunctions(mode, paddingMode),
  };
}

/** Statements that take the index `pixel` apart, into its image and its place atX, atY(, atZ). */
export function pixelPlaceSource(dimensions: number): string {
  const axes = axisNames(dimensions);
  let rest = 'pixel';
  const statements = axes.map((axis) => {
    const from = rest;
    rest = axis === axes[dimensions - 1] ? 'imageOfPixel' : `beyond${axis}`;
    return `
      const ${rest} = quotient(${from}, size${axis});
      const at${axis} = ${from} - ${rest} * size${axis};`;
  });
  return statements.join('');
}

/** Statements that compute the `weight` that the point (x, y(, z)) gives to the pixel at (atX, atY(, atZ)). */
export function pixelWeightSource(dimensions: number, taps: number): string {
  const axes = axisNames(dimensions);
  const sums = axes.map(
    (axis) => `
      let sum${axis} = 0;
      for (let t = 0; t < ${taps}; t++) {
        const tap${axis} = ${tapAt(axis)};
        if (tap${axis} > at${axis} - 0.5 && tap${axis} < at${axis} + 0.5) {
          sum${axis} = sum${axis} + tapWeight(t, f${axis});
        }
      }`,
  );
  return `${tapsSource(dimensions)} ${sums.join('')} const weight = ${axes.map((axis) => `sum${axis}`).join(' * ')};`;
}

function tapAt(axis: AxisName): string {
  return `tapPixel(first${axis} + t, ${axisArguments(axis)})`;
}
