import { axisNames, overAxes } from '../axis/axis-name.js';
import type { KernelSource } from '../device/kernel-source.js';
import { LONG_SUM } from '../device/long-sum.js';
import { footprintFunctions } from './footprint-source.js';
import { POINT_FUNCTIONS } from './point-functions.js';
import { linesSource } from './point-source.js';
import { factorSource, locatePartSource } from './theta-part-source.js';

/**
 * The first half of dgrid, theta → dtheta of antialiased crops, whose points have gradients by their footprints, too, last in
 * `dgrid`. The outputs of a crop share their footprints, which grow with the entries of theta as lengths do.
 */
export function filteredThetaPartsSource(dimensions: number): KernelSource {
  const axes = axisNames(dimensions);
  const growths = axes.map((axis, a) => {
    const lines = axes.map((along) => `line${axis}${along}`);
    const ratios = axes.map((along) => `ratio${axis}${along}`);
    const Vector = `vec${dimensions}`;
    return `if (axis == ${a}) { growth = growthOf(${Vector}(${lines.join(', ')})) * ${Vector}(${ratios.join(', ')}); }`;
  });
  return {
    tensors: ['dgrid', 'theta'],
    functions: POINT_FUNCTIONS + footprintFunctions(dimensions),
    body: `
      ${locatePartSource(dimensions)}
      ${linesSource(dimensions)}
      vec${dimensions} growth = vec${dimensions}(0.0);
      ${growths.join('\n')}
      float stretch = 0.0;
      ${overAxes(dimensions, (_, a) => `if (column == ${a}) { stretch = growth[${a}]; }`)}
      ${LONG_SUM.start}
      for (int place = start; place < end; place++) {
        ${factorSource(dimensions)}
        int dgrid0 = (n * perCrop + place) * ${2 * dimensions} + axis;
        ${LONG_SUM.add('getDgrid(dgrid0) * factor')}
        if (stretch < 0.0 || stretch > 0.0) {
          ${LONG_SUM.add(`getDgrid(dgrid0 + ${dimensions}) * stretch`)}
        }
      }
      result = sum;`,
  };
}
