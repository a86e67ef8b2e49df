import { axisNames } from '../axis/axis-name.js';
import type { SampleProblem } from '../problem.js';
import type { ReadPoint } from './read-point.js';

const { fround } = Math;

/** The points of affine thetas, as `pointOnLinesSource` computes them. */
export function readLines(theta: Float32Array, problem: SampleProblem): ReadPoint {
  const { dimensions, numbers } = problem;
  const { offset } = numbers;
  const lines = thetaLines(theta, problem);
  return (x, _, n, k, i, j) => {
    for (let a = 0; a < dimensions; a++) {
      const at = (n * dimensions + a) * 4;
      const xy = fround(fround(lines[at] * (j + offset)) + fround(lines[at + 1] * (i + offset)));
      const xyz = dimensions === 3 ? fround(xy + fround(lines[at + 2] * (k + offset))) : xy;
      x[a] = fround(fround(xyz + lines[at + 3]) - offset);
    }
  };
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
