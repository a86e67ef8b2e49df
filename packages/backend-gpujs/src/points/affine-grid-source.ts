import { axisNames } from '../axis/axis-name.js';
import type { KernelSource } from '../device/kernel-source.js';
import { baseNumbers, locateNumbers, locateSource, OUTPUT_INDEX } from './locate-source.js';
import { POINT_FUNCTIONS } from './point-functions.js';

/** theta → grid: each coordinate is a row of theta times the output's place between -1 and 1. */
export function affineGridSource(dimensions: number): KernelSource {
  const axes = axisNames(dimensions);
  const columns = dimensions + 1;
  const terms = axes.map(
    (axis, column) => `theta[row0 + ${column}] * base(${OUTPUT_INDEX[axis]}, out${axis}, outSpan${axis})`,
  );
  return {
    name: `affineGrid/${dimensions}`,
    arrays: ['theta'],
    numbers: [...locateNumbers(dimensions), ...baseNumbers(dimensions)],
    body: `
      const point = quotient(at, ${dimensions});
      ${locateSource(dimensions)}
      const row0 = (n * ${dimensions} + at - point * ${dimensions}) * ${columns};
      result = ${terms.join(' + ')} + theta[row0 + ${dimensions}];`,
    functions: POINT_FUNCTIONS,
  };
}
