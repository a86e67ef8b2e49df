import { SAMPLING_MODES } from '../../axis/modes.js';
import type { Kernel } from '../../device/kernel.js';
import { POINTS } from '../../points/points.js';
import { imageArrays, keyOf, type Variant } from '../../sampling.js';
import { tapFunctions, tapsOfPoint } from './read-taps.js';
import { valueFunctions, valueSource } from './value.js';

/** image, points → crops: a thread per number, in the order of memory. */
export function gatherKernel(variant: Variant): Kernel {
  const { points, dimensions, mode } = variant;
  return {
    key: keyOf('gather', variant),
    arrays: ['image', POINTS[points].array, ...imageArrays(variant)],
    functions: () => [...tapFunctions(variant), ...valueFunctions(variant)],
    body: () => `
  let element = elementOf(index);
  let point = pointAt(element.crop, element.at);
  var value = uniforms.fillValue;
  if (point.isRead) {
    ${tapsOfPoint(dimensions)}
    ${valueSource(SAMPLING_MODES[mode].value, variant)}
  }
  setOutputAtIndex(index, value);`,
  };
}
