import { vectorType } from '../axis/axis-name.js';

/** The function `placeOf(at)`, in WGSL: where the output `at` of a crop is, x first. */
export function placeSource(dimensions: number): string {
  const Place = vectorType(dimensions, 'i32');
  return `
fn placeOf(at : i32) -> ${Place} {
  let size = uniforms.outputSize;
  let row = at / size.x;
  let x = at - row * size.x;
  ${dimensions === 2 ? `return ${Place}(x, row);` : `return ${Place}(x, row % size.y, row / size.y);`}
}`;
}

/** The function `baseOf(place)`, in WGSL: where an output is between -1 and 1. */
export function baseSource(dimensions: number): string {
  const [Place, Vector] = [vectorType(dimensions, 'i32'), vectorType(dimensions, 'f32')];
  return `
fn baseOf(place : ${Place}) -> ${Vector} {
  return ${Vector}(2 * place + 1 - uniforms.outputSize) / uniforms.outputSpan;
}`;
}
