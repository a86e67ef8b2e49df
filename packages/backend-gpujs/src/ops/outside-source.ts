import { axisNames } from '../axis/axis-name.js';
import { SAMPLING_MODES } from '../axis/mode.js';
import { tapPixelSource } from '../axis/taps-source.js';
import { coordinateError } from '../points/coordinate-error.js';
import type { SampleVariant } from '../variant.js';

/**
 * Statements that sum up the taps outside the image, per axis: `outsideX`, exactly 0 when there are none and 1 when there
 * is no other, and with derivatives
 * `outsideSlopeX` and `outsideCurvatureX`; `insideX` counts the taps inside. Where fillValue is not finite, taps outside whose
 * weights are no more than the coordinate may be off by are left out: a point that lies inside must not read the fill.
 *
 * Only for paddings that read fillValue: under the others no tap outside has a weight.
 */
export function outsideSource(variant: SampleVariant, derivatives: 'none' | 'slope' | 'curvature'): string {
  const { points, dimensions, mode } = variant;
  const ifSlopes = (text: string): string => (derivatives === 'none' ? '' : text);
  const ifCurved = (text: string): string => (derivatives === 'curvature' ? text : '');
  return axisNames(dimensions)
    .map(
      (axis) => `
      let outside${axis} = 0;
      ${ifSlopes(`let outsideSlope${axis} = 0;`)}
      ${ifCurved(`let outsideCurvature${axis} = 0;`)}
      let outsideSize${axis} = 0;
      let inside${axis} = 0;
      for (let t = 0; t < ${SAMPLING_MODES[mode].taps}; t++) {
        const pixel = ${tapPixelSource(variant, axis, 't')};
        if (pixel >= 0 && pixel < size${axis}) {
          inside${axis} = inside${axis} + 1;
        } else {
          const weight = tapWeight(t, f${axis}, cubicCoefficient);
          outside${axis} = outside${axis} + weight;
          outsideSize${axis} = outsideSize${axis} + Math.abs(weight);
          ${ifSlopes(`outsideSlope${axis} = outsideSlope${axis} + tapSlope(t, f${axis}, cubicCoefficient) * scale${axis};`)}
          ${ifCurved(`outsideCurvature${axis} = outsideCurvature${axis} + tapCurvature(t, f${axis}, cubicCoefficient) * scale${axis} * scale${axis};`)}
        }
      }
      if (inside${axis} < 1) {
        outside${axis} = 1;
        ${ifSlopes(`outsideSlope${axis} = 0;`)}
        ${ifCurved(`outsideCurvature${axis} = 0;`)}
      } else if (finite(fillValue) < 0.5 && outsideSize${axis} <= ${coordinateError(axis, points, dimensions)}) {
        outside${axis} = 0;
        ${ifSlopes(`outsideSlope${axis} = 0;`)}
        ${ifCurved(`outsideCurvature${axis} = 0;`)}
      }`,
    )
    .join('');
}
