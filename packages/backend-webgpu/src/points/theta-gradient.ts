import { axisNames } from '../axis/axis-name.js';
import type { Kernel } from '../device/kernel.js';
import { baseSource, placeSource } from './place.js';

/** How many numbers a thread adds up: few, so that float32 loses little, and many threads have work. */
export const TERMS = 64;

/**
 * The first step of dgrid → dtheta: for each entry of each theta, `blocks` partial sums. An entry sums the gradients along
 * its row's axis times the outputs' places along its column's; the last column's place is 1. Neighbouring threads read
 * neighbouring outputs.
 */
export function thetaTermsKernel(dimensions: number): Kernel {
  const columns = dimensions + 1;
  const factor = axisNames(dimensions).reduce(
    (otherwise, axis, column) => `select(${otherwise}, base.${axis}, column == ${column})`,
    '1.0',
  );
  return {
    key: `thetaTerms/${dimensions}`,
    arrays: ['dgrid'],
    functions: () => [placeSource(dimensions), baseSource(dimensions)],
    body: () => `
  let entry = index / uniforms.blocks;
  let column = entry % ${columns};
  let axis = (entry / ${columns}) % ${dimensions};
  let crop = entry / ${columns * dimensions};
  var sum = 0.0;
  for (var at = index - entry * uniforms.blocks; at < uniforms.outputs; at += uniforms.blocks) {
    let base = baseOf(placeOf(at));
    sum += f32(dgrid[(crop * uniforms.outputs + at) * ${dimensions} + axis]) * ${factor};
  }
  setOutputAtIndex(index, sum);`,
  };
}

/** The next steps, until there is one sum per entry: partial sums of rows of `length` numbers. */
export const partialSumsKernel: Kernel = {
  key: 'partialSums',
  arrays: ['terms'],
  functions: () => [],
  body: () => `
  let row = index / uniforms.blocks;
  var sum = 0.0;
  for (var at = index - row * uniforms.blocks; at < uniforms.length; at += uniforms.blocks) {
    sum += f32(terms[row * uniforms.length + at]);
  }
  setOutputAtIndex(index, sum);`,
};
