import type { Tensor, Tensor1D } from '@tensorflow/tfjs-core';
import type { CropError } from '../errors.js';
import { describeValue } from './describe-value.js';
import { readFillValue } from './fill-value.js';
import {
  type CubicCoefficient,
  DATA_FORMATS,
  type DataFormat,
  type GridOptions,
  MODES,
  type Mode,
  OUTSIDES,
  type Outside,
  PADDING_MODES,
  type PaddingMode,
  type Rounding,
} from './options.js';
import { flag, invalidOption, oneOf, readOptions } from './read-options.js';

/** Options of {@link gridSample} and {@link gridSampleJvp}: a plain object. Unknown keys are refused. */
export interface SampleOptions extends GridOptions {
  /** Default `'bilinear'`. */
  mode?: Mode | undefined;
  /** Default `'zeros'`, which reads `fillValue` outside the image. */
  paddingMode?: PaddingMode | undefined;
  /**
   * `'fill'` gives `fillValue`, and no gradient, at every point outside the image, whatever `paddingMode` is. Outside is below
   * -1/2 or above S - 1/2 in pixels, with `alignCorners`, too. Default `'pad'`. Not in PyTorch.
   */
  outside?: Outside | undefined;
  /** Layout of the image and of the result. Default `'NHWC'`, where PyTorch has NCHW. */
  dataFormat?: DataFormat | undefined;
  /**
   * Which image each crop reads: N integers from 0 to the number of images minus 1. An int32 tensor is read back to
   * the host to be checked, which some backends cannot do (`UNSUPPORTED`). Default: crop n reads image n; every crop reads a
   * single image; and a single box, theta or grid reads every image. Not in PyTorch.
   */
  imageIndex?: readonly number[] | Int32Array | Tensor1D | undefined;
  /**
   * What `'zeros'` reads outside the image, and what every padding mode gives for a non-finite coordinate. It is one number, or
   * one for each of the C channels: finite numbers, or a tensor [C], which gets a gradient. With one for each channel, second
   * derivatives need tfjs's own gradients, which `@tensorflow/tfjs` brings. If `'nearest'` reads an integer image, it is a whole
   * number; for a bool image, 0 or 1. Default 0, PyTorch's only value.
   */
  fillValue?: number | readonly number[] | Tensor1D | undefined;
  /**
   * The coefficient a of Keys's cubic, for `'bicubic'` only: -0.75 as in PyTorch, or -0.5. With -0.5 a straight ramp stays
   * straight, and its gradients by boxes and grids are right; with -0.75 they are 25 % too small to 50 % too large. Default
   * -0.75; with `antialias` -0.5, as in PyTorch and Pillow.
   */
  cubicCoefficient?: CubicCoefficient | undefined;
}

/** Options of {@link crop}, {@link cropQuads}, {@link affineSample} and {@link perspectiveSample}: a plain object. */
export interface CropOptions extends SampleOptions {
  /**
   * Whether an output that covers more than one pixel averages them all, as Pillow and PyTorch's `interpolate` with `antialias`
   * do. Without it, a crop that shrinks skips pixels. `widen`, 1 or more, multiplies the width of the filter; a wide filter
   * gives a box a gradient from far away. Not with `'nearest'`. Has first derivatives only. Default false.
   */
  antialias?: boolean | { readonly widen: number } | undefined;
}

/** Options of {@link pasteCrop}: a plain object. There is no `paddingMode`: outside a crop its border is repeated. */
export type PasteOptions = Pick<CropOptions, 'mode' | 'alignCorners' | 'dataFormat' | 'cubicCoefficient' | 'antialias'>;

/** {@link SampleOptions} with the defaults filled in and every value checked, as kernels see them. */
export interface ResolvedSampleOptions {
  mode: Mode;
  paddingMode: PaddingMode;
  alignCorners: boolean;
  dataFormat: DataFormat;
  /** 0 if each channel has its own value: core adds those. */
  fillValue: number;
  /**
   * In pixels, at least 0. A point whose coordinate, before padding, is below -cutoff or above S - 1 + cutoff on any axis
   * samples nothing, like a point that is not finite. Infinity means no cutoff; `outside: 'fill'` is 1/2.
   */
  cutoff: number;
  /** How `'nearest'` rounds the padded coordinate; `'half-up'` is floor(x + 1/2). */
  rounding: Rounding;
  /** The coefficient a of Keys's cubic, for `'bicubic'`. */
  cubicCoefficient: CubicCoefficient;
}

/** What is checked later: {@link resolveImageIndex} and {@link fillChannels} do, once the images are known. */
export interface LaterOptions {
  imageIndex: unknown;
  /** What each channel is filled with, where that is not one number for all. */
  channelFill: readonly number[] | Tensor | undefined;
}

