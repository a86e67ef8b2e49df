import { TAP_COUNT } from './axis-source.js';
import { type AxisName, axisNames, type Points } from './point-source.js';
import type { SampleVariant } from './sample-source.js';
import { axisArguments } from './taps-source.js';

/** 4u, where u = 2^-24 is the largest part of a number that float32 rounds away. */
const FOUR_ROUNDINGS = 2 ** -22;

/**
 * Statements that sum up the taps outside the image, per axis: `outsideX`, exactly 0 when there are none and 1 when there
 * is no other, and `outsideSlopeX`; `insideX` counts the taps inside. Where fillValue is not finite, taps outside whose
 * weights are no more than the coordinate may be off by are left out: a point that lies inside must not read the fill.
 *
 * Only for the padding zeros: under the others no tap outside has a weight.
 */
export function outsideSource({ points, dimensions, mode }: SampleVariant): string {
  return axisNames(dimensions)
    .map(
      (axis) => `
      let outside${axis} = 0;
      let outsideSlope${axis} = 0;
      let outsideSize${axis} = 0;
      let inside${axis} = 0;
      for (let t = 0; t < ${TAP_COUNT[mode]}; t++) {
        const pixel = tapPixel(first${axis} + t, ${axisArguments(axis)});
        if (pixel >= 0 && pixel < size${axis}) {
          inside${axis} = inside${axis} + 1;
        } else {
          const weight = tapWeight(t, f${axis});
          outside${axis} = outside${axis} + weight;
          outsideSize${axis} = outsideSize${axis} + Math.abs(weight);
          outsideSlope${axis} = outsideSlope${axis} + tapSlope(t, f${axis}) * scale${axis};
        }
      }
      if (inside${axis} < 1) {
        outside${axis} = 1;
        outsideSlope${axis} = 0;
      } else if (finite(fillValue) < 0.5 && outsideSize${axis} <= ${coordinateError(axis, points, dimensions)}) {
        outside${axis} = 0;
        outsideSlope${axis} = 0;
      }`,
    )
    .join('');
}

/** How far rounding may take a pixel coordinate: 4u·(|x| + S), and under a theta row (a, b, c) 8u·(|a| + |b| + |c| + 1)·S/2 more. */
function coordinateError(axis: AxisName, points: Points, dimensions: number): string {
  const lengths = [`Math.abs(${axis.toLowerCase()})`, `size${axis}`];
  if (points === 'theta') {
    const entries = [...axisNames(dimensions), ''].map((along) => `Math.abs(theta${axis}${along})`);
    lengths.push(`(${entries.join(' + ')} + 1) * size${axis}`);
  }
  return `${FOUR_ROUNDINGS} * (${lengths.join(' + ')})`;
}
