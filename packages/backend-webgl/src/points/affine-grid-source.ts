import { overAxes } from '../axis/axis-name.js';
import type { KernelSource } from '../device/kernel-source.js';
import { POINT_FUNCTIONS } from './point-functions.js';
import { locateSource, OUTPUT_INDEX } from './point-source.js';

/** theta → grid: each coordinate is a row of theta times the output's place between -1 and 1. */
export function affineGridSource(dimensions: number): KernelSource {
  const terms = overAxes(
    dimensions,
    (axis, column) => `getTheta(row0 + ${column}) * base(float(${OUTPUT_INDEX[axis]}), outSize${axis}, outSpan${axis})`,
    ' + ',
  );
  return {
    tensors: ['theta'],
    functions: POINT_FUNCTIONS,
    body: `
      int point = at / ${dimensions};
      ${locateSource(dimensions)}
      int row0 = (n * ${dimensions} + at - point * ${dimensions}) * ${dimensions + 1};
      result = ${terms} + getTheta(row0 + ${dimensions});`,
  };
}
