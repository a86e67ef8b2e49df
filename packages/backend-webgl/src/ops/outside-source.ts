import { type AxisName, axisNames, overAxes } from '../axis/axis-name.js';
import { SAMPLING_MODES } from '../axis/modes.js';
import { tapPixelSource } from '../axis/taps-source.js';
import type { Points } from '../points/points.js';
import type { SampleVariant } from '../variant.js';

/**
 * Statements that sum up the taps outside the image, per axis: `outsideX`, exactly 0 when there are none and 1 when there
 * is no other, and `outsideSlopeX`, and with order 2 `outsideCurvatureX`; `insideX` counts the taps inside. Where fillValue is not finite, taps outside whose
 * weights are no more than the coordinate may be off by are left out: a point that lies inside must not read the fill.
 *
 * Only for paddings that read fillValue: under the others no tap outside has a weight.
 */
export function outsideSource({ points, dimensions, mode }: SampleVariant, order: 1 | 2 = 1): string {
  const ofOrder2 = (text: string): string => (order === 2 ? text : '');
  return overAxes(
    dimensions,
    (axis) => `
      float outside${axis} = 0.0;
      float outsideSlope${axis} = 0.0;
      ${ofOrder2(`float outsideCurvature${axis} = 0.0;`)}
      float outsideSize${axis} = 0.0;
      float inside${axis} = 0.0;
      for (float t = 0.0; t < ${SAMPLING_MODES[mode].taps}.0; t++) {
        float pixel = ${tapPixelSource(axis, 't')};
        if (pixel >= 0.0 && pixel < size${axis}) {
          inside${axis} += 1.0;
        } else {
          float weight = tapWeight(t, f${axis});
          outside${axis} += weight;
          outsideSize${axis} += abs(weight);
          outsideSlope${axis} += tapSlope(t, f${axis}) * scale${axis};
          ${ofOrder2(`outsideCurvature${axis} += tapCurvature(t, f${axis}) * scale${axis} * scale${axis};`)}
        }
      }
      if (inside${axis} < 1.0) {
        outside${axis} = 1.0;
        outsideSlope${axis} = 0.0;
      } else if (!finite(fillValue) && outsideSize${axis} <= ${coordinateError(axis, points, dimensions)}) {
        outside${axis} = 0.0;
        outsideSlope${axis} = 0.0;
      }
      ${ofOrder2(`if (outside${axis} == 0.0 || outside${axis} == 1.0) { outsideCurvature${axis} = 0.0; }`)}`,
  );
}

/**
 * How far rounding may take a pixel coordinate, where u is what storing a number rounds away: 4u·(|x| + S), and under a theta
 * row (a, b, c) 8u·(|a| + |b| + |c| + 1)·S/2 more; in perspective with the entries of the last row, too, and all over |W|.
 */
export function coordinateError(axis: AxisName, points: Points, dimensions: number): string {
  const lengths = [`abs(${axis.toLowerCase()})`, `size${axis}`];
  const entries = [...axisNames(dimensions), ''].map((along) => `abs(theta${axis}${along})`).join(' + ');
  if (points === 'theta') lengths.push(`(${entries} + 1.0) * size${axis}`);
  if (points === 'perspective') {
    lengths.push(`((${entries} + abs(theta6) + abs(theta7) + abs(theta8)) / abs(w) + 1.0) * size${axis}`);
  }
  return `4.0 * unit * (${lengths.join(' + ')})`;
}
