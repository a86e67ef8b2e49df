import { axisNames } from '../../axis/axis-name.js';
import { pixelTerm } from '../../axis/filter-source.js';
import { PADDINGS } from '../../axis/padding.js';
import type { KernelSource } from '../../device/kernel-source.js';
import { LONG_SUM } from '../../device/long-sum.js';
import { locateSource } from '../../points/locate-source.js';
import { coordinatesSource } from '../../points/point-source.js';
import { type SampleVariant, variantName } from '../../variant.js';
import { filteredFunctions, filteredNumbers, filteredReachSource } from '../filtered-source.js';
import { pixelPlaceSource } from '../pixel-source.js';

/**
 * dy, theta → dimage of antialiased crops, where `dy` is that of `filteredDySource`. Images are cut into cells, cubes of `side`
 * pixels, and those outputs are listed that may read a cell: `listed[starts[c]]` up to `starts[c + 1]`. The lists
 * only propose; weights are those of the forward's own taps.
 */
export function cellImageGradientSource(variant: SampleVariant): KernelSource {
  const { points, dimensions, paddingMode } = variant;
  const axes = axisNames(dimensions);
  const { hasSeam } = PADDINGS[paddingMode];
  const cell = axes.reduceRight(
    (index, axis) => `(${index}) * cells${axis} + quotient(at${axis}, side)`,
    'imageOfPixel',
  );
  const weights = axes.map((axis) => {
    // The first place that is the pixel, on whatever lap.
    const place = hasSeam
      ? `at${axis} + size${axis} * Math.ceil((first${axis} - at${axis}) / size${axis})`
      : `at${axis}`;
    return `
          const place${axis} = ${place};
          if (place${axis} >= first${axis} && place${axis} <= last${axis}) {
            weight = weight * ${pixelTerm('pixelWeight', axis, `place${axis}`)};
          } else {
            weight = 0;
          }`;
  });
  return {
    name: variantName('cellImageGradient', variant),
    arrays: ['dy', points, 'starts', 'listed'],
    numbers: [
      'channels',
      'side',
      ...axes.map((axis) => `cells${axis}`),
      ...LONG_SUM.numbers,
      ...filteredNumbers(variant),
    ],
    body: `
      const pixel = quotient(at, channels);
      const channel = at - pixel * channels;
      ${pixelPlaceSource(dimensions)}
      const cell = ${cell};
      const end = starts[cell + 1];
      ${LONG_SUM.start}
      for (let entry = starts[cell]; entry < end; entry++) {
        const point = listed[entry];
        ${locateSource(dimensions)}
        ${coordinatesSource(points, dimensions)}
        if (valid > 0.5) {
          ${filteredReachSource(variant)}
          let weight = 1;
          ${weights.join('')}
          if (weight < 0 || weight > 0) { ${LONG_SUM.add('weight * dy[point * channels + channel]')} }
        }
      }
      result = sum;`,
    functions: filteredFunctions(variant),
  };
}
