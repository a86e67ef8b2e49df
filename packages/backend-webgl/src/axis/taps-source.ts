import { type AxisName, axisNames, overAxes } from './axis-name.js';

/**
 * Statements that prepare the taps of the point (x, y(, z)) on every axis: for axis X the first tap `firstX`, the
 * fraction `fX` and the factor `scaleX` of slopes, from pixels to normalised coordinates. What rounding has lost of the
 * coordinate is in the fraction.
 */
export function tapsSource(dimensions: number): string {
  return overAxes(dimensions, (axis) => {
    const x = axis.toLowerCase();
    return `
      float r${axis} = padded(${x}, ${axisArguments(axis)});
      float first${axis} = firstTap(r${axis});
      float slope${axis} = paddedSlope(${x}, ${axisArguments(axis)});
      float f${axis} = clamp(r${axis} - floor(r${axis}) + slope${axis} * lost${axis}, 0.0, 1.0);
      float scale${axis} = slope${axis} * half${axis};`;
  });
}

/**
 * Loops over the taps inside the image, all axes nested: in `body` pixelX is a tap's pixel, and tX its number. What an
 * axis declares for its loop is given by `declare`.
 */
export function tapLoops(dimensions: number, taps: number, declare: (axis: AxisName) => string, body: string): string {
  return axisNames(dimensions).reduce(
    (inner, axis) => `
      for (float t${axis} = 0.0; t${axis} < ${taps}.0; t${axis}++) {
        float pixel${axis} = ${tapPixelSource(axis, `t${axis}`)};
        if (pixel${axis} >= 0.0 && pixel${axis} < size${axis}) {
          ${declare(axis)}
          ${inner}
        }
      }`,
    body,
  );
}

/** Declares the weight of the tap tX, `weight0X`, and its derivatives by the normalised coordinate, `weight1X` and `weight2X`. */
export function derivedTaps(axis: AxisName, order: 1 | 2): string {
  const curvature = `float weight2${axis} = tapCurvature(t${axis}, f${axis}) * scale${axis} * scale${axis};`;
  return `
          float weight0${axis} = tapWeight(t${axis}, f${axis});
          float weight1${axis} = tapSlope(t${axis}, f${axis}) * scale${axis};
          ${order === 2 ? curvature : ''}`;
}

/** The pixel that the tap of this number reads along an axis, as a float: far from the image it has no int. */
export function tapPixelSource(axis: AxisName, tap: string): string {
  return `tapPixel(first${axis} + ${tap}, ${axisArguments(axis)})`;
}

/** The index of a pixel in its image, by its places along the axes, which are floats inside the image. */
export function pixelIndex(dimensions: number, place: (axis: AxisName) => string): string {
  const [outermost, ...rest] = [...axisNames(dimensions)].reverse();
  return rest.reduce((index, axis) => `(${index} * pixels${axis} + int(${place(axis)}))`, `int(${place(outermost)})`);
}

/** What the functions of an axis take besides a coordinate. */
export function axisArguments(axis: AxisName): string {
  return `size${axis}, -offset, span${axis}`;
}
