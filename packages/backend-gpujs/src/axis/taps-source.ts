import type { Mode, PaddingMode } from '@cropgrad/core';
import { type AxisName, axisNames } from './axis-name.js';
import { SAMPLING_MODES } from './mode.js';
import { PADDINGS } from './padding.js';

/** What the text of taps depends on. */
export interface TapsVariant {
  readonly dimensions: number;
  readonly mode: Mode;
  readonly paddingMode: PaddingMode;
}

/**
 * Statements that prepare the taps of the point (x, y(, z)) on every axis: for axis X the first tap `firstX` and the
 * fraction `fX`.
 */
export function tapsSource({ dimensions }: TapsVariant): string {
  return axisNames(dimensions)
    .map(
      (axis) => `
      const r${axis} = padded(${axis.toLowerCase()}, ${axisArguments(axis)});
      const first${axis} = firstTap(r${axis}, roundsUp);
      const f${axis} = r${axis} - Math.floor(r${axis});`,
    )
    .join('');
}

/** Statements that give axis X the factor `scaleX` of its slopes, from pixels to normalised coordinates. */
export function slopeScaleSource({ dimensions }: TapsVariant): string {
  return axisNames(dimensions)
    .map(
      (axis) => `
      const scale${axis} = paddedSlope(${axis.toLowerCase()}, ${axisArguments(axis)}) * span${axis} / 2;`,
    )
    .join('');
}

/** The pixel that the tap of this number reads along an axis; outside the image it reads none. */
export function tapPixelSource({ mode, paddingMode }: TapsVariant, axis: AxisName, tap: string): string {
  const place = `first${axis} + ${tap}`;
  if (SAMPLING_MODES[mode].padsTaps) return `paddedTap(${place}, ${axisArguments(axis)})`;
  return PADDINGS[paddingMode].hasSeam ? `(${place} < size${axis} ? ${place} : 0)` : place;
}

/**
 * Loops over the taps inside the image, all axes nested: in `body` pixelX is a tap's pixel, and tX its number. What an
 * axis declares for its loop is given by `declare`.
 */
export function tapLoops(variant: TapsVariant, declare: (axis: AxisName) => string, body: string): string {
  return axisNames(variant.dimensions).reduce(
    (inner, axis) => `
      for (let t${axis} = 0; t${axis} < ${SAMPLING_MODES[variant.mode].taps}; t${axis}++) {
        const pixel${axis} = ${tapPixelSource(variant, axis, `t${axis}`)};
        if (pixel${axis} >= 0 && pixel${axis} < size${axis}) {
          ${declare(axis)}
          ${inner}
        }
      }`,
    body,
  );
}

/** The index of a pixel in its image, by the variables of its places along the axes. */
export function pixelIndex(dimensions: number, place: (axis: AxisName) => string): string {
  const [, ...rest] = [...axisNames(dimensions)].reverse();
  const last = axisNames(dimensions)[dimensions - 1];
  return rest.reduce((index, axis) => `((${index}) * size${axis} + ${place(axis)})`, place(last));
}

/** What the functions of an axis take besides a coordinate. */
function axisArguments(axis: AxisName): string {
  return `size${axis}, -offset, span${axis}`;
}
