import type { DataSet } from './data-set.js';
import type { NpyArray } from './npy.js';
import type { Approximation } from './peers/peer.js';
import type { OutputName, Outputs } from './protocol.js';
import { toleranceOf } from './tolerance.js';

/** How far an output is from the reference's: the largest difference of two elements, and what is allowed. */
export interface Agreement {
  output: OutputName;
  difference: number;
  tolerance: number;
}

/** A peer computes something else than the reference, so that its time would mean nothing. */
export class Disagreement extends Error {
  override readonly name: string = 'Disagreement';
}

/** Compares what a row of a peer computed with the reference; throws {@link Disagreement} where it is too far off. */
export function requireAgreement(
  who: string,
  outputs: Outputs,
  reference: Outputs,
  data: DataSet,
  approximation: Approximation = { note: '' },
): Agreement[] {
  return Object.entries(outputs).map(([name, found]) => {
    const output = name as OutputName;
    const expected = reference[output];
    if (!expected) throw new Error(`${who}: the reference has no ${output} to compare with`);
    if (found.shape.join() !== expected.shape.join()) {
      throw new Disagreement(`${who}: ${output} has shape [${found.shape}] and the reference's [${expected.shape}]`);
    }
    const compared = approximation.insideOnly ? insideImage(data) : () => true;
    const difference = largestDifference(found, expected, compared);
    const tolerance = toleranceOf(output, expected, data, approximation);
    // Not `>`: a NaN must not pass.
    if (!(difference <= tolerance)) {
      const [far, near] = [difference.toPrecision(3), tolerance.toPrecision(3)];
      throw new Disagreement(`${who}: ${output} differs from the reference by ${far}, where ${near} is allowed`);
    }
    return { output, difference, tolerance };
  });
}

function largestDifference(found: NpyArray, expected: NpyArray, compared: (element: number) => boolean): number {
  let largest = 0;
  for (let k = 0; k < expected.data.length; k++) {
    if (!compared(k)) continue;
    const difference = Math.abs(found.data[k] - expected.data[k]);
    if (!(difference <= largest)) largest = difference;
    if (Number.isNaN(difference)) return Number.NaN;
  }
  return largest;
}

/** Whether an element of the crops was sampled between the centres of the image's outermost pixels, clear of rounding. */
function insideImage({ grid, workload: { imageSize, channels } }: DataSet): (element: number) => boolean {
  const dimensions = imageSize.length;
  const lengths = [...imageSize].reverse();
  return (element) => {
    const point = Math.floor(element / channels) * dimensions;
    return lengths.every((length, axis) => {
      const pixel = ((grid.data[point + axis] + 1) * length - 1) / 2;
      return pixel > 0.01 && pixel < length - 1.01;
    });
  };
}
