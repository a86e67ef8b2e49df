import type { ThetaAxis } from './theta-axes.js';

/**
 * How many pixels of an image axis an output is long, given how far its neighbours along the output's axes are: at least 1,
 * so that what is magnified is read as without antialias. Of a box it is the distance of two outputs; where a crop is turned,
 * the length of a square's side.
 */
export function footprintOf(perX: number, perY: number, perZ: number): number {
  return Math.max(1, Math.hypot(perX, perY, perZ));
}

/** Adds to the six or twelve sums of {@link addThetaGradient} what the footprints of a row, which the crop shares, have. */
export function addFootprintGradient(sums: Float64Array, gradient: Float64Array, axes: readonly ThetaAxis[]): void {
  const dimensions = axes.length;
  for (let axis = 0; axis < dimensions; axis++) {
    const { perX, perY, perZ, steps } = axes[axis];
    const length = Math.hypot(perX, perY, perZ);
    if (!(length > 1)) continue;
    let sum = 0;
    for (let at = gradient.length / 2 + axis; at < gradient.length; at += dimensions) sum += gradient[at];
    [perX, perY, perZ].forEach((per, k) => {
      if (k < dimensions) sums[axis * (dimensions + 1) + k] += (sum * per * steps[k]) / length;
    });
  }
}
