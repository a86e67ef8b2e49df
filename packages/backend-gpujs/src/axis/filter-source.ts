import { type AxisName, axisNames } from './axis-name.js';
import { filterOf } from './filters.js';
import { PADDINGS } from './padding.js';
import type { TapsVariant } from './taps-source.js';

/** A filter that is wider than so many times a repeated image weighs its pixels alike, to the last digit of float32. */
export const MOST_LAPS = 1024;

/**
 * Statements that say which places the filter reads, on every axis: those from `firstX` to `lastX` around the coordinate
 * `rX`, within `reachX`; the filter is `widthX` wide. Where the image repeats, places lie on other laps, too.
 */
export function reachSource({ dimensions, mode, paddingMode }: TapsVariant): string {
  const { radius } = filterOf(mode);
  const { hasSeam } = PADDINGS[paddingMode];
  return axisNames(dimensions)
    .map((axis) => {
      const width = `widen * footprint${axis}`;
      const [first, last] = [`Math.floor(r${axis} - reach${axis}) + 1`, `Math.floor(r${axis} + reach${axis})`];
      return `
      const r${axis} = filterPadded(${axis.toLowerCase()}, size${axis}, -offset, span${axis});
      const width${axis} = ${hasSeam ? `Math.min(${width}, ${MOST_LAPS} * size${axis})` : width};
      const reach${axis} = ${radius} * width${axis};
      const first${axis} = ${hasSeam ? first : `Math.max(${first}, 0)`};
      const last${axis} = ${hasSeam ? last : `Math.min(${last}, size${axis} - 1)`};`;
    })
    .join('');
}

/**
 * Statements that sum up the filter's weights along every axis, to `totalX`, over as many different pixels as there are,
 * `countX`. `reads` is 0 for an output that reads none of them.
 */
export function totalsSource({ dimensions, paddingMode }: TapsVariant): string {
  const { hasSeam } = PADDINGS[paddingMode];
  const sums = axisNames(dimensions).map((axis) => {
    const count = `last${axis} - first${axis} + 1`;
    return `
      const count${axis} = ${hasSeam ? `Math.min(${count}, size${axis})` : count};
      let total${axis} = 0;
      ${placeLoop(axis, `total${axis} = total${axis} + ${pixelTerm('pixelWeight', axis, `place${axis}`)};`)}
      if (!(total${axis} > 0)) { reads = 0; }`;
  });
  return `let reads = 1; ${sums.join('')}`;
}

/**
 * A loop over the places of the different pixels that the filter reads along an axis, each `placeX`. It starts at a variable: a
 * loop from 0 to a local number is one that gpu.js writes into WebGL 1 as it is, where only constants may end it.
 */
export function placeLoop(axis: AxisName, body: string): string {
  return `for (let place${axis} = first${axis}; place${axis} < first${axis} + count${axis}; place${axis}++) { ${body} }`;
}

/** What one of the functions of `filterFunctions` gives for the pixel at a place. */
export function pixelTerm(name: 'pixelWeight' | 'pixelSlope' | 'pixelGrowth', axis: AxisName, place: string): string {
  return `${name}(${place}, r${axis}, reach${axis}, width${axis}, cubicCoefficient, last${axis}, size${axis})`;
}

/** The pixel at a place. */
export function pixelAtPlace({ paddingMode }: TapsVariant, axis: AxisName, place: string): string {
  return PADDINGS[paddingMode].hasSeam ? `wrapped(${place}, size${axis})` : place;
}

/** The place with the most weight. */
export function nearestPlace(axis: AxisName): string {
  return `Math.min(Math.max(Math.floor(r${axis} + 0.5), first${axis}), last${axis})`;
}
