import type { Kernel } from '../../device/kernel.js';
import { POINTS } from '../../points/points.js';
import { imageArrays, keyOf, type Variant } from '../../sampling.js';
import { EXACT_SUMS, TERM } from '../exact-sums.js';
import { pixelOf, tapFunctions, tapLoops, tapsOfPoint } from '../taps/read-taps.js';
import { movingWeight, tangentSource } from './moving.js';

/** dy, points, tangent → the transpose of the derivative along the tangent, as exact sums: a thread per number of dy. */
export function scatterMovingKernel(variant: Variant): Kernel {
  const { points, dimensions } = variant;
  const term = `let weight = ${movingWeight(dimensions)};
      if (!isZero(weight)) {
        let pixel = ${pixelOf(dimensions, (axis) => `t${axis}`)};
        addTo(pixelIndex(element.crop, pixel, element.channel), termOf(weight, value));
      }`;
  return {
    key: keyOf('scatterMoving', variant),
    arrays: ['dy', POINTS[points].array, 'tangent', ...imageArrays(variant)],
    isAtomic: true,
    functions: () => [...tapFunctions(variant), tangentSource(dimensions), EXACT_SUMS, TERM],
    body: () => `
  let element = elementOf(index);
  let value = f32(dy[index]);
  let point = pointAt(element.crop, element.at);
  if (point.isRead && !isZero(value)) {
    let h = tangentAt(element.crop, element.at);
    ${tapsOfPoint(dimensions)}
    ${tapLoops(variant, term)}
  }`,
  };
}
