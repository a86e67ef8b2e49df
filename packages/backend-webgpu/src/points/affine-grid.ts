import { axisNames, vectorType } from '../axis/axis-name.js';
import type { Kernel } from '../device/kernel.js';
import { baseSource, placeSource } from './place.js';

/** theta → grid: each coordinate is a row of theta times the output's place between -1 and 1. */
export function affineGridKernel(dimensions: number): Kernel {
  const entries = axisNames(dimensions).map((_, column) => `f32(theta[row + ${column}])`);
  return {
    key: `affineGrid/${dimensions}`,
    arrays: ['theta'],
    functions: () => [placeSource(dimensions), baseSource(dimensions)],
    body: () => `
  let point = index / ${dimensions};
  let crop = point / uniforms.outputs;
  let base = baseOf(placeOf(point - crop * uniforms.outputs));
  let row = (crop * ${dimensions} + index - point * ${dimensions}) * ${dimensions + 1};
  let x = dot(${vectorType(dimensions, 'f32')}(${entries.join(', ')}), base) + f32(theta[row + ${dimensions}]);
  setOutputAtIndex(index, x);`,
  };
}
