import { uniformFloat32 } from 'pure-rand/distribution/uniformFloat32';
import { mersenne } from 'pure-rand/generator/mersenne';
import type { NpyArray } from './npy.js';
import type { Workload } from './workloads.js';

/** Every this many-th box reaches over an edge of the image, as some do in practice. */
const ONE_IN_CROSSES = 4;
/** How far float32 may move a sample, in units of the axis's length; see tolerance.ts. */
const CLEARANCE = 24 * 2 ** -24;

/**
 * The whole image where it is antialiased, as not all peers take a box then. Else boxes of 30 to 90 % of each axis, inside the image, but one in four reaches a fifth of its length over an edge. No
 * row or column of samples lies on pixel centres: there the slope jumps, and rounding alone decides which one is right.
 */
export function makeBoxes({ crops, imageSize, size, antialias }: Workload, seed: number): NpyArray {
  const random = mersenne(seed);
  const dimensions = imageSize.length;
  const data = new Float32Array(crops * 2 * dimensions);
  for (let n = 0; n < crops; n++) {
    for (let axis = 0; axis < dimensions; axis++) {
      const corners = data.subarray(n * 2 * dimensions, (n + 1) * 2 * dimensions);
      if (antialias) {
        corners[axis] = -1;
        corners[dimensions + axis] = 1;
        continue;
      }
      const crosses = axis === 0 && n % ONE_IN_CROSSES === ONE_IN_CROSSES - 1;
      do {
        const half = 0.3 + 0.6 * uniformFloat32(random);
        const centre = crosses ? 1 - 0.6 * half : (2 * uniformFloat32(random) - 1) * (1 - half);
        corners[axis] = centre - half;
        corners[dimensions + axis] = centre + half;
      } while (
        !isClear(
          corners[axis],
          corners[dimensions + axis],
          imageSize[dimensions - 1 - axis],
          size[dimensions - 1 - axis],
        )
      );
    }
  }
  return { shape: [crops, 2 * dimensions], data };
}

/** Where a crop's sample k of `samples` along an axis lies, in pixels from the centre of the first. */
export function samplePosition(from: number, to: number, length: number, samples: number, k: number): number {
  return ((from + ((to - from) * (k + 0.5)) / samples + 1) * length - 1) / 2;
}

function isClear(from: number, to: number, length: number, samples: number): boolean {
  for (let k = 0; k < samples; k++) {
    const position = samplePosition(from, to, length, samples, k);
    if (Math.abs(position - Math.round(position)) < CLEARANCE * length) return false;
  }
  return true;
}

/** Theta of each box; `degrees` turns it in pixels, so that what is cropped keeps its angles. */
export function thetaOfBoxes(boxes: NpyArray, { imageSize, degrees }: Workload): NpyArray {
  const dimensions = imageSize.length;
  const crops = boxes.shape[0];
  const columns = dimensions + 1;
  const data = new Float32Array(crops * dimensions * columns);
  for (let n = 0; n < crops; n++) {
    const corners = boxes.data.subarray(n * 2 * dimensions, (n + 1) * 2 * dimensions);
    const theta = data.subarray(n * dimensions * columns, (n + 1) * dimensions * columns);
    for (let axis = 0; axis < dimensions; axis++) {
      theta[axis * columns + axis] = (corners[dimensions + axis] - corners[axis]) / 2;
      theta[axis * columns + dimensions] = (corners[dimensions + axis] + corners[axis]) / 2;
    }
    if (degrees === undefined) continue;
    const [width, height] = [theta[0], theta[4]];
    const aspect = imageSize[1] / imageSize[0];
    const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
    theta.set([width * cos, (height / aspect) * sin], 0);
    theta.set([-aspect * width * sin, height * cos], 3);
  }
  return { shape: [crops, dimensions, columns], data };
}
