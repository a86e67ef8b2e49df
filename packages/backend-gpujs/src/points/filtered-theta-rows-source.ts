import { axisNames } from '../axis/axis-name.js';
import type { KernelSource } from '../device/kernel-source.js';
import { LONG_SUM } from '../device/long-sum.js';
import { FOOTPRINT_FUNCTIONS, footprintSource } from './footprint-source.js';
import { linesSource, readThetaSource } from './line-source.js';
import { baseNumbers, locateNumbers, OUTPUT_INDEX } from './locate-source.js';
import { POINT_FUNCTIONS } from './point-functions.js';
import { axisNumbers, coordinateNumbers } from './point-source.js';

/**
 * The first half of dtheta of antialiased crops, as `thetaRowsSource`: an entry gets the gradients by the coordinate times its
 * column's place, and those by the footprint, which is as long as a row of theta in pixels where that is above 1, times how
 * much the entry makes it longer.
 */
export function filteredThetaRowsSource(dimensions: number): KernelSource {
  const axes = axisNames(dimensions);
  const is = (name: string, value: number): string => `${name} > ${value - 0.5} && ${name} < ${value + 0.5}`;
  const turns = axes.flatMap((axis, a) =>
    axes.map(
      (along, b) => `
        if (${is('axis', a)} && ${is('column', b)} && step${axis} > 1) { turn = step${axis}${along} / step${axis} * ratio${axis}${along}; }`,
    ),
  );
  const places = axes.map((along, b) => {
    const place = `base(${OUTPUT_INDEX[along]}, out${along}, outSpan${along})`;
    return `if (${is('column', b)}) { factor = ${place}; }`;
  });
  return {
    name: `filteredThetaRows/${dimensions}`,
    arrays: ['dgrid', 'theta'],
    numbers: [
      ...locateNumbers(dimensions),
      ...baseNumbers(dimensions),
      ...axisNumbers(dimensions),
      ...coordinateNumbers('theta', dimensions),
      'rows',
      ...LONG_SUM.numbers,
    ],
    body: `
      const entry = quotient(at, rows);
      const row = at - entry * rows;
      const axisEntry = quotient(entry, ${dimensions + 1});
      const column = entry - axisEntry * ${dimensions + 1};
      const n = quotient(axisEntry, ${dimensions});
      const axis = axisEntry - n * ${dimensions};
      const k = quotient(row, outY);
      const i = row - k * outY;
      const first = (n * rows + row) * outX;
      ${readThetaSource('theta', dimensions)}
      ${LONG_SUM.start}
      if (finite(thetaTrace) > 0.5) {
        ${linesSource(dimensions)}
        ${footprintSource('theta', dimensions)}
        let turn = 0;
        ${turns.join('')}
        for (let j = 0; j < outX; j++) {
          let factor = 1;
          ${places.join('\n          ')}
          const number = (first + j) * ${2 * dimensions} + axis;
          ${LONG_SUM.add(`dgrid[number] * factor + dgrid[number + ${dimensions}] * turn`)}
        }
      }
      result = sum;`,
    functions: [...POINT_FUNCTIONS, ...FOOTPRINT_FUNCTIONS],
  };
}
