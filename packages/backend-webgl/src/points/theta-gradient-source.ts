import type { KernelSource } from '../device/kernel-source.js';
import { LONG_SUM } from '../device/long-sum.js';
import { POINT_FUNCTIONS } from './point-functions.js';
import { factorSource, locatePartSource } from './theta-part-source.js';

/**
 * The first half of dgrid → dtheta: for each entry of each theta, the sums over parts of the crop, `partLength` outputs each.
 * An entry sums the gradients along its row's axis times the output's place along its column's; the last column's place is 1.
 */
export function thetaPartsSource(dimensions: number): KernelSource {
  return {
    tensors: ['dgrid'],
    functions: POINT_FUNCTIONS,
    body: `
      ${locatePartSource(dimensions)}
      ${LONG_SUM.start}
      for (int place = start; place < end; place++) {
        ${factorSource(dimensions)}
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
