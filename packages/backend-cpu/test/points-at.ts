import type { Call } from '../src/call.js';
import type { PointSource } from '../src/points/point-source.js';

/** Pixel coordinates along x, y and z: per column, row and slice of a box, or else per point of a crop. */
export type Coordinates = readonly [Float64Array, Float64Array, Float64Array];

/**
 * The points of one crop by their pixel coordinates, as many pixels long as `footprints` say along x, y and z, if the call is
 * antialiased. Their gradient is x, y and z of one point after the other, row by row, each with that of the footprints.
 */
export function pointsAt(
  coordinates: Coordinates,
  { crop, dimensions, antialias }: Call,
  box: boolean,
  footprints: readonly number[] = [],
): PointSource {
  const { width, height, depth } = crop;
  return {
    turnTo: (row) => {
      if (antialias) {
        const most = Math.max(width, height, depth);
        const [fx, fy, fz] = footprints.map((length) => new Float64Array(most).fill(length));
        row.footprints = { x: fx, y: fy, z: fz };
      }
      const [x, y, z] = coordinates.map((along) => along.slice());
      return box ? { x, y, z } : undefined;
    },
    read: ({ i, k, x, y, z }) => {
      for (let j = 0; j < width; j++) {
        const places = box ? [j, i, k] : new Array(3).fill((k * height + i) * width + j);
        [x[j], y[j], z[j]] = coordinates.map((along, axis) => along[places[axis]]);
      }
    },
    startGradient: () => {
      const all = new Float32Array(depth * height * width * dimensions * (antialias ? 2 : 1));
      return {
        add: ({ i, k }, gradient) => all.set(gradient, (k * height + i) * gradient.length),
        total: () => all,
      };
    },
  };
}
