import type { Mode, PaddingMode } from '@cropgrad/core';
import { type FunctionSource, functionSource } from '../device/kernel-source.js';
import { AXIS_FORMULAS } from './axis-formulas.js';
import { filterOf } from './filters.js';
import { PADDINGS } from './padding.js';

/** A tap at the place i of an output at r: see `filterSource`. */
const TAP = ['i', 'r', 'reach', 'width', 'a'];

/**
 * A function of a tap. What two of them have in common is no function that calls another one: gpu.js declares such a one
 * before what it calls, which no shader takes.
 */
function ofTap(name: string, value: string): FunctionSource {
  return {
    arity: TAP.length,
    source: `function ${name}(${TAP.join(', ')}) {
      const inside = insideReach(i, r, reach, width);
      return ${value};
    }`,
  };
}

/** The same, on every lap up to the place `last` over an image that repeats. */
const TAP_OF_PIXEL = [...TAP, 'last', 'size'];

/**
 * The functions that make filtered taps, for one mode and padding:
 *
 * - `filterPadded(x, size, low, span)`, the coordinate to take taps of, and `filterPaddedSlope`, its derivative by x;
 * - `pixelWeight`, `pixelSlope` and `pixelGrowth`, what the pixel at the place i weighs before the weights are made to sum to
 *   1, and the derivatives of that by the coordinate and by the footprint, the latter times the footprint.
 */
export function filterFunctions(mode: Mode, paddingMode: PaddingMode): FunctionSource[] {
  const { weight, slope, radius } = filterOf(mode);
  const { filtered, hasSeam } = PADDINGS[paddingMode];
  const ofPixel = (name: string, ofTap: string): FunctionSource => ({
    arity: TAP_OF_PIXEL.length,
    source: hasSeam
      ? `function ${name}(${TAP_OF_PIXEL.join(', ')}) {
        let sum = 0;
        for (let place = i; place <= last; place = place + size) {
          sum = sum + ${ofTap}(place, r, reach, width, a);
        }
        return sum;
      }`
      : `function ${name}(${TAP_OF_PIXEL.join(', ')}) { return ${ofTap}(${TAP.join(', ')}); }`,
  });
  return [
    ...AXIS_FORMULAS,
    functionSource('filterPadded', ['x', 'size', 'low', 'span'], filtered.padded),
    functionSource('filterPaddedSlope', ['x', 'size', 'low', 'span'], filtered.slope),
    // From the end of the reach, so that small weights are as exact as large ones.
    functionSource('insideReach', ['i', 'r', 'reach', 'width'], '(i > r ? r - (i - reach) : i + reach - r) / width'),
    ofTap('tapWeight', weight),
    ofTap('tapSlope', `(i > r ? 1 : -1) * (${slope}) / width`),
    ofTap('tapGrowth', `(${slope}) * (${radius} - inside)`),
    ofPixel('pixelWeight', 'tapWeight'),
    ofPixel('pixelSlope', 'tapSlope'),
    ofPixel('pixelGrowth', 'tapGrowth'),
  ];
}
