import type { AffineSampleAttrs } from '@cropgrad/core/backend';
import type { Call } from '../call.js';
import type { Row } from '../row.js';
import { baseAxes } from './base-axes.js';
import { addFootprintGradient, footprintOf, outputSteps } from './footprint.js';
import { createLines, NO_LINES } from './lines.js';
import type { PointSource } from './point-source.js';
import { isAxisAligned, isFiniteTheta, type ThetaArray, type ThetaAxis, thetaAxes } from './theta-axes.js';
import { addThetaGradient } from './theta-gradient.js';

/**
 * The points of thetas [N,2,3] or [N,3,4], one per crop. A theta with an entry that is not finite has none. The lines of
 * an axis-aligned one agree with its points, bit for bit.
 */
export function affinePoints(
  theta: ThetaArray,
  { image, crop, dimensions, antialias }: Call,
  { size, alignCorners }: Pick<AffineSampleAttrs, 'size' | 'alignCorners'>,
): PointSource {
  const entries = dimensions * (dimensions + 1);
  const imageSize = dimensions === 2 ? [image.height, image.width] : [image.depth, image.height, image.width];
  const lines = createLines(crop.width, crop.height, crop.depth);
  const most = Math.max(crop.width, crop.height, crop.depth);
  const footprints = antialias ? createLines(most, most, most) : NO_LINES;
  let axes: readonly ThetaAxis[] = [];
  return {
    turnTo: (row, n) => {
      const of = thetaAxes(theta, n * entries, imageSize, size, alignCorners);
      row.errors = of.map(({ error }) => error);
      const finite = isFiniteTheta(theta, n * entries, dimensions);
      axes = finite ? of : [];
      const [x, y, z] = of;
      if (antialias) {
        footprints.x.fill(footprintOf(x.perX, x.perY, x.perZ));
        footprints.y.fill(footprintOf(y.perX, y.perY, y.perZ));
        if (z) footprints.z.fill(footprintOf(z.perX, z.perY, z.perZ));
        row.footprints = footprints;
      }
      if (!finite || !isAxisAligned(theta, n * entries, dimensions)) return undefined;
      coordinatesAlong(lines.x, x, x.perX, 0);
      coordinatesAlong(lines.y, y, y.perY, 0);
      if (z) coordinatesAlong(lines.z, z, z.perZ, 0);
      return lines;
    },
    read: (row) => {
      readAlong(row.x, axes[0], row);
      readAlong(row.y, axes[1], row);
      if (dimensions === 3) readAlong(row.z, axes[2], row);
    },
    startGradient: () => {
      const sums = new Float64Array(theta.length);
      const { u, v, w } = baseAxes(size, alignCorners);
      const steps = antialias ? outputSteps(imageSize, size, alignCorners) : [];
      return {
        add: ({ n, i, k }, gradient) => {
          const own = sums.subarray(n * entries, (n + 1) * entries);
          addThetaGradient(own, gradient, dimensions, u, v[i], w[k]);
          if (antialias) addFootprintGradient(own, gradient, axes, steps);
        },
        total: () => Float32Array.from(sums),
      };
    },
  };
}

/** The pixel coordinates along one image axis of an output row; NaN without an axis, so that nothing is sampled. */
function readAlong(x: Float64Array, axis: ThetaAxis | undefined, { i, k }: Row): void {
  if (!axis) x.fill(Number.NaN);
  else coordinatesAlong(x, axis, axis.perX, axis.perY * (i + axis.offset) + axis.perZ * (k + axis.offset));
}

/** The pixel coordinates along an output axis: `per` pixels from one to the next, and `start` more than from the first. */
function coordinatesAlong(x: Float64Array, { base, offset }: ThetaAxis, per: number, start: number): void {
  const from = start + base;
  for (let p = 0; p < x.length; p++) x[p] = per * (p + offset) + from;
}
