import { type AxisName, axisNames } from '../../axis/axis-name.js';
import { PADDINGS } from '../../axis/paddings.js';
import type { Kernel } from '../../device/kernel.js';
import { POINTS } from '../../points/points.js';
import { imageArrays, keyOf, type Variant } from '../../sampling.js';
import { pixelOf, productOf, tapFunctions, tapLoops, tapsOfPoint } from '../taps/read-taps.js';
import { movingWeight, tangentSource } from './moving.js';

/** image, points, tangent → the derivative of the crops along the tangent: a thread per number. */
export function gatherMovingKernel(variant: Variant): Kernel {
  const { points, dimensions, paddingMode } = variant;
  const term = `let weight = ${movingWeight(dimensions)};
      if (!isZero(weight)) {
        value += weight * f32(image[pixelIndex(element.crop, ${pixelOf(dimensions, (axis) => `t${axis}`)}, element.channel)]);
      }`;
  return {
    key: keyOf('gatherMoving', variant),
    arrays: ['image', POINTS[points].array, 'tangent', ...imageArrays(variant)],
    functions: () => [...tapFunctions(variant), tangentSource(dimensions)],
    body: () => `
  let element = elementOf(index);
  let point = pointAt(element.crop, element.at);
  var value = 0.0;
  if (point.isRead) {
    let h = tangentAt(element.crop, element.at);
    ${tapsOfPoint(dimensions)}
    ${tapLoops(variant, term)}
    ${PADDINGS[paddingMode].readsFill ? outsideTerm(dimensions) : ''}
  }
  setOutputAtIndex(index, value);`,
  };
}

/** What fillValue adds, as fast as its weight, 1 - (1 - x.outside)·(1 - y.outside), grows. */
function outsideTerm(dimensions: number): string {
  const growths = axisNames(dimensions).map((along) => {
    const factor = (axis: AxisName): string => (axis === along ? `${axis}.outsideSlope` : `(1.0 - ${axis}.outside)`);
    return `h.${along} * (${productOf(dimensions, factor)})`;
  });
  return `let outside = ${growths.join(' + ')};
    if (!isZero(outside)) {
      value += outside * uniforms.fillValue;
    }`;
}
