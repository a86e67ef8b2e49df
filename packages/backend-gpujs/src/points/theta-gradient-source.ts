import type { KernelSource } from '../device/kernel-source.js';
import { LONG_SUM } from '../device/long-sum.js';
import { baseNumbers, locateNumbers } from './locate-source.js';
import { POINT_FUNCTIONS } from './point-functions.js';

/**
 * The first half of dgrid → dtheta: for each entry of each theta, the sum over each row of outputs. An entry sums the
 * gradients along its row's axis times the output's place along its column's; the last column's place is 1.
 */
export function thetaRowsSource(dimensions: number): KernelSource {
  return {
    name: `thetaRows/${dimensions}`,
    arrays: ['dgrid'],
    numbers: [...locateNumbers(dimensions), ...baseNumbers(dimensions), 'rows', ...LONG_SUM.numbers],
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
      ${LONG_SUM.start}
      for (let j = 0; j < outX; j++) {
        const gradient = dgrid[(first + j) * ${dimensions} + axis];
        const factor = column < 0.5 ? base(j, outX, outSpanX) : 1;
        ${LONG_SUM.add('gradient * factor')}
      }
      if (column > 0.5 && column < 1.5) { sum = sum * base(i, outY, outSpanY); }
      ${dimensions === 3 ? 'if (column > 1.5 && column < 2.5) { sum = sum * base(k, outZ, outSpanZ); }' : ''}
      result = sum;`,
    functions: POINT_FUNCTIONS,
  };
}

/** The second half: the sums over the rows. */
export const thetaSumSource: KernelSource = {
  name: 'thetaSum',
  arrays: ['rowSums'],
  numbers: ['rows', ...LONG_SUM.numbers],
  body: `
    ${LONG_SUM.start}
    for (let row = 0; row < rows; row++) {
      ${LONG_SUM.add('rowSums[at * rows + row]')}
    }
    result = sum;`,
  functions: [],
};
