import { type DataFormat, MODES, PADDING_MODES } from '@cropgrad/core';
import type { AffineSampleAttrs, ImageDtype, SampleAttrs } from '@cropgrad/core/backend';
import fc from 'fast-check';

/** One call of every sampling kernel: an image, a theta and a grid that ask for as many crops, and the options. */
export interface SampleCase {
  attrs: AffineSampleAttrs & { size: number[]; imageShape: number[] };
  image: Float32Array | Int32Array | Uint8Array;
  imageDtype: ImageDtype;
  theta: Float32Array;
  thetaShape: number[];
  grid: Float32Array;
  gridShape: number[];
  dy: Float32Array;
  cropsShape: number[];
}

/** Every option with every other; axes long enough for whole vectors and what is left over, and of length 1 and 2. */
export function sampleCase(options: Partial<SampleAttrs> & { dimensions?: 2 | 3 } = {}): fc.Arbitrary<SampleCase> {
  const oneOf = <T>(fixed: T | undefined, all: readonly T[]): fc.Arbitrary<T> =>
    fixed === undefined ? fc.constantFrom(...all) : fc.constant(fixed);
  return fc
    .record({
      dimensions: oneOf(options.dimensions, [2, 2, 3]),
      axes: fc.array(fc.integer({ min: 1, max: 11 }), { minLength: 6, maxLength: 6 }),
      channels: fc.integer({ min: 1, max: 9 }),
      images: fc.integer({ min: 1, max: 3 }),
      crops: fc.integer({ min: 1, max: 3 }),
      mode: oneOf(options.mode, MODES),
      paddingMode: oneOf(options.paddingMode, PADDING_MODES),
      alignCorners: oneOf(options.alignCorners, [false, true]),
      dataFormat: oneOf<DataFormat>(options.dataFormat, ['NHWC', 'NCHW']),
      fillValue: oneOf(options.fillValue, [0, 0, 0.75]),
      cutoff: oneOf(options.cutoff, [Number.POSITIVE_INFINITY, 0.5, 1.25]),
      rounding: oneOf<SampleAttrs['rounding']>(options.rounding, ['even', 'half-up']),
      cubicCoefficient: oneOf<SampleAttrs['cubicCoefficient']>(options.cubicCoefficient, [-0.75, -0.5]),
      imageDtype: fc.constantFrom<ImageDtype>('float32', 'float32', 'int32', 'bool'),
      axisAligned: fc.boolean(),
    })
    .chain(({ dimensions, axes, channels, images, crops, imageDtype, axisAligned, ...rest }) => {
      const size = axes.slice(0, dimensions);
      const spatial = axes.slice(3, 3 + dimensions);
      const shape = (n: number, inner: number[]): number[] =>
        rest.dataFormat === 'NHWC' ? [n, ...inner, channels] : [n, channels, ...inner];
      const imageShape = shape(images, spatial);
      const cropsShape = shape(crops, size);
      const thetaShape = [crops, dimensions, dimensions + 1];
      const gridShape = [crops, ...size, dimensions];
      return fc
        .record({
          imageIndex: fc.array(fc.integer({ min: 0, max: images - 1 }), { minLength: crops, maxLength: crops }),
          pixels: floats(imageShape, 1),
          theta: floats(thetaShape, 1.5).map(offKinks),
          grid: floats(gridShape, 1.5).map(offKinks),
          dy: floats(cropsShape, 1),
        })
        .map(({ imageIndex, pixels, theta, grid, dy }) => ({
          // Labels are filled with a label.
          attrs: {
            ...rest,
            fillValue: rest.mode === 'nearest' && imageDtype !== 'float32' ? Math.ceil(rest.fillValue) : rest.fillValue,
            antialias: 0,
            size,
            imageShape,
            imageIndex: Int32Array.from(imageIndex),
          },
          image: cast(pixels, imageDtype),
          imageDtype,
          theta: axisAligned ? alignAxes(theta, dimensions) : theta,
          thetaShape,
          grid,
          gridShape,
          dy,
          cropsShape,
        }));
    });
}

function floats(shape: number[], bound: number): fc.Arbitrary<Float32Array> {
  const length = shape.reduce((product, axis) => product * axis);
  const range = { min: -bound, max: bound, noNaN: true };
  return fc.float32Array({ ...range, minLength: length, maxLength: length }).map((values) => Float32Array.from(values));
}

/**
 * Moves coordinates to where none falls on the middle or edge of a pixel by design, nor do sums of a theta's entries: there,
 * the last bit of a coordinate decides, and both answers are right.
 */
function offKinks(values: Float32Array): Float32Array {
  return values.map((value, k) => Math.round(value * 64) / 64 + Math.sqrt((k % 12) + Math.E) / 500);
}

function cast(pixels: Float32Array, dtype: ImageDtype): SampleCase['image'] {
  if (dtype === 'float32') return pixels;
  if (dtype === 'int32') return Int32Array.from(pixels, (value) => value * 9);
  return Uint8Array.from(pixels, (value) => Number(value > 0));
}

function alignAxes(theta: Float32Array, dimensions: number): Float32Array {
  return theta.map((entry, k) => {
    const row = Math.floor(k / (dimensions + 1)) % dimensions;
    const column = k % (dimensions + 1);
    return column === row || column === dimensions ? entry : 0;
  });
}
