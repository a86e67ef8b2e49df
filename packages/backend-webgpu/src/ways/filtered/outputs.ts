import { type AxisName, axisNames } from '../../axis/axis-name.js';
import { filteredAxisSource } from '../../axis/filtered-axis.js';
import { pointFunctions } from '../../points/point-functions.js';
import type { Variant } from '../../sampling.js';

/** What all kernels of this way call: the functions that find points, what an output reads, and where things are in memory. */
export function filteredFunctions(variant: Variant, order: 0 | 1): string[] {
  return [...pointFunctions(variant), filteredAxisSource(variant, order)];
}

/**
 * Statements that find out what `point` reads on every axis, in variables of the axes' names, with the axes in `xAxis` and so
 * on; `isRead` is whether it reads any pixel.
 */
export function filteredAxes(dimensions: number): string {
  const axes = axisNames(dimensions);
  const found = axes.map(
    (axis) => `
    let ${axis}Axis = Axis(uniforms.size.${axis}, uniforms.low, uniforms.span.${axis});
    let ${axis} = filteredAxis(point.${axis}, ${axis}Axis, point.footprint.${axis});`,
  );
  return `${found.join('')}
    let isRead = ${axes.map((axis) => `${axis}.isRead`).join(' && ')};`;
}

/** A loop over the taps of an axis: in `body`, `kx` is the number of a tap along x, and `wx` what `read` gives of it. */
export function filteredLoop(axis: AxisName, read: 'weightOf' | 'tapOf', body: string): string {
  return `
    for (var k${axis} = ${axis}.first; k${axis} <= ${axis}.last; k${axis}++) {
      let w${axis} = ${read}(${axis}, ${axis}Axis, k${axis});
      ${body}
    }`;
}

/** The pixel of the taps of a loop over every axis, x first. */
export function pixelOfLoops(dimensions: number): string {
  const places = axisNames(dimensions).map((axis) => `pixelAt(${axis}Axis, k${axis})`);
  return `vec${dimensions}<i32>(${places.join(', ')})`;
}
