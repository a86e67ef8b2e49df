import type { Mode } from '@cropgrad/core';

/** A filter by the distance to a tap, in steps of what an output pixel covers; it is 0 beyond its radius. */
export interface Filter {
  readonly radius: number;
  value(distance: number): number;
  /** At a corner the slope of the side that plain sampling takes at a whole pixel. */
  slope(distance: number): number;
}

/** The filter of a mode; nearest has none. */
export function filterOf(mode: Mode, cubicCoefficient: number = -0.5): Filter {
  if (mode === 'nearest') throw new TypeError('nearest is never antialiased');
  return mode === 'bilinear' ? TENT : keys(cubicCoefficient);
}

const TENT: Filter = {
  radius: 1,
  value: (distance) => Math.max(0, 1 - Math.abs(distance)),
  slope: (distance) => (distance > 0 && distance <= 1 ? -1 : distance > -1 && distance <= 0 ? 1 : 0),
};

/** Cubic convolution (Keys 1981). */
function keys(a: number): Filter {
  return {
    radius: 2,
    value(distance) {
      const s = Math.abs(distance);
      if (s >= 2) return 0;
      return s <= 1 ? ((a + 2) * s - (a + 3)) * s * s + 1 : ((a * s - 5 * a) * s + 8 * a) * s - 4 * a;
    },
    slope(distance) {
      const s = Math.abs(distance);
      if (s >= 2) return 0;
      const slope = s <= 1 ? (3 * (a + 2) * s - 2 * (a + 3)) * s : (3 * a * s - 10 * a) * s + 8 * a;
      return distance < 0 ? -slope : slope;
    },
  };
}
