import type { AffineSampleAttrs } from '@cropgrad/core/backend';
import type { Call } from '../call.js';
import type { Row } from '../row.js';
import { affinePoints } from './affine-points.js';
import { baseAxes } from './base-axes.js';
import { footprintOf, outputSteps } from './footprint.js';
import { createLines, NO_LINES } from './lines.js';
import {
  isAffine,
  isFinitePerspective,
  type PerspectiveAxes,
  type PerspectiveLine,
  perspectiveAxes,
} from './perspective-axes.js';
import { addPerspectiveFootprints } from './perspective-footprints.js';
import { addPerspectiveGradient } from './perspective-gradient.js';
import type { PointSource } from './point-source.js';

/**
 * The points of perspective thetas [N,3,3], one per crop. One whose last row is (0, 0, 1) has those of the affine theta
 * above that row. A theta with an entry that is not finite has none, and neither has what is behind the camera.
 */
export function perspectivePoints(
  theta: Float32Array,
  call: Call,
  attrs: Pick<AffineSampleAttrs, 'size' | 'alignCorners'>,
): PointSource {
  const { size, alignCorners } = attrs;
  const imageSize = [call.image.height, call.image.width];
  const affine = affinePoints(upperRows(theta), call, attrs);
  const { antialias, crop } = call;
  const footprints = antialias ? createLines(crop.width, crop.width, 0) : NO_LINES;
  let axes: PerspectiveAxes | 'affine' | undefined;
  return {
    turnTo: (row, n) => {
      axes = undefined;
      if (!isFinitePerspective(theta, 9 * n)) return undefined;
      if (isAffine(theta, 9 * n)) {
        axes = 'affine';
        return affine.turnTo(row, n);
      }
      axes = perspectiveAxes(theta, 9 * n, imageSize, size, alignCorners);
      row.errors = axes.errors;
      row.footprints = footprints;
      return undefined;
    },
    read: (row) => {
      if (axes === 'affine') affine.read(row);
      else readPerspective(row, axes, antialias);
    },
    startGradient: () => {
      const sums = new Float64Array(theta.length);
      const { u, v } = baseAxes(size, alignCorners);
      const steps = antialias ? outputSteps(imageSize, size, alignCorners) : [];
      return {
        add: ({ n, i, footprints }, gradient) => {
          if (!isFinitePerspective(theta, 9 * n)) return;
          if (antialias) addPerspectiveFootprints(sums, gradient, theta, 9 * n, footprints, u, v[i], steps);
          addPerspectiveGradient(sums, gradient, theta, 9 * n, u, v[i]);
        },
        total: () => Float32Array.from(sums),
      };
    },
  };
}

/** The pixel coordinates of an output row; NaN without axes and behind the camera, so that nothing is sampled there. */
function readPerspective({ x, y, i, footprints }: Row, axes: PerspectiveAxes | undefined, antialias: boolean): void {
  if (!axes) {
    x.fill(Number.NaN);
    y.fill(Number.NaN);
    return;
  }
  const { offset, x: across, y: down, w: depth } = axes;
  const xFrom = across.perY * (i + offset) + across.base;
  const yFrom = down.perY * (i + offset) + down.base;
  const wFrom = depth.perY * (i + offset) + depth.base;
  for (let j = 0; j < x.length; j++) {
    const w = depth.perX * (j + offset) + wFrom;
    x[j] = w > 0 ? (across.perX * (j + offset) + xFrom) / w - offset : Number.NaN;
    y[j] = w > 0 ? (down.perX * (j + offset) + yFrom) / w - offset : Number.NaN;
  }
  for (let j = 0; antialias && j < x.length; j++) {
    const w = depth.perX * (j + offset) + wFrom;
    footprints.x[j] = footprintAt(x[j] + offset, w, across, depth);
    footprints.y[j] = footprintAt(y[j] + offset, w, down, depth);
  }
}

/** How long an output is along an axis whose coordinate there is x = X/W: (X' - x · W') / W from one output to the next. */
function footprintAt(x: number, w: number, across: PerspectiveLine, depth: PerspectiveLine): number {
  return footprintOf((across.perX - x * depth.perX) / w, (across.perY - x * depth.perY) / w, 0);
}

/** The first two rows of each theta, as [N,2,3]. */
function upperRows(theta: Float32Array): Float32Array {
  const rows = new Float32Array((theta.length / 9) * 6);
  for (let n = 0; n < theta.length / 9; n++) rows.set(theta.subarray(9 * n, 9 * n + 6), 6 * n);
  return rows;
}
