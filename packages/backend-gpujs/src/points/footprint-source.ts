import { axisNames } from '../axis/axis-name.js';
import type { FunctionSource } from '../device/kernel-source.js';
import type { ThetaPoints } from './point-source.js';

/** More pixels than this are as many as there may be: products of footprints must stay finite. */
export const LARGEST_FOOTPRINT = 1e15;

/** The functions that {@link footprintSource} calls. */
export const FOOTPRINT_FUNCTIONS: readonly FunctionSource[] = [
  {
    // No square may be beyond what float32 holds, or below.
    arity: 3,
    source: `function lengthOf(a, b, c) {
      const largest = Math.max(Math.max(Math.abs(a), Math.abs(b)), Math.abs(c));
      if (largest <= 0) { return 0; }
      const p = a / largest;
      const q = b / largest;
      const s = c / largest;
      return largest * Math.sqrt(p * p + q * q + s * s);
    }`,
  },
];

/**
 * Statements that say how many pixels an output of the theta that was read is long, per axis: `stepXY` is how far x goes from
 * one output to the next along y, `stepX` the length of all of these, and `footprintX` is that, and at least 1. In perspective
 * they are those of the output (i, j), which was projected.
 */
export function footprintSource(points: ThetaPoints, dimensions: number): string {
  const axes = axisNames(dimensions);
  return axes
    .map((axis) => {
      const steps = axes.map((along) =>
        points === 'theta'
          ? `const step${axis}${along} = line${axis}${along};`
          : `let step${axis}${along} = (theta${axis}${along} - projected${axis} * thetaW${along}) / depth * ratio${axis}${along};
        if (thetaWX === 0 && thetaWY === 0 && thetaW === 1) { step${axis}${along} = line${axis}${along}; }`,
      );
      const lengths = [...axes.map((along) => `step${axis}${along}`), '0'].slice(0, 3).join(', ');
      return `
      ${steps.join('\n')}
      const step${axis} = Math.min(lengthOf(${lengths}), ${LARGEST_FOOTPRINT});
      const footprint${axis} = Math.max(1, step${axis});`;
    })
    .join('');
}
