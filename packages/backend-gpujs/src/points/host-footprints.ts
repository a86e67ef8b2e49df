import { axisNames } from '../axis/axis-name.js';
import type { SampleProblem } from '../problem.js';
import { LARGEST_FOOTPRINT } from './footprint-source.js';
import { thetaLines } from './host-lines.js';
import type { ThetaPoints } from './point-source.js';

/** Room for how many pixels an output is long along each axis, x first. */
export type Footprints = Float64Array;

/** Gives `footprints` those of output (n, k, i, j), or a little more: nothing on the device may be longer. */
export type ReadFootprints = (footprints: Footprints, n: number, i: number, j: number) => void;

/** More than rounding adds to a footprint on the device, as a part of the terms it is computed of. */
const SLACK = 1e-5;

/** The footprints of the outputs of thetas, as `footprintSource` computes them. */
export function hostFootprints(points: ThetaPoints, theta: Float32Array, problem: SampleProblem): ReadFootprints {
  return points === 'theta' ? ofLines(theta, problem) : ofPerspective(theta, problem);
}

function ofLines(theta: Float32Array, problem: SampleProblem): ReadFootprints {
  const { dimensions, attrs } = problem;
  const lines = thetaLines(theta, problem);
  const lengths = Float64Array.from({ length: attrs.imageIndex.length * dimensions }, (_, row) =>
    bounded(Math.hypot(...lines.subarray(4 * row, 4 * row + dimensions)) * (1 + SLACK)),
  );
  return (footprints, n) => {
    for (let a = 0; a < dimensions; a++) footprints[a] = lengths[n * dimensions + a];
  };
}

function ofPerspective(theta: Float32Array, { size, numbers }: SampleProblem): ReadFootprints {
  const [height, width] = size;
  const ratios = axisNames(2).map((axis) => [numbers[`ratio${axis}X`], numbers[`ratio${axis}Y`]]);
  return (footprints, n, i, j) => {
    const at = 9 * n;
    const u = (2 * j + 1 - width) / numbers.outSpanX;
    const v = (2 * i + 1 - height) / numbers.outSpanY;
    const row = (from: number): number => theta[at + from] * u + theta[at + from + 1] * v + theta[at + from + 2];
    const depth = row(6);
    for (let a = 0; a < 2; a++) {
      const projected = row(3 * a) / depth;
      const step = (along: number): number => {
        const [first, second] = [theta[at + 3 * a + along], projected * theta[at + 6 + along]];
        return (
          ((Math.abs(first - second) + SLACK * (Math.abs(first) + Math.abs(second))) / Math.abs(depth)) *
          ratios[a][along]
        );
      };
      footprints[a] = bounded(Math.hypot(step(0), step(1)) * (1 + SLACK));
    }
  };
}

function bounded(length: number): number {
  return Math.min(Math.max(1, length), LARGEST_FOOTPRINT);
}
