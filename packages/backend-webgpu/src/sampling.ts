import type {
  CubicCoefficient,
  DataFormat,
  Mode,
  PaddingMode,
  Points,
  Rounding,
  SampleAttrs,
} from '@cropgrad/core/backend';
import { axisNames } from './axis/axis-name.js';
import { floats, integers, type Uniform } from './device/uniform.js';

/** How kernels find the image of a crop: by counting, or in a list. */
export type Images = 'counted' | 'listed';

/** What the text of a sampling kernel depends on. */
export interface Variant {
  readonly points: Points;
  readonly dimensions: number;
  readonly mode: Mode;
  readonly paddingMode: PaddingMode;
  readonly images: Images;
  /** Of `nearest` alone. */
  readonly rounding: Rounding | undefined;
  /** Of `bicubic` alone. */
  readonly cubicCoefficient: CubicCoefficient | undefined;
  /** Whether points that lie too far outside sample nothing. */
  readonly cutsOff: boolean;
  /** Whether it is antialiased. */
  readonly isFiltered: boolean;
}

/** A kernel's key. */
export function keyOf(what: string, variant: Variant): string {
  const { points, dimensions, mode, paddingMode, images, rounding, cubicCoefficient, cutsOff, isFiltered } = variant;
  return [what, points, dimensions, mode, paddingMode, images, rounding, cubicCoefficient, cutsOff, isFiltered].join(
    '/',
  );
}

/** The array that says which image each crop reads, where there is one. */
export function imageArrays({ images }: Variant): readonly 'imageIndex'[] {
  return images === 'listed' ? ['imageIndex'] : [];
}

/** A sampling problem, forward or a gradient. */
export interface Sampling {
  readonly variant: Variant;
  readonly imageIndex: Int32Array;
  readonly fillValue: number;
  /** How many crops there are, channels they have, and outputs a crop has. */
  readonly crops: number;
  readonly channels: number;
  readonly outputs: number;
  /** What kernels read of it. */
  readonly uniforms: readonly Uniform[];
  /** What sums over its outputs read of it. */
  readonly outputUniforms: readonly Uniform[];
}

/** What the image and the crops are like; `size` is the output's [h,w] or [d,h,w]. */
export function createSampling(
  points: Points,
  attrs: SampleAttrs & { antialias?: number },
  imageShape: readonly number[],
  size: readonly number[],
): Sampling {
  const { mode, paddingMode, alignCorners, dataFormat, fillValue, imageIndex, cutoff, antialias = 0 } = attrs;
  const dimensions = size.length;
  const channelsAt = dataFormat === 'NCHW' ? 1 : dimensions + 1;
  const channels = imageShape[channelsAt];
  const imageSize = imageShape.filter((_, axis) => axis !== 0 && axis !== channelsAt);
  const [outputs, pixels] = [productOf(size), productOf(imageSize)];
  const imageStep = [0, 1].find((step) => imageIndex.every((image, n) => image === n * step));
  const places = outputUniforms(size, alignCorners);
  const ratios = ratioUniforms(imageSize, size, alignCorners);
  const cutsOff = cutoff < Number.POSITIVE_INFINITY;
  return {
    variant: {
      points,
      dimensions,
      mode,
      paddingMode,
      images: imageStep === undefined ? 'listed' : 'counted',
      rounding: mode === 'nearest' ? attrs.rounding : undefined,
      cubicCoefficient: mode === 'bicubic' ? attrs.cubicCoefficient : undefined,
      cutsOff,
      isFiltered: antialias > 0,
    },
    imageIndex,
    fillValue,
    crops: imageIndex.length,
    channels,
    outputs,
    uniforms: [
      ...places,
      ...ratios,
      ...imageUniforms(imageSize, size, alignCorners),
      integers('channels', channels),
      integers('pixels', pixels),
      integers('outputStep', stepOf(dataFormat, channels)),
      integers('outputChannelStep', channelStepOf(dataFormat, outputs)),
      integers('pixelStep', stepOf(dataFormat, channels)),
      integers('pixelChannelStep', channelStepOf(dataFormat, pixels)),
      floats('fillValue', fillValue),
      ...(cutsOff ? [floats('cutoff', cutoff)] : []),
      ...(antialias > 0 ? [floats('widen', antialias)] : []),
      ...(imageStep === undefined ? [] : [integers('imageStep', imageStep)]),
    ],
    outputUniforms: antialias > 0 ? [...places, ...ratios] : places,
  };
}

/** What kernels read of the outputs' places: their number, and along each axis their number and what -1 and 1 are apart. */
export function outputUniforms(size: readonly number[], alignCorners: boolean): Uniform[] {
  const lengths = [...size].reverse();
  return [
    integers('outputSize', ...lengths),
    floats('outputSpan', ...lengths.map((length) => (alignCorners ? Math.max(length - 1, 1) : length))),
    integers('outputs', productOf(size)),
  ];
}

/** `ratioX` is the number of the image's pixels along x per output along x, y(, z). */
function ratioUniforms(imageSize: readonly number[], size: readonly number[], alignCorners: boolean): Uniform[] {
  const [spans, lengths] = [[...imageSize].reverse(), [...size].reverse()].map((all) =>
    all.map((length) => spanOf(length, alignCorners)),
  );
  return axisNames(size.length).map((axis, a) => {
    // With alignCorners an output axis of length 1 sits in the middle.
    const perOutput = lengths.map((length) => (length === 0 ? 0 : spans[a] / length));
    return floats(`ratio${axis.toUpperCase()}`, ...perOutput);
  });
}

/** What kernels read of the image and of the middle of a crop, in outputs; its centre is in pixels. */
function imageUniforms(imageSize: readonly number[], size: readonly number[], alignCorners: boolean): Uniform[] {
  const [sizes, lengths] = [[...imageSize].reverse(), [...size].reverse()];
  return [
    floats('size', ...sizes),
    floats('span', ...sizes.map((length) => spanOf(length, alignCorners))),
    floats('low', alignCorners ? 0 : -0.5),
    floats('centre', ...sizes.map((length) => (length - 1) / 2)),
    floats('middle', ...lengths.map((length) => (length - 1) / 2)),
  ];
}

/** What -1 and 1 are apart. */
function spanOf(length: number, alignCorners: boolean): number {
  return alignCorners ? length - 1 : length;
}

/** How far apart neighbouring pixels are, and neighbouring channels. */
function stepOf(dataFormat: DataFormat, channels: number): number {
  return dataFormat === 'NCHW' ? 1 : channels;
}

function channelStepOf(dataFormat: DataFormat, pixels: number): number {
  return dataFormat === 'NCHW' ? pixels : 1;
}

function productOf(lengths: readonly number[]): number {
  return lengths.reduce((product, length) => product * length, 1);
}
