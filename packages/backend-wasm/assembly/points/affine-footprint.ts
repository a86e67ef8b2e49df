import { Pointer } from '../memory/pointer';
import { Problem } from '../memory/problem';
import { takeArray, takeStruct } from '../memory/scratch';
import { Row } from './row';
import { pixelsPerEntry, ThetaLine } from './theta-line';
import { ThetaSums } from './theta-sums';

/**
 * The size of a crop's outputs along the image's axes x, y and z, which all have: how far the theta moves a point from one
 * output to its neighbours, max(1, hypot(perX, perY, perZ)) pixels; and the gradient by it.
 */
@unmanaged
export class AffineFootprint {
  /** Per image axis. */
  size: Pointer<f64>;
  sums: Pointer<f64>;
  /** Per image axis and entry of theta's row, without the last: the derivative of the size by the entry; 0 where it is 1. */
  slope: Pointer<f64>;

  /** Goes to the theta that starts at `at`, whose image axis number `axis` has this line. */
  enterAxis(axis: i32, line: ThetaLine, length: i32, problem: Problem): void {
    const hypot = hypotOf(line);
    // A theta that is not finite has no outputs.
    const isLarge = hypot > 1 && isFinite(hypot);
    this.size[axis] = isLarge ? hypot : 1;
    for (let k = 0; k < 3; k++) {
      const per = k === 0 ? line.perX : k === 1 ? line.perY : line.perZ;
      const outputs = k === 0 ? problem.width : k === 1 ? problem.height : problem.depth;
      this.slope[3 * axis + k] = isLarge ? (per / hypot) * pixelsPerEntry(outputs, length, problem) : 0;
    }
  }

  /** Fills in the sizes of so many points. */
  fillRow(row: Row): void {
    fill(row.footprint.x, row.points, this.size[0]);
    fill(row.footprint.y, row.points, this.size[1]);
    fill(row.footprint.z, row.points, this.size[2]);
  }

  /** Adds the gradients of a row's points. */
  addRow(row: Row): void {
    for (let j = 0; j < row.points; j++) {
      this.add(0, row.footprint.gx[j]);
      this.add(1, row.footprint.gy[j]);
      this.add(2, row.footprint.gz[j]);
    }
  }

  /** Adds to the gradient by the size along an image axis. */
  @inline
  add(axis: i32, g: f64): void {
    this.sums[axis] = this.sums[axis] + g;
  }

  /** Takes the gradient back to theta, and sets it to 0 for the next one. */
  leaveCrop(theta: ThetaSums): void {
    const dimensions = theta.dimensions;
    for (let axis = 0; axis < dimensions; axis++) {
      const sums = theta.sums.from(axis * (dimensions + 1));
      for (let k = 0; k < dimensions; k++) {
        const slope = this.slope[3 * axis + k];
        // A gradient that is not finite is none where the size stays 1.
        if (slope !== 0) sums[k] = sums[k] + this.sums[axis] * slope;
      }
    }
    this.clear();
  }

  /** Sets the gradient to 0. */
  clear(): void {
    for (let axis = 0; axis < 3; axis++) this.sums[axis] = 0;
  }
}

/** Room for that of any crop. */
export function createAffineFootprint(): AffineFootprint {
  const footprint = takeStruct<AffineFootprint>();
  footprint.size = takeArray<f64>(3);
  footprint.sums = takeArray<f64>(3);
  footprint.slope = takeArray<f64>(9);
  footprint.clear();
  return footprint;
}

/** How far neighbours among the outputs are apart along an image axis, in pixels. */
export function hypotOf(line: ThetaLine): f64 {
  return Math.sqrt(line.perX * line.perX + line.perY * line.perY + line.perZ * line.perZ);
}

function fill(values: Pointer<f64>, points: i32, value: f64): void {
  for (let j = 0; j < points; j++) values[j] = value;
}
