import { axisFunctions } from '../../axis/axis-functions.js';
import { SAMPLING_MODES } from '../../axis/mode.js';
import type { KernelSource } from '../../device/kernel-source.js';
import { LONG_SUM } from '../../device/long-sum.js';
import { ALONG_TANGENT } from '../../points/along-tangent.js';
import { locateSource } from '../../points/locate-source.js';
import { POINT_FUNCTIONS } from '../../points/point-functions.js';
import { coordinatesSource } from '../../points/point-source.js';
import { pointNumbers, type SampleVariant, variantName } from '../../variant.js';
import { pixelPlaceSource, pixelWeightSource } from '../pixel-source.js';

/**
 * dy, points → dimage, or of a derivative along a tangent, from lists of the points that may read each pixel: those of pixel p are `listed[starts[p]]` up to
 * `starts[p + 1]`. The lists only propose; weights are those of the forward's own taps. Where a mode has one tap the lists
 * are believed, as a point that a list puts beside the boundary of two pixels must not fall between the two.
 */
export function listedImageGradientSource(variant: SampleVariant, alongTangent: boolean): KernelSource {
  const { points, dimensions, mode, paddingMode } = variant;
  const { taps } = SAMPLING_MODES[mode];
  return {
    name: variantName(alongTangent ? 'listedJvpImageGradient' : 'listedImageGradient', variant),
    arrays: ['dy', points, ...(alongTangent ? ALONG_TANGENT.arrays : []), 'starts', 'listed'],
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
          taps === 1
            ? LONG_SUM.add('dy[point * channels + channel]')
            : `
        ${locateSource(dimensions)}
        ${coordinatesSource(points, dimensions)}
        if (valid > 0.5) {
          ${pixelWeightSource(variant, alongTangent)}
          if (weight < 0 || weight > 0) { ${LONG_SUM.add('weight * dy[point * channels + channel]')} }
        }`
        }
      }
      result = sum;`,
    functions: [...POINT_FUNCTIONS, ...axisFunctions(mode, paddingMode)],
  };
}
