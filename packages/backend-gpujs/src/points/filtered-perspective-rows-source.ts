import { axisNames } from '../axis/axis-name.js';
import type { KernelSource } from '../device/kernel-source.js';
import { LONG_SUM } from '../device/long-sum.js';
import { FOOTPRINT_FUNCTIONS, footprintSource } from './footprint-source.js';
import { linesSource, readThetaSource } from './line-source.js';
import { baseNumbers, locateNumbers } from './locate-source.js';
import { PROJECT } from './perspective-source.js';
import { POINT_FUNCTIONS } from './point-functions.js';
import { axisNumbers, coordinateNumbers } from './point-source.js';

const AXES = axisNames(2);

/** Statements that give the gradients by the steps of a footprint, in normalised coordinates: dXY is that of x along v. */
const STEPS = AXES.flatMap((axis, a) =>
  AXES.map(
    (along) => `
          let d${axis}${along} = 0;
          if (step${axis} > 1) { d${axis}${along} = dgrid[number + ${2 + a}] * step${axis}${along} / step${axis} * ratio${axis}${along}; }`,
  ),
);

/**
 * The first half of dtheta of antialiased perspective crops, as `perspectiveRowsSource`. The footprint of an output is how far
 * the point (X/W, Y/W) goes along u and v: along u it is ((theta00, theta10) - (X/W, Y/W) theta20) / W. So its gradient goes to
 * these entries, to the point and to W.
 */
export const filteredPerspectiveRowsSource: KernelSource = {
  name: 'filteredPerspectiveRows',
  arrays: ['dgrid', 'perspective'],
  numbers: [
    ...locateNumbers(2),
    ...baseNumbers(2),
    ...axisNumbers(2),
    ...coordinateNumbers('theta', 2),
    ...LONG_SUM.numbers,
  ],
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
      ${linesSource(2)}
      const first = (n * outY + i) * outX;
      for (let j = 0; j < outX; j++) {
        ${PROJECT}
        const number = (first + j) * 4;
        if (inFront > 0.5 && Math.abs(dgrid[number]) + Math.abs(dgrid[number + 1]) + Math.abs(dgrid[number + 2]) + Math.abs(dgrid[number + 3]) > 0) {
          ${footprintSource('perspective', 2)}
          ${STEPS.join('')}
          const gradientX = dgrid[number] - (dXX * thetaWX + dXY * thetaWY) / depth;
          const gradientY = dgrid[number + 1] - (dYX * thetaWX + dYY * thetaWY) / depth;
          let share = gradientX;
          let alongU = dXX;
          let alongV = dXY;
          if (entryRow > 0.5) { share = gradientY; alongU = dYX; alongV = dYY; }
          if (entryRow > 1.5) {
            const steps = ${AXES.flatMap((axis) => AXES.map((along) => `d${axis}${along} * (theta${axis}${along} - projected${axis} * thetaW${along})`)).join(' + ')};
            share = -(gradientX * projectedX + gradientY * projectedY) - steps / depth;
            alongU = -(dXX * projectedX + dYX * projectedY);
            alongV = -(dXY * projectedX + dYY * projectedY);
          }
          let factor = share * u + alongU;
          if (column > 0.5) { factor = share * v + alongV; }
          if (column > 1.5) { factor = share; }
          ${LONG_SUM.add('factor / depth')}
        }
      }
    }
    result = sum;`,
  functions: [...POINT_FUNCTIONS, ...FOOTPRINT_FUNCTIONS],
};