/** {@link CropOptions} likewise; `antialias` is how much the filter is widened, 1 and more, and 0 where there is none. */
export interface ResolvedCropOptions extends ResolvedSampleOptions {
  antialias: number;
}

const NO_SAMPLE_OPTIONS: Readonly<Record<keyof SampleOptions, unknown>> = {
  mode: undefined,
  paddingMode: undefined,
  outside: undefined,
  alignCorners: undefined,
  dataFormat: undefined,
  imageIndex: undefined,
  fillValue: undefined,
  cubicCoefficient: undefined,
};

/** Fills in the defaults of {@link SampleOptions} and refuses what is not one of them (`INVALID_OPTION`). */
export function resolveSampleOptions(op: string, options: unknown): ResolvedSampleOptions & LaterOptions {
  const read = readOptions<keyof CropOptions>(op, options, { ...NO_SAMPLE_OPTIONS, antialias: undefined });
  if (read.antialias !== undefined && read.antialias !== false) throw antialiasOfGrid(op);
  return resolved(op, read, -0.75);
}

/** The error for antialias where points are given one by one (`INVALID_OPTION`). */
export function antialiasOfGrid(op: string): CropError {
  const expected = 'no antialias: a grid says where each sample is, but not how many pixels it covers';
  const next = 'Pass the theta, not a grid, to affineSample or perspectiveSample';
  return invalidOption(op, 'antialias', 'antialias for a grid', expected, next);
}

/** Fills in the defaults of {@link CropOptions} and refuses what is not one of them (`INVALID_OPTION`). */
export function resolveCropOptions(op: string, options: unknown): ResolvedCropOptions & LaterOptions {
  const read = readOptions<keyof CropOptions>(op, options, { ...NO_SAMPLE_OPTIONS, antialias: undefined });
  const antialias = readAntialias(op, read.antialias);
  const common = resolved(op, read, antialias > 0 ? -0.5 : -0.75);
  if (antialias > 0 && common.mode === 'nearest') {
    const next = "Pass mode: 'bilinear', or leave antialias out: 'nearest' reads one pixel, so it cannot average";
    throw invalidOption(op, 'antialias', "antialias with mode 'nearest'", "'bilinear' or 'bicubic'", next);
  }
  return { ...common, antialias };
}

/** Refuses what is not one of {@link CropOptions} (`INVALID_OPTION`), for what keeps them for later, as a layer does. */
export function checkCropOptions(op: string, options: unknown): void {
  resolveCropOptions(op, options);
}

/** Reads the keys of {@link PasteOptions} and refuses others (`INVALID_OPTION`); {@link resolveCropOptions} checks what they say. */
export function readPasteOptions(op: string, options: unknown): Record<keyof PasteOptions, unknown> {
  return readOptions(op, options, {
    mode: undefined,
    alignCorners: undefined,
    dataFormat: undefined,
    cubicCoefficient: undefined,
    antialias: undefined,
  });
}

function resolved(
  op: string,
  read: Readonly<Record<keyof SampleOptions, unknown>>,
  cubicCoefficient: CubicCoefficient,
): ResolvedSampleOptions & LaterOptions {
  return {
    mode: oneOf(op, 'mode', read.mode, MODES),
    paddingMode: oneOf(op, 'paddingMode', read.paddingMode, PADDING_MODES),
    alignCorners: flag(op, 'alignCorners', read.alignCorners),
    dataFormat: oneOf(op, 'dataFormat', read.dataFormat, DATA_FORMATS),
    cutoff: oneOf(op, 'outside', read.outside, OUTSIDES) === 'fill' ? 1 / 2 : Number.POSITIVE_INFINITY,
    rounding: 'even',
    cubicCoefficient: readCubicCoefficient(op, read.cubicCoefficient, cubicCoefficient),
    imageIndex: read.imageIndex,
    ...readFillValue(op, read.fillValue),
  };
}

function readCubicCoefficient(op: string, value: unknown, byDefault: CubicCoefficient): CubicCoefficient {
  if (value === undefined) return byDefault;
  if (value === -0.75 || value === -0.5) return value;
  const next = 'Pass -0.75, as PyTorch does, or -0.5, which keeps a straight ramp straight';
  throw invalidOption(op, 'cubicCoefficient', describeValue(value), '-0.75 or -0.5', next);
}

function readAntialias(op: string, value: unknown): number {
  if (value === undefined || typeof value === 'boolean') return value === true ? 1 : 0;
  const { widen } = readOptions(`${op}: antialias`, value, { widen: undefined });
  if (typeof widen === 'number' && widen >= 1 && widen < Number.POSITIVE_INFINITY) return widen;
  const next = 'Pass antialias: true, which is the same as widen: 1, or false';
  throw invalidOption(op, 'antialias.widen', describeValue(widen), 'a finite number of at least 1', next);
}
