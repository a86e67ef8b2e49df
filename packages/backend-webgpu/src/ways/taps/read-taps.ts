import { type AxisName, axisNames, vectorType } from '../../axis/axis-name.js';
import { axisTapsSource } from '../../axis/axis-taps.js';
import { SAMPLING_MODES } from '../../axis/modes.js';
import { pointFunctions } from '../../points/point-functions.js';
import type { Variant } from '../../sampling.js';

/** What all kernels of this way call: the functions that find points, their taps, and where things are in memory. */
export function tapFunctions(variant: Variant, order: 1 | 2 = 1): string[] {
  return [...pointFunctions(variant), axisTapsSource(variant, order)];
}

/** Statements that prepare the taps of `point` on every axis, in variables of the axes' names. */
export function tapsOfPoint(dimensions: number): string {
  return axisNames(dimensions)
    .map((axis) => {
      const extent = `Axis(uniforms.size.${axis}, uniforms.low, uniforms.span.${axis})`;
      return `var ${axis} = axisTaps(point.${axis}, ${extent});`;
    })
    .join('\n    ');
}

/** Loops over the taps that read a pixel, all axes nested: in `body`, `tx` is the number of a tap along x. */
export function tapLoops({ dimensions, mode }: Variant, body: string): string {
  return axisNames(dimensions).reduce(
    (inner, axis) => `
    for (var t${axis} = 0; t${axis} < ${SAMPLING_MODES[mode].taps}; t${axis}++) {
      if (${axis}.pixel[t${axis}] < 0) {
        continue;
      }
      ${inner}
    }`,
    body,
  );
}

/** The pixel of taps, x first, of which `tap` says which along each axis. */
export function pixelOf(dimensions: number, tap: (axis: AxisName) => string | number): string {
  const places = axisNames(dimensions).map((axis) => `${axis}.pixel[${tap(axis)}]`);
  return `${vectorType(dimensions, 'i32')}(${places.join(', ')})`;
}

/** The product of a number of each axis. */
export function productOf(dimensions: number, factor: (axis: AxisName) => string): string {
  return axisNames(dimensions).map(factor).join(' * ');
}
