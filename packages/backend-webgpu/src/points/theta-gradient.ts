import { axisNames, vectorType } from '../axis/axis-name.js';
import { IS_FINITE, type Kernel } from '../device/kernel.js';
import { footprintSource } from './footprint.js';
import { baseSource, placeSource } from './place.js';

/** How many numbers a thread adds up: few, so that float32 loses little, and many threads have work. */
export const TERMS = 64;

/**
 * The first step of dgrid → dtheta: for each entry of each theta, `blocks` partial sums. An entry sums the gradients along
 * its row's axis times the outputs' places along its column's; the last column's place is 1. Neighbouring threads read
 * neighbouring outputs.
 */
export function thetaTermsKernel(dimensions: number): Kernel {
  return {
    key: `thetaTerms/${dimensions}`,
    arrays: ['dgrid'],
    functions: () => [placeSource(dimensions), baseSource(dimensions)],
    body: () => `
  ${entrySource(dimensions)}
  var sum = 0.0;
  for (var at = index - entry * uniforms.blocks; at < uniforms.outputs; at += uniforms.blocks) {
    let base = baseOf(placeOf(at));
    sum += f32(dgrid[(crop * uniforms.outputs + at) * ${dimensions} + axis]) * ${factorSource(dimensions)};
  }
  setOutputAtIndex(index, sum);`,
  };
}

/**
 * The same where each point has a gradient by its footprints, too, which come last in `dgrid`. They are those of the crop, and
 * grow with the entries of theta as lengths do.
 */
export function filteredThetaTermsKernel(dimensions: number): Kernel {
  const axes = axisNames(dimensions);
  const Vector = vectorType(dimensions, 'f32');
  const ratio = axes.reduce((otherwise, axis, a) => {
    const own = `uniforms.ratio${axis.toUpperCase()}`;
    return a === 0 ? own : `select(${otherwise}, ${own}, axis == ${a})`;
  }, '');
  return {
    key: `filteredThetaTerms/${dimensions}`,
    arrays: ['dgrid', 'theta'],
    functions: () => [IS_FINITE, placeSource(dimensions), baseSource(dimensions), footprintSource(dimensions)],
    body: () => `
  ${entrySource(dimensions)}
  let first = (crop * ${dimensions} + axis) * ${dimensions + 1};
  let ratio = ${ratio};
  let growth = growthOf(${Vector}(${axes.map((_, a) => `f32(theta[first + ${a}])`).join(', ')}) * ratio) * ratio;
  var sum = 0.0;
  var stretch = 0.0;
  for (var at = index - entry * uniforms.blocks; at < uniforms.outputs; at += uniforms.blocks) {
    let base = baseOf(placeOf(at));
    let begin = (crop * uniforms.outputs + at) * ${2 * dimensions} + axis;
    sum += f32(dgrid[begin]) * ${factorSource(dimensions)};
    stretch += f32(dgrid[begin + ${dimensions}]);
  }
  ${axes.map((axis, column) => `if (column == ${column}) {\n    sum += growth.${axis} * stretch;\n  }`).join('\n  ')}
  setOutputAtIndex(index, sum);`,
  };
}

/** Which entry of which theta a thread adds up. */
function entrySource(dimensions: number): string {
  const columns = dimensions + 1;
  return `let entry = index / uniforms.blocks;
  let column = entry % ${columns};
  let axis = (entry / ${columns}) % ${dimensions};
  let crop = entry / ${columns * dimensions};`;
}

/** What its coordinate's gradient is multiplied by. */
function factorSource(dimensions: number): string {
  return axisNames(dimensions).reduce(
    (otherwise, axis, column) => `select(${otherwise}, base.${axis}, column == ${column})`,
    '1.0',
  );
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
