import type { Call } from '../src/call.js';
import type { PointSource } from '../src/points/point-source.js';

/** Pixel coordinates along x, y and z: per column, row and slice of a box, or else per point of a crop. */
export type Coordinates = readonly [Float64Array, Float64Array, Float64Array];

/** The points of one crop by their pixel coordinates; their gradient is x, y and z of one point after the other. */
export function pointsAt(coordinates: Coordinates, { crop, dimensions }: Call, box: boolean): PointSource {
  const { width, height, depth } = crop;
  return {
    turnTo: () => {
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
      const all = new Float32Array(depth * height * width * dimensions);
      return {
        add: ({ i, k }, gradient) => all.set(gradient, (k * height + i) * gradient.length),
        total: () => all,
      };
    },
  };
}
