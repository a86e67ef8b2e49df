import { vectorType } from '../../axis/axis-name.js';
import type { Kernel } from '../../device/kernel.js';
import { POINTS } from '../../points/points.js';
import { imageArrays, keyOf, type Variant } from '../../sampling.js';
import { pixelOf, tapFunctions, tapsOfPoint } from './read-taps.js';

/**
 * image, points → crops of `nearest`, for an image of int32 or bool, both of which are int32 on the device: its numbers are
 * given back as they are, and never pass through a float.
 */
export function gatherLabelsKernel(variant: Variant): Kernel {
  const { points, dimensions } = variant;
  return {
    key: keyOf('gatherLabels', variant),
    arrays: ['image', POINTS[points].array, ...imageArrays(variant)],
    functions: () => tapFunctions(variant),
    body: () => `
  let element = elementOf(index);
  let point = pointAt(element.crop, element.at);
  var label = uniforms.fillLabel;
  if (point.isRead) {
    ${tapsOfPoint(dimensions)}
    let pixel = ${pixelOf(dimensions, () => 0)};
    if (all(pixel >= ${vectorType(dimensions, 'i32')}(0))) {
      label = image[pixelIndex(element.crop, pixel, element.channel)];
    }
  }
  setOutputAtIndexI32(index, label);`,
  };
}
