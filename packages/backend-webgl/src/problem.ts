import type { AffineSampleAttrs, SampleAttrs } from '@cropgrad/core/backend';
import { type AxisName, axisNames } from './axis/axis-name.js';
import type { Numbers } from './device/numbers.js';
import { texturePrecision, unitOf } from './device/precision.js';

/** What a sampling kernel is asked for; only thetas can be antialiased. */
export type CallAttrs = SampleAttrs & Partial<Pick<AffineSampleAttrs, 'antialias'>>;

/** The lengths of axes, x first. */
export type Extents = Readonly<Record<AxisName, number>>;

/** [h,w] or [d,h,w], by the names of the axes; a missing depth is 1. */
export function extentsOf(shape: readonly number[]): Extents {
  const [X, Y, Z = 1] = [...shape].reverse();
  return { X, Y, Z };
}

/** The number of outputs of a crop, or of pixels of an image. */
export function countOf({ X, Y, Z }: Extents): number {
  return X * Y * Z;
}

/** A sampling problem: what its kernels share, in either layout. */
export interface SampleProblem {
  readonly attrs: CallAttrs;
  readonly dimensions: number;
  readonly images: number;
  readonly channels: number;
  /** [H,W] or [D,H,W]. */
  readonly imageSize: readonly number[];
  /** [h,w] or [d,h,w]. */
  readonly size: readonly number[];
  /** How many points there are in all crops. */
  readonly points: number;
  /** Everything that the kernels read as uniforms. */
  readonly numbers: Numbers;
}

/** Takes `imageShape` apart and works out what the kernels read. */
export function sampleProblem(attrs: CallAttrs, imageShape: readonly number[], size: readonly number[]): SampleProblem {
  const { dataFormat, alignCorners, fillValue, imageIndex, cutoff, antialias: widen = 0 } = attrs;
  const isNchw = dataFormat === 'NCHW';
  const imageSize = isNchw ? imageShape.slice(2) : imageShape.slice(1, -1);
  const channels = isNchw ? imageShape[1] : imageShape[imageShape.length - 1];
  const pixels = countOf(extentsOf(imageSize));
  const perCrop = countOf(extentsOf(size));
  const output = outputNumbers(size, alignCorners);
  const image = imageNumbers(imageSize, size, alignCorners);
  return {
    attrs,
    dimensions: size.length,
    images: imageShape[0],
    channels,
    imageSize,
    size,
    points: imageIndex.length * perCrop,
    numbers: {
      ints: {
        channels,
        imageStride: pixels * channels,
        pixelStride: isNchw ? 1 : channels,
        channelStride: isNchw ? pixels : 1,
        cropStride: perCrop * channels,
        pointStride: isNchw ? 1 : channels,
        cropChannelStride: isNchw ? perCrop : 1,
        channelsLast: isNchw ? 0 : 1,
        innerStride: isNchw ? perCrop : channels,
        imageInnerStride: isNchw ? pixels : channels,
        ...output.ints,
        ...image.ints,
      },
      floats: { fillValue, cutoff, widen, unit: unitOf(texturePrecision()), ...output.floats, ...image.floats },
    },
  };
}

/** The numbers that kernels read about their outputs' places. */
export function outputNumbers(size: readonly number[], alignCorners: boolean): Numbers {
  const out = extentsOf(size);
  const ints: Record<string, number> = { perCrop: countOf(out) };
  const floats: Record<string, number> = { one: 1 };
  for (const axis of axisNames(size.length)) {
    ints[`out${axis}`] = out[axis];
    floats[`outSize${axis}`] = out[axis];
    floats[`outSpan${axis}`] = alignCorners ? Math.max(out[axis] - 1, 1) : out[axis];
  }
  return { ints, floats };
}

/** The numbers that kernels read about an image and how outputs lie on it. */
function imageNumbers(imageSize: readonly number[], size: readonly number[], alignCorners: boolean): Numbers {
  const image = extentsOf(imageSize);
  const out = extentsOf(size);
  const axes = axisNames(size.length);
  const ints: Record<string, number> = {};
  const floats: Record<string, number> = { offset: alignCorners ? 0 : 0.5 };
  for (const axis of axes) {
    const span = alignCorners ? image[axis] - 1 : image[axis];
    ints[`pixels${axis}`] = image[axis];
    floats[`size${axis}`] = image[axis];
    floats[`span${axis}`] = span;
    // Coordinates of ±1 are half of the span away from the middle, which is at origin + shift, a whole pixel and the rest.
    const centre = span / 2 - floats.offset;
    floats[`half${axis}`] = span / 2;
    floats[`origin${axis}`] = Math.floor(centre);
    floats[`shift${axis}`] = centre - Math.floor(centre);
    floats[`middle${axis}`] = (out[axis] - 1) / 2;
    for (const along of axes) {
      const outputs = alignCorners ? out[along] - 1 : out[along];
      floats[`step${along}`] = outputs === 0 ? 0 : 2 / outputs;
      // Divided here, where a number divided by itself is 1: on a GPU it need not be.
      floats[`ratio${axis}${along}`] = outputs === 0 ? 0 : span / outputs;
    }
  }
  return { ints, floats };
}
