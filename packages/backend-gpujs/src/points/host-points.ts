import { axisNames } from '../axis/axis-name.js';
import { extentsOf, type SampleProblem } from '../problem.js';
import type { Points } from './point-source.js';

const { fround } = Math;

/** Room for the pixel coordinates of one point, x first. */
type Coordinates = Float64Array;

/**
 * Visits every point in order, with its pixel coordinates before padding; NaN where it samples nothing. They are computed
 * as the kernels compute them, float32 step by float32 step: see `coordinatesSource`.
 */
export function forEachPoint(
  points: Points,
  values: Float32Array,
  problem: SampleProblem,
  visit: (coordinates: Coordinates, point: number, n: number) => void,
): void {
  const { dimensions, size, attrs, numbers } = problem;
  const axes = axisNames(dimensions);
  const out = extentsOf(size);
  const x = new Float64Array(dimensions);
  const { offset } = numbers;
  const spans = axes.map((axis) => numbers[`span${axis}`]);
  const lines = points === 'theta' ? thetaLines(values, problem) : undefined;
  let point = 0;
  for (let n = 0; n < attrs.imageIndex.length; n++) {
    for (let k = 0; k < out.Z; k++) {
      for (let i = 0; i < out.Y; i++) {
        for (let j = 0; j < out.X; j++, point++) {
          for (let a = 0; a < dimensions; a++) {
            if (lines) {
              const at = (n * dimensions + a) * 4;
              const xy = fround(fround(lines[at] * (j + offset)) + fround(lines[at + 1] * (i + offset)));
              const xyz = dimensions === 3 ? fround(xy + fround(lines[at + 2] * (k + offset))) : xy;
              x[a] = fround(fround(xyz + lines[at + 3]) - offset);
            } else {
              x[a] = fround(fround(fround(values[point * dimensions + a] + 1) * fround(spans[a] / 2)) - offset);
            }
          }
          visit(x, point, n);
        }
      }
    }
  }
}

/**
 * The lines of `linesSource`, four numbers per crop and image axis: pixels per output along x, y and z, and a constant,
 * which is NaN for a theta that is not finite.
 */
export function thetaLines(theta: Float32Array, { dimensions, attrs, numbers }: SampleProblem): Float64Array {
  const axes = axisNames(dimensions);
  const columns = dimensions + 1;
  const lines = new Float64Array(attrs.imageIndex.length * dimensions * 4);
  for (let n = 0; n < attrs.imageIndex.length; n++) {
    const entries = theta.subarray(n * dimensions * columns, (n + 1) * dimensions * columns);
    const allFinite = entries.every(Number.isFinite);
    axes.forEach((axis, a) => {
      const row = entries.subarray(a * columns, (a + 1) * columns);
      const line = lines.subarray((n * dimensions + a) * 4, (n * dimensions + a + 1) * 4);
      let centre = fround(row[dimensions] + 1);
      axes.forEach((along, column) => {
        line[column] = fround(row[column] * fround(numbers[`ratio${axis}${along}`]));
        centre = fround(centre - numbers[`kept${along}`] * row[column]);
      });
      line[3] = allFinite ? fround(fround(numbers[`span${axis}`] * centre) / 2) : Number.NaN;
    });
  }
  return lines;
}
