import { axisNames } from '../axis/axis-name.js';
import { extentsOf, type SampleProblem } from '../problem.js';
import { readLines } from './host-lines.js';
import { readPerspective } from './host-perspective.js';
import type { Points } from './point-source.js';
import type { Coordinates, ReadPoint } from './read-point.js';

const { fround } = Math;

/**
 * Visits every point in order, with its pixel coordinates before padding; one of them is not finite where it samples nothing.
 * They are computed as the kernels compute them, float32 step by float32 step: see `coordinatesSource`.
 */
export function forEachPoint(
  points: Points,
  values: Float32Array,
  problem: SampleProblem,
  visit: (coordinates: Coordinates, point: number, n: number, i: number, j: number) => void,
): void {
  const { dimensions, size, attrs, numbers } = problem;
  const out = extentsOf(size);
  const x = new Float64Array(dimensions);
  const { cutoff } = numbers;
  const ends = axisNames(dimensions).map((axis) => Math.fround(numbers[`size${axis}`] - 1 + cutoff));
  const read = READERS[points](values, problem);
  let point = 0;
  for (let n = 0; n < attrs.imageIndex.length; n++) {
    for (let k = 0; k < out.Z; k++) {
      for (let i = 0; i < out.Y; i++) {
        for (let j = 0; j < out.X; j++, point++) {
          read(x, point, n, k, i, j);
          for (let a = 0; a < dimensions; a++) if (x[a] < -cutoff || x[a] > ends[a]) x[a] = Number.NaN;
          visit(x, point, n, i, j);
        }
      }
    }
  }
}

const READERS: Readonly<Record<Points, (values: Float32Array, problem: SampleProblem) => ReadPoint>> = {
  grid: readGrid,
  theta: readLines,
  perspective: readPerspective,
};

function readGrid(grid: Float32Array, { dimensions, numbers }: SampleProblem): ReadPoint {
  const halves = axisNames(dimensions).map((axis) => fround(numbers[`span${axis}`] / 2));
  return (x, point) => {
    for (let a = 0; a < dimensions; a++) {
      x[a] = fround(fround(fround(grid[point * dimensions + a] + 1) * halves[a]) - numbers.offset);
    }
  };
}
