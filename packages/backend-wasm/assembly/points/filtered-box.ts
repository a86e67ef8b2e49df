import { mostFilteredTaps } from '../axis/compute-filtered-taps';
import { absentFilteredTaps, createFilteredTaps } from '../axis/filtered-taps';
import { RowTaps } from '../axis/row-taps';
import { Pointer } from '../memory/pointer';
import { Problem } from '../memory/problem';
import { takeStruct } from '../memory/scratch';
import { isAxisAligned, isFiniteTheta, pixelsPerEntry } from './theta-line';

/**
 * Room for the columns, rows and slices of any of the boxes among some thetas, under antialias. The thetas tell how many
 * taps that takes, so they are read before anything is written; each has so many numbers.
 */
export function createFilteredBoxTaps(theta: Pointer<f32>, entries: i32, problem: Problem): RowTaps {
  const isVolume = problem.dimensions === 3;
  const taps = takeStruct<RowTaps>();
  const mostX = mostOf(theta, entries, 0, problem.width, problem.imageWidth, problem);
  taps.x = createFilteredTaps(problem.width, mostX);
  const mostY = mostOf(theta, entries, 1, problem.height, problem.imageHeight, problem);
  taps.y = createFilteredTaps(problem.height, mostY);
  if (isVolume) {
    const mostZ = mostOf(theta, entries, 2, problem.depth, problem.imageDepth, problem);
    taps.z = createFilteredTaps(problem.depth, mostZ);
  } else {
    taps.z = absentFilteredTaps();
  }
  taps.yAt = 0;
  taps.zAt = 0;
  taps.yStep = 0;
  taps.zStep = 0;
  return taps;
}

/** The most taps that an output of a box has on an image axis of `length` pixels. */
function mostOf(theta: Pointer<f32>, entries: i32, axis: i32, outputs: i32, length: i32, problem: Problem): i32 {
  const dimensions = problem.dimensions;
  let largest: f64 = 1;
  for (let n = 0; n < problem.crops; n++) {
    const at = n * entries;
    if (!isFiniteTheta(theta, at, dimensions) || !isAxisAligned(theta, at, dimensions)) continue;
    const entry = abs(<f64>theta[at + axis * (dimensions + 2)]);
    largest = max(largest, entry * pixelsPerEntry(outputs, length, problem));
  }
  return mostFilteredTaps(largest, length, problem);
}
