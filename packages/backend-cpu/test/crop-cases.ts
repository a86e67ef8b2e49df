import { type DataFormat, MODES, PADDING_MODES } from '@cropgrad/core';
import fc from 'fast-check';
import { type Call, createCall } from '../src/call.js';
import type { PointSource } from '../src/points/point-source.js';
import { PLAIN_RULES } from './plain-rules.js';
import { type Coordinates, pointsAt } from './points-at.js';

/** One crop, and what its ops read. */
export interface CropCase {
  call: Call;
  points: PointSource;
  image: Float32Array;
  dy: Float32Array;
}

const length = fc.integer({ min: 1, max: 6 });
const output = fc.integer({ min: 1, max: 5 });
const nowhere = fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -1e30, 2 ** 40);

/**
 * Boxes and crops at any points, of images and volumes, with all options. Their pixel coordinates are whole numbers of
 * `unit`, or, without one, any; `pixel` rounds what is in the image, and dy. Under antialias an output is 1 to 5 pixels long.
 */
export function cropCases(
  unit: number | undefined,
  pixel: (value: number) => number,
  antialias: readonly number[] = [0],
): fc.Arbitrary<CropCase> {
  const from = (min: number, max: number): fc.Arbitrary<number> =>
    unit === undefined
      ? fc.double({ min, max, noNaN: true })
      : fc.integer({ min: min / unit, max: max / unit }).map((i) => i * unit);
  const coordinate = fc.oneof({ arbitrary: from(-8, 12), weight: 9 }, { arbitrary: nowhere, weight: 1 });
  return fc
    .record({
      dimensions: fc.constantFrom(2, 3),
      lengths: fc.tuple(length, length, length),
      // Also as many as are added up in float64.
      outputs: fc.tuple(output, output, fc.oneof(output, fc.constant(70))),
      channels: fc.integer({ min: 1, max: 4 }),
      box: fc.boolean(),
      starts: fc.tuple(coordinate, coordinate, coordinate),
      steps: fc.tuple(from(-4, 4), from(-4, 4), from(-4, 4)),
      free: fc.array(coordinate, { minLength: 25, maxLength: 25 }),
      seed: fc.integer({ min: 1, max: 1000 }),
      footprints: fc.tuple(from(1, 5), from(1, 5), from(1, 5)),
      antialias: fc.constantFrom(...antialias),
      mode: fc.constantFrom(...MODES.filter((mode) => mode !== 'nearest' || antialias.includes(0))),
      paddingMode: fc.constantFrom(...PADDING_MODES),
      alignCorners: fc.boolean(),
      dataFormat: fc.constantFrom<DataFormat[]>('NHWC', 'NCHW'),
      fillValue: fc.constantFrom(0, 0.5, Number.POSITIVE_INFINITY),
    })
    .map(({ dimensions, lengths, outputs, channels, box, starts, steps, free, seed, footprints, ...options }) => {
      const shape = (spatial: number[]): number[] =>
        options.dataFormat === 'NHWC' ? [1, ...spatial, channels] : [1, channels, ...spatial];
      const call = createCall(shape(lengths.slice(0, dimensions)), shape(outputs.slice(3 - dimensions)), {
        ...PLAIN_RULES,
        ...options,
        imageIndex: new Int32Array(1),
      });
      const { width, height, depth } = call.crop;
      const counts = box ? [width, height, depth] : new Array<number>(3).fill(width * height * depth);
      const along = (axis: number): Float64Array =>
        Float64Array.from({ length: counts[axis] }, (_, p) =>
          box ? starts[axis] + p * steps[axis] : free[(p * (axis + 7)) % free.length],
        );
      const coordinates: Coordinates = [along(0), along(1), along(2)];
      const noise = (n: number, at: number): Float32Array =>
        Float32Array.from({ length: n }, (_, i) => pixel(Math.sin(seed * (i + at))));
      return {
        call,
        points: pointsAt(coordinates, call, box, footprints),
        image: noise(call.image.batchStride, 1),
        dy: noise(call.crop.batchStride, 2),
      };
    });
}
