import { apart } from './perspective-axes.js';
import type { ThetaAxis } from './theta-axes.js';

/**
 * How many pixels of an image axis an output is long, given how far its neighbours along the output's axes are: at least 1,
 * so that what is magnified is read as without antialias. Of a box it is the distance of two outputs; where a crop is turned,
 * the length of a square's side.
 */
export function footprintOf(perX: number, perY: number, perZ: number): number {
  return Math.max(1, Math.hypot(perX, perY, perZ));
}

/** How far outputs [h,w] of an image [H,W] are apart, or those of volumes: per image axis in pixels along u, v(, w) where theta is 1. */
export function outputSteps(imageSize: readonly number[], size: readonly number[], alignCorners: boolean): number[][] {
  const along = [...size].reverse().map((outputs) => apart(outputs, alignCorners) / 2);
  return [...imageSize].reverse().map((length) => along.map((step) => step * (alignCorners ? length - 1 : length)));
}

/** Adds to the six or twelve sums of {@link addThetaGradient} what the footprints of a row, which the crop shares, have. */
export function addFootprintGradient(
  sums: Float64Array,
  gradient: Float64Array,
  axes: readonly ThetaAxis[],
  steps: readonly (readonly number[])[],
): void {
  const dimensions = axes.length;
  axes.forEach(({ perX, perY, perZ }, axis) => {
    const footprint = footprintOf(perX, perY, perZ);
    // An output of one pixel is that long whatever theta is.
    if (footprint === 1) return;
    let sum = 0;
    for (let at = gradient.length / 2 + axis; at < gradient.length; at += dimensions) sum += gradient[at];
    steps[axis].forEach((step, k) => {
      sums[axis * (dimensions + 1) + k] += (sum * [perX, perY, perZ][k] * step) / footprint;
    });
  });
}
