import { axisNames } from '../axis/axis-name.js';
import { extentsOf, type SampleProblem } from '../problem.js';
import { readLines } from './host-lines.js';
import type { ReadPoint } from './read-point.js';

const { fround } = Math;

/** The points of perspective thetas [N,3,3], as `perspectivePointSource` computes them; NaN where nothing is sampled. */
export function readPerspective(theta: Float32Array, problem: SampleProblem): ReadPoint {
  const { numbers, size } = problem;
  const { offset } = numbers;
  const halves = axisNames(2).map((axis) => fround(numbers[`span${axis}`] / 2));
  const out = extentsOf(size);
  const u = placesOf(out.X, numbers.outSpanX);
  const v = placesOf(out.Y, numbers.outSpanY);
  const readAffine = readLines(upperRows(theta), problem);
  const areFinite = Array.from({ length: theta.length / 9 }, (_, n) =>
    theta.subarray(9 * n, 9 * n + 9).every(Number.isFinite),
  );
  return (x, point, n, k, i, j) => {
    const at = 9 * n;
    if (theta[at + 6] === 0 && theta[at + 7] === 0 && theta[at + 8] === 1) {
      readAffine(x, point, n, k, i, j);
      return;
    }
    const row = (from: number): number =>
      fround(fround(fround(theta[at + from] * u[j]) + fround(theta[at + from + 1] * v[i])) + theta[at + from + 2]);
    const depth = row(6);
    const isInFront = areFinite[n] && (theta[at + 8] < 0 ? -depth : depth) > 0;
    for (let a = 0; a < 2; a++) {
      const projected = fround(row(3 * a) / depth);
      x[a] = isInFront ? fround(fround(fround(projected + 1) * halves[a]) - offset) : Number.NaN;
    }
  };
}

/** The places of outputs between -1 and 1: the function `base` of the kernels. */
function placesOf(outputs: number, span: number): Float32Array {
  return Float32Array.from({ length: outputs }, (_, j) => (2 * j + 1 - outputs) / span);
}

/** The first two rows of each theta, as [N,2,3]. */
function upperRows(theta: Float32Array): Float32Array {
  const rows = new Float32Array((theta.length / 9) * 6);
  for (let n = 0; n < theta.length / 9; n++) rows.set(theta.subarray(9 * n, 9 * n + 6), 6 * n);
  return rows;
}
