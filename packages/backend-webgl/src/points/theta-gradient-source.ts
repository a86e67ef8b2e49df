import { overAxes } from '../axis/axis-name.js';
import type { KernelSource } from '../device/kernel-source.js';
import { LONG_SUM } from '../device/long-sum.js';
import { POINT_FUNCTIONS } from './point-functions.js';
import { OUTPUT_INDEX } from './point-source.js';

/**
 * The first half of dgrid → dtheta: for each entry of each theta, the sums over parts of the crop, `partLength` outputs each.
 * An entry sums the gradients along its row's axis times the output's place along its column's; the last column's place is 1.
 */
export function thetaPartsSource(dimensions: number): KernelSource {
  const places = overAxes(
    dimensions,
    (axis, column) =>
      `if (column == ${column}) { factor = base(float(${OUTPUT_INDEX[axis]}), outSize${axis}, outSpan${axis}); }`,
  );
  return {
    tensors: ['dgrid'],
    functions: POINT_FUNCTIONS,
    body: `
      int entry = at / parts;
      int start = (at - entry * parts) * partLength;
      int axisEntry = entry / ${dimensions + 1};
      int column = entry - axisEntry * ${dimensions + 1};
      int n = axisEntry / ${dimensions};
      int axis = axisEntry - n * ${dimensions};
      int end = min(start + partLength, perCrop);
      ${LONG_SUM.start}
      for (int place = start; place < end; place++) {
        int row = place / outX;
        int j = place - row * outX;
        ${dimensions === 2 ? 'int i = row;' : 'int k = row / outY; int i = row - k * outY;'}
        float factor = 1.0;
        ${places}
        ${LONG_SUM.add(`getDgrid((n * perCrop + place) * ${dimensions} + axis) * factor`)}
      }
      result = sum;`,
  };
}

/** The second half: the sums over the parts. */
export const THETA_SUM_SOURCE: KernelSource = {
  tensors: ['partSums'],
  functions: '',
  body: `
    ${LONG_SUM.start}
    for (int part = 0; part < parts; part++) {
      ${LONG_SUM.add('getPartSums(at * parts + part)')}
    }
    result = sum;`,
};
