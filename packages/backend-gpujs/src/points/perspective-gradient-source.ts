import type { KernelSource } from '../device/kernel-source.js';
import { LONG_SUM } from '../device/long-sum.js';
import { readThetaSource } from './line-source.js';
import { baseNumbers, locateNumbers } from './locate-source.js';
import { PROJECT } from './perspective-source.js';
import { POINT_FUNCTIONS } from './point-functions.js';

/**
 * The first half of dgrid, theta → dtheta for perspective thetas: for each of the nine entries of each theta, the sum over
 * each row of outputs. With (gx, gy) the gradient by a point (X/W, Y/W), that is of (gx, gy, -(gx·X/W + gy·Y/W)) / W, by the
 * row of the entry, times (u, v, 1), by its column.
 */
export const perspectiveRowsSource: KernelSource = {
  name: 'perspectiveRows',
  arrays: ['dgrid', 'perspective'],
  numbers: [...locateNumbers(2), ...baseNumbers(2), ...LONG_SUM.numbers],
  body: `
    const entryOfAll = quotient(at, outY);
    const i = at - entryOfAll * outY;
    const n = quotient(entryOfAll, 9);
    const entry = entryOfAll - n * 9;
    const entryRow = quotient(entry, 3);
    const column = entry - entryRow * 3;
    ${readThetaSource('perspective', 2)}
    ${LONG_SUM.start}
    if (finite(thetaTrace) > 0.5) {
      const first = (n * outY + i) * outX;
      for (let j = 0; j < outX; j++) {
        ${PROJECT}
        const gradientX = dgrid[(first + j) * 2];
        const gradientY = dgrid[(first + j) * 2 + 1];
        if (inFront > 0.5) {
          let share = gradientX;
          if (entryRow > 0.5) { share = gradientY; }
          if (entryRow > 1.5) { share = -(along(gradientX, projectedX) + along(gradientY, projectedY)); }
          let factor = u;
          if (column > 0.5) { factor = v; }
          if (column > 1.5) { factor = 1; }
          ${LONG_SUM.add('share / depth * factor')}
        }
      }
    }
    result = sum;`,
  functions: [
    ...POINT_FUNCTIONS,
    // Far away the product of a gradient that is 0 with a coordinate that is not finite is none.
    {
      arity: 2,
      source: `function along(gradient, coordinate) {
      if (gradient === 0) { return 0; }
      return gradient * coordinate;
    }`,
    },
  ],
};
