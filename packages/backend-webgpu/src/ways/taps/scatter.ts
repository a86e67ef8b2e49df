import type { Kernel } from '../../device/kernel.js';
import { POINTS } from '../../points/points.js';
import { imageArrays, keyOf, type Variant } from '../../sampling.js';
import { EXACT_SUMS, TERM } from '../exact-sums.js';
import { pixelOf, productOf, tapFunctions, tapLoops, tapsOfPoint } from './read-taps.js';

/**
 * dy, points → exact sums of what each pixel of the image gets, by two runs: see `EXACT_SUMS`. A thread per number of dy, in
 * the order of memory.
 */
export function scatterKernel(variant: Variant): Kernel {
  const { points, dimensions } = variant;
  const term = `let weight = ${productOf(dimensions, (axis) => `${axis}.weight[t${axis}]`)};
      if (weight < 0.0 || weight > 0.0) {
        let pixel = ${pixelOf(dimensions, (axis) => `t${axis}`)};
        addTo(pixelIndex(element.crop, pixel, element.channel), termOf(weight, value));
      }`;
  return {
    key: keyOf('scatter', variant),
    arrays: ['dy', POINTS[points].array, ...imageArrays(variant)],
    isAtomic: true,
    functions: () => [...tapFunctions(variant), EXACT_SUMS, TERM],
    body: () => `
  let element = elementOf(index);
  let value = f32(dy[index]);
  let point = pointAt(element.crop, element.at);
  if (point.isRead && (bitcast<u32>(value) & 0x7fffffffu) != 0u) {
    ${tapsOfPoint(dimensions)}
    ${tapLoops(variant, term)}
  }`,
  };
}
