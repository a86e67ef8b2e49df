import { MODES } from '@cropgrad/core';
import type { SampleCase } from './sample-case.js';

/**
 * Cases whose points lie all over the last of two images, its last cells included: once upright, as a box's, and once
 * turned a little; in every mode and layout, with few and many channels, and odd and even numbers of points.
 */
export function cornerCases(): SampleCase[] {
  const cases: SampleCase[] = [];
  for (const dimensions of [2, 3]) {
    for (const mode of MODES) {
      for (const dataFormat of ['NHWC', 'NCHW'] as const) {
        for (const channels of [1, 2, 3, 4, 5, 8]) {
          for (const width of [8, 9]) cases.push(cornerCase(dimensions, mode, dataFormat, channels, width));
        }
      }
    }
  }
  return cases;
}

function cornerCase(
  dimensions: number,
  mode: SampleCase['attrs']['mode'],
  dataFormat: SampleCase['attrs']['dataFormat'],
  channels: number,
  width: number,
): SampleCase {
  const size = [5, 5, width].slice(-dimensions);
  const spatial = [3, 3, 5].slice(-dimensions);
  const shape = (inner: number[]): number[] =>
    dataFormat === 'NHWC' ? [2, ...inner, channels] : [2, channels, ...inner];
  const imageShape = shape(spatial);
  const cropsShape = shape(size);
  const theta = [0, 0.01].flatMap((turn) =>
    Array.from({ length: dimensions * (dimensions + 1) }, (_, k) => {
      const [row, column] = [Math.floor(k / (dimensions + 1)), k % (dimensions + 1)];
      return column === row ? 1 : column === dimensions ? 0 : turn;
    }),
  );
  const grid = Array.from({ length: count([2, ...size]) * dimensions }, (_, k) => {
    let point = Math.floor(k / dimensions);
    // Coordinates are in x, y(, z) order, sizes the other way round.
    for (let axis = 0; axis < k % dimensions; axis++) point = Math.floor(point / size[dimensions - 1 - axis]);
    const length = size[dimensions - 1 - (k % dimensions)];
    return (2 * (point % length) + 1) / length - 1;
  });
  return {
    attrs: {
      ...{ mode, paddingMode: 'zeros', alignCorners: false, dataFormat, fillValue: 0, imageIndex: Int32Array.of(1, 1) },
      ...{ size, imageShape },
    },
    image: ramp(imageShape),
    imageDtype: 'float32',
    theta: Float32Array.from(theta),
    thetaShape: [2, dimensions, dimensions + 1],
    grid: Float32Array.from(grid),
    gridShape: [2, ...size, dimensions],
    dy: ramp(cropsShape),
    cropsShape,
  };
}

function count(shape: readonly number[]): number {
  return shape.reduce((product, axis) => product * axis);
}

function ramp(shape: number[]): Float32Array {
  return Float32Array.from({ length: count(shape) }, (_, k) => (k % 17) / 8 - 1);
}
