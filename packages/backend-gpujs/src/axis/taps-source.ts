import { type AxisName, axisNames } from './axis-name.js';

/**
 * Statements that prepare the taps of the point (x, y(, z)) on every axis: for axis X the first tap `firstX`, the
 * fraction `fX` and the factor `scaleX` of slopes, from pixels to normalised coordinates.
 */
export function tapsSource(dimensions: number): string {
  return axisNames(dimensions)
    .map((axis) => {
      const x = axis.toLowerCase();
      return `
      const r${axis} = padded(${x}, ${axisArguments(axis)});
      const first${axis} = firstTap(r${axis});
      const f${axis} = r${axis} - Math.floor(r${axis});
      const scale${axis} = paddedSlope(${x}, ${axisArguments(axis)}) * span${axis} / 2;`;
    })
    .join('');
}

/**
 * Loops over the taps inside the image, all axes nested: in `body` pixelX is a tap's pixel, and tX its number. What an
 * axis declares for its loop is given by `declare`.
 */
export function tapLoops(dimensions: number, taps: number, declare: (axis: AxisName) => string, body: string): string {
  return axisNames(dimensions).reduce(
    (inner, axis) => `
      for (let t${axis} = 0; t${axis} < ${taps}; t${axis}++) {
        const pixel${axis} = ${tapPixelSource(axis, `t${axis}`)};
        if (pixel${axis} >= 0 && pixel${axis} < size${axis}) {
          ${declare(axis)}
          ${inner}
        }
      }`,
    body,
  );
}

/** The pixel that the tap of this number reads along an axis. */
export function tapPixelSource(axis: AxisName, tap: string): string {
  return `tapPixel(first${axis} + ${tap}, ${axisArguments(axis)})`;
}

/** The index of a pixel in its image, by the variables of its places along the axes. */
export function pixelIndex(dimensions: number, place: (axis: AxisName) => string): string {
  const [, ...rest] = [...axisNames(dimensions)].reverse();
  const last = axisNames(dimensions)[dimensions - 1];
  return rest.reduce((index, axis) => `((${index}) * size${axis} + ${place(axis)})`, place(last));
}

/** What the functions of an axis take besides a coordinate. */
export function axisArguments(axis: AxisName): string {
  return `size${axis}, -offset, span${axis}`;
}
