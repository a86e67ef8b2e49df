import { mean, standardDeviation } from 'simple-statistics';
import { DIGIT_SIDE } from './read-digits.js';

/** How a digit lies in what is seen of it. */
export interface Pose {
  /** How far it is turned clockwise, in degrees; of a map that also shears, of the rotation nearest to it. */
  angle: number;
  /** The side of its image, as a share of that of the view; of one that is stretched, by area. */
  size: number;
  /** How far the middle of its image is from the middle of the view, in halves of the view's side. */
  offset: number;
  isMirrored: boolean;
}

/** How differently digits lie. */
export interface Spread {
  /** Of the angles, about the mean of their class: the circular standard deviation, in degrees. */
  angle: number;
  /** Of the sizes: the standard deviation of their logarithms. 0.1 is about 10 %. */
  size: number;
  /** The mean of the offsets. */
  offset: number;
}

/** The pose in a view of this side that a matrix [2,3], row by row, gives to a digit: it maps pixels of the digit to those of the view. */
export function poseOf([a, b, x, c, d, y]: readonly number[], side: number): Pose {
  const determinant = a * d - b * c;
  const middle = (DIGIT_SIDE - 1) / 2;
  const [right, down] = [(a + b) * middle + x - (side - 1) / 2, (c + d) * middle + y - (side - 1) / 2];
  return {
    angle: (Math.atan2(c - b, a + d) * 180) / Math.PI,
    size: (Math.sqrt(Math.abs(determinant)) * DIGIT_SIDE) / side,
    offset: Math.hypot(right, down) / (side / 2),
    isMirrored: determinant < 0,
  };
}

/** How differently digits lie, each of the class beside it. A view that shows one point or nothing is left out: it has no size. */
export function spreadOf(poses: readonly Pose[], classes: readonly number[]): Spread {
  const sized = [...poses.keys()].filter((k) => poses[k].size > 0 && Number.isFinite(poses[k].size));
  const lying = sized.map((k) => poses[k]);
  return {
    angle: angleSpread(
      lying,
      sized.map((k) => classes[k]),
    ),
    size: standardDeviation(lying.map(({ size }) => Math.log(size))),
    offset: mean(lying.map(({ offset }) => offset)),
  };
}

/** A net may turn each class its own way, as long as it does so always: so each has its own mean. */
function angleSpread(poses: readonly Pose[], classes: readonly number[]): number {
  const lengths = [...new Set(classes)].map((digit) => {
    const angles = poses.filter((_, k) => classes[k] === digit).map(({ angle }) => (angle * Math.PI) / 180);
    const [x, y] = [mean(angles.map(Math.cos)), mean(angles.map(Math.sin))];
    return angles.length * Math.hypot(x, y);
  });
  const length = lengths.reduce((sum, one) => sum + one, 0) / poses.length;
  // Rounding may make the length of a mean of directions a little more than 1.
  return (Math.sqrt(2 * Math.max(0, -Math.log(length))) * 180) / Math.PI;
}
