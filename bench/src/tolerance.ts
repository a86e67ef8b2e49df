import type { DataSet } from './data-set.js';
import type { NpyArray } from './npy.js';
import type { Approximation } from './peers/peer.js';
import type { OutputName } from './protocol.js';

/** Half the distance from 1 to the next float32. */
const U = 2 ** -24;
/** Error of a bilinear sum, in units of U·amplitude. */
const BILINEAR = 8;
/** More terms than any pixel's gradient has here; k·U is far below the coordinates' share. */
const TERMS_PER_PIXEL = 1024;

/**
 * How far a float32 implementation may be from exact arithmetic, for one output of a data set: the conformance suite's
 * intervals (a rounded coordinate moves a bilinear sample by at most that many pixels times the amplitude), taken once
 * for the worst element instead of one by one. A peer's known approximation is added.
 */
export function toleranceOf(
  output: OutputName,
  reference: NpyArray,
  data: DataSet,
  { pixels = 0 }: Approximation,
): number {
  const amplitude = maxAbs(data.image.data);
  const shift = coordinateError(data) + pixels * data.workload.imageSize.length;
  const largest = maxAbs(reference.data);
  switch (output) {
    case 'crops':
      return amplitude * (shift + BILINEAR * U);
    case 'dimage':
      // dy is positive and at most 3 times its least value; a pixel's outputs weigh a quarter of themselves on average.
      return 4 * largest * (shift + BILINEAR * U) + TERMS_PER_PIXEL * U * largest;
    case 'dgrid':
      throw new Error('No row compares the gradient of a grid');
    case 'dboxes':
    case 'dtheta': {
      const outputs = data.workload.size.reduce((a, b) => a * b);
      const slope = (Math.max(...data.workload.imageSize) / 2) * data.workload.channels * maxAbs(data.dy.data);
      // Rounding of each sample's slope, and of a sum of so many terms.
      return outputs * slope * amplitude * BILINEAR * U + (outputs + 8) * U * largest;
    }
  }
}

/** The error of a sample's position in pixels, all axes together: 4U(|x| + S) + 8U(|a| + |b| + |c| + 1)·S/2 for each. */
function coordinateError({ theta, workload: { imageSize } }: DataSet): number {
  const dimensions = imageSize.length;
  let total = 0;
  for (let axis = 0; axis < dimensions; axis++) {
    const length = imageSize[dimensions - 1 - axis];
    let reach = 0;
    for (let n = 0; n < theta.shape[0]; n++) {
      const first = (n * dimensions + axis) * (dimensions + 1);
      const row = theta.data.subarray(first, first + dimensions + 1);
      reach = Math.max(
        reach,
        row.reduce((sum, entry) => sum + Math.abs(entry), 0),
      );
    }
    const farthest = ((reach + 1) * length) / 2;
    total += 4 * U * (farthest + length) + 8 * U * (reach + 1) * (length / 2);
  }
  return total;
}

function maxAbs(values: Float32Array): number {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  return largest;
}
