import type { KernelSource } from '../device/kernel-source.js';
import { readThetaSource } from './line-source.js';
import { baseNumbers, locateNumbers, locateSource } from './locate-source.js';
import { PROJECT } from './perspective-source.js';
import { POINT_FUNCTIONS } from './point-functions.js';

/** theta [N,3,3] → grid; the number `nothing`, which is NaN, behind the camera, and for a theta that is not finite. */
export const perspectiveGridSource: KernelSource = {
  name: 'perspectiveGrid',
  arrays: ['perspective'],
  numbers: ['nothing', ...locateNumbers(2), ...baseNumbers(2)],
  body: `
    const point = quotient(at, 2);
    ${locateSource(2)}
    ${readThetaSource('perspective', 2)}
    ${PROJECT}
    result = nothing;
    if (inFront > 0.5 && finite(thetaTrace) > 0.5) {
      result = projectedX;
      if (at > point * 2 + 0.5) { result = projectedY; }
    }`,
  functions: POINT_FUNCTIONS,
};
