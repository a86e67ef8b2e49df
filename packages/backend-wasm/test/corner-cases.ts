import { MODES } from '@cropgrad/core';
import type { SampleCase } from './sample-case.js';

/** Upright, as a box's crop; turned a little; and well inside the first image, so that the very last point has a cell. */
const CROPS = [
  { image: 1, scale: 1, turn: 0 },
  { image: 1, scale: 1, turn: 0.01 },
  { image: 0, scale: 0.5, turn: 0.01 },
];

/**
 * Cases whose points lie all over the last of two images, its last cells included; in every mode and layout, with few and
 * many channels, and odd and even numbers of points.
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
  const shape = (n: number, inner: number[]): number[] =>
    dataFormat === 'NHWC' ? [n, ...inner, channels] : [n, channels, ...inner];
  const imageShape = shape(2, spatial);
  const cropsShape = shape(CROPS.length, size);
  const theta = CROPS.flatMap(({ scale, turn }) =>
    Array.from({ length: dimensions * (dimensions + 1) }, (_, k) => {
      const [row, column] = [Math.floor(k / (dimensions + 1)), k % (dimensions + 1)];
      return column === row ? scale : column === dimensions ? 0 : turn;
    }),
  );
  const grid = Array.from({ length: count([CROPS.length, ...size]) * dimensions }, (_, k) => {
    const { scale } = CROPS[Math.floor(k / dimensions / count(size))];
    let point = Math.floor(k / dimensions);
    // Coordinates are in x, y(, z) order, sizes the other way round.
    for (let axis = 0; axis < k % dimensions; axis++) point = Math.floor(point / size[dimensions - 1 - axis]);
    const length = size[dimensions - 1 - (k % dimensions)];
    return scale * ((2 * (point % length) + 1) / length - 1);
  });
  return {
    attrs: {
      mode,
      paddingMode: 'zeros',
      alignCorners: false,
      dataFormat,
      fillValue: 0,
      cutoff: Number.POSITIVE_INFINITY,
      rounding: 'even',
      cubicCoefficient: -0.75,
      antialias: 0,
      imageIndex: Int32Array.from(CROPS, ({ image }) => image),
      size,
      imageShape,
    },
    image: ramp(imageShape),
    imageDtype: 'float32',
    theta: Float32Array.from(theta),
    thetaShape: [CROPS.length, dimensions, dimensions + 1],
    grid: Float32Array.from(grid),
    gridShape: [CROPS.length, ...size, dimensions],
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
