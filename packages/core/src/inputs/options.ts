import type { Tensor1D } from '@tensorflow/tfjs-core';
import { CropError } from '../errors.js';
import { describeValue } from './describe-value.js';

/** How a value is read between pixels: PyTorch's `mode`. Bicubic has a = -0.75 and may overshoot. */
export type Mode = 'bilinear' | 'nearest' | 'bicubic';

/**
 * What is read outside the image: PyTorch's `padding_mode`, and `'wrap'`, which PyTorch does not have: the image repeats every
 * S pixels, its last pixel next to its first, with `alignCorners` too.
 */
export type PaddingMode = 'zeros' | 'border' | 'reflection' | 'wrap';

/** Where the channels are: [N,H,W,C] or [N,C,H,W]; in 3-D [N,D,H,W,C] or [N,C,D,H,W]. */
export type DataFormat = 'NHWC' | 'NCHW';

/**
 * The order of a box's numbers: two opposite corners (x, y, x', y'); a corner and the size (x, y, w, h); the centre and the
 * size (cx, cy, w, h); or corners as TensorFlow has them (y, x, y', x'). In 3-D the same with z: (x, y, z, x', y', z'),
 * (x, y, z, w, h, d), (cx, cy, cz, w, h, d) and (z, y, x, z', y', x').
 */
export type BoxFormat = 'xyxy' | 'xywh' | 'cxcywh' | 'yxyx';

/** Every {@link Mode}. */
export const MODES: readonly Mode[] = Object.freeze<Mode[]>(['bilinear', 'nearest', 'bicubic']);
/** Every {@link PaddingMode}. */
export const PADDING_MODES: readonly PaddingMode[] = Object.freeze<PaddingMode[]>([
  'zeros',
  'border',
  'reflection',
  'wrap',
]);
/** Every {@link DataFormat}. */
export const DATA_FORMATS: readonly DataFormat[] = Object.freeze<DataFormat[]>(['NHWC', 'NCHW']);

/** Every {@link BoxFormat}. */
export const BOX_FORMATS: readonly BoxFormat[] = Object.freeze<BoxFormat[]>(['xyxy', 'xywh', 'cxcywh', 'yxyx']);

/** Options of what reads or gives boxes in other units: {@link boxesFromPixels}, {@link boxesToUnit} and their like. */
export interface BoxOptions {
  /** The order of the numbers that are in the other unit; normalised boxes are always `'xyxy'`. Default `'xyxy'`. */
  format?: BoxFormat | undefined;
}

/** Options of {@link affineGrid}, {@link perspectiveGrid} and {@link rotatedBoxToTheta}. */
export interface GridOptions {
  /**
   * Whether -1 and 1 are the centres of the first and last pixel (true) or the outer edges of the image (false).
   * Default false, as in PyTorch.
   */
  alignCorners?: boolean | undefined;
}

/** Options of {@link thetaFromPixels} and {@link thetaToPixels}. */
export interface PixelMapOptions extends GridOptions {
  /**
   * Which way the matrix goes: from pixels of the crop to those of the image, as a theta does, or back, as the matrix of
   * `cv2.warpAffine` does. It has no default, as half of all mistakes with such matrices are its direction.
   */
  maps: 'cropToImage' | 'imageToCrop';
}

/** Options of {@link tpsGrid}. */
export interface SplineOptions extends GridOptions {
  /**
   * How much bending costs beside missing the targets, at least 0. Default 0: every target is met. With targets that are
   * off by about 0.2, 0.1 leaves 0.05 of it and hardly bends less, and 10 is nearly affine.
   */
  regularization?: number | undefined;
}

/**
 * Options of {@link gridSample}, {@link affineSample}, {@link perspectiveSample}, {@link crop} and {@link cropQuads}: a plain
 * object. Unknown keys are refused.
 */
export interface SampleOptions extends GridOptions {
  /** Default `'bilinear'`. */
  mode?: Mode | undefined;
  /** Default `'zeros'`, which reads `fillValue` outside the image. */
  paddingMode?: PaddingMode | undefined;
  /** Layout of the image and of the result. Default `'NHWC'`, where PyTorch has NCHW. */
  dataFormat?: DataFormat | undefined;
  /**
   * Which image each crop reads: N integers from 0 to the number of images minus 1. An int32 tensor is read back to
   * the host to be checked, which some backends cannot do (`UNSUPPORTED`). Default: crop n reads image n, a single image serves every crop, and a single box, theta or
   * grid every image. Not in PyTorch.
   */
  imageIndex?: readonly number[] | Int32Array | Tensor1D | undefined;
  /**
   * What `'zeros'` reads outside the image, and what every padding mode gives for a non-finite coordinate.
   * Default 0, PyTorch's only value.
   */
  fillValue?: number | undefined;
}

/** {@link SampleOptions} with the defaults filled in and every value checked; `imageIndex` is resolved later. */
export interface ResolvedSampleOptions {
  mode: Mode;
  paddingMode: PaddingMode;
  alignCorners: boolean;
  dataFormat: DataFormat;
  fillValue: number;
}

/** Fills in the default of {@link BoxOptions} and refuses what is not one of them (`INVALID_OPTION`). */
export function resolveBoxOptions(op: string, options: unknown): { format: BoxFormat } {
  return { format: oneOf(op, 'format', readOptions(op, options, { format: undefined }).format, BOX_FORMATS) };
}

/** Fills in the default of {@link GridOptions} and refuses what is not one of them (`INVALID_OPTION`). */
export function resolveGridOptions(op: string, options: unknown): { alignCorners: boolean } {
  return { alignCorners: flag(op, 'alignCorners', readOptions(op, options, { alignCorners: undefined }).alignCorners) };
}

/** Fills in the default of {@link PixelMapOptions} and refuses what is not one of them, and no `maps` (`INVALID_OPTION`). */
export function resolvePixelMapOptions(
  op: string,
  options: unknown,
): { maps: PixelMapOptions['maps']; alignCorners: boolean } {
  const read = readOptions(op, options, { maps: undefined, alignCorners: undefined });
  if (read.maps === undefined) {
    const next =
      "The matrix of cv2.warpAffine is 'imageToCrop'; one that says where each pixel is read is 'cropToImage'";
    throw invalidOption(op, 'maps', 'undefined', "'cropToImage' or 'imageToCrop'", next);
  }
  return {
    maps: oneOf(op, 'maps', read.maps, ['cropToImage', 'imageToCrop']),
    alignCorners: flag(op, 'alignCorners', read.alignCorners),
  };
}

/** Fills in the defaults of {@link SplineOptions} and refuses what is not one of them (`INVALID_OPTION`). */
export function resolveSplineOptions(op: string, options: unknown): { alignCorners: boolean; regularization: number } {
  const given = readOptions(op, options, { regularization: undefined, alignCorners: undefined });
  const { alignCorners, regularization = 0 } = given;
  if (typeof regularization !== 'number' || !(regularization >= 0 && regularization < Number.POSITIVE_INFINITY)) {
    const [got, next] = [describeValue(regularization), 'Pass 0 to meet every target'];
    throw invalidOption(op, 'regularization', got, 'a finite number of at least 0', next);
  }
  return { alignCorners: flag(op, 'alignCorners', alignCorners), regularization };
}

/** Fills in the defaults of {@link SampleOptions} and refuses what is not one of them (`INVALID_OPTION`). */
export function resolveSampleOptions(op: string, options: unknown): ResolvedSampleOptions & { imageIndex: unknown } {
  const read = readOptions<keyof SampleOptions>(op, options, {
    mode: undefined,
    paddingMode: undefined,
    alignCorners: undefined,
    dataFormat: undefined,
    imageIndex: undefined,
    fillValue: undefined,
  });
  const { fillValue = 0 } = read;
  if (typeof fillValue !== 'number') {
    throw invalidOption(op, 'fillValue', describeValue(fillValue), 'a number', 'Pass one number for all channels');
  }
  return {
    mode: oneOf(op, 'mode', read.mode, MODES),
    paddingMode: oneOf(op, 'paddingMode', read.paddingMode, PADDING_MODES),
    alignCorners: flag(op, 'alignCorners', read.alignCorners),
    dataFormat: oneOf(op, 'dataFormat', read.dataFormat, DATA_FORMATS),
    fillValue,
    imageIndex: read.imageIndex,
  };
}

/**
 * Copies an object's own options into `read`, which has every key there is, each read once: so nothing inherited counts,
 * and nothing changes after its check.
 */
function readOptions<K extends string>(op: string, options: unknown, read: Record<K, unknown>): Record<K, unknown> {
  try {
    if (!isPlainObject(options)) throw notOptions(op, describeValue(options), read);
    for (const key of Reflect.ownKeys(options)) {
      if (!isKeyOf(read, key)) {
        const got = `the unknown key ${describeValue(key)}`;
        throw invalidOption(op, 'options', got, Object.keys(read).join(', '), 'Check the spelling');
      }
      read[key] = Reflect.get(options, key);
    }
  } catch (error) {
    if (error instanceof CropError) throw error;
    throw notOptions(op, 'an object that cannot be read', read);
  }
  return read;
}

function isKeyOf<K extends string>(read: Record<K, unknown>, key: string | symbol): key is K {
  return Object.hasOwn(read, key);
}

function notOptions(op: string, got: string, known: object): CropError {
  return invalidOption(op, 'options', got, 'a plain object', `Its keys may be ${Object.keys(known).join(', ')}`);
}

/** An object as braces make it, of this page or of another, or one without a prototype. Texts and numbers inherit more. */
function isPlainObject(value: unknown): value is object {
  if (value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** The value, or the first of the known ones when it is undefined: the first is the default. */
function oneOf<T extends string>(op: string, name: string, value: unknown, known: readonly T[]): T {
  if (value === undefined) return known[0];
  const chosen = known.find((one) => one === value);
  if (chosen !== undefined) return chosen;
  throw invalidOption(op, name, describeValue(value), known.map((k) => `'${k}'`).join(', '), 'Pass one of these');
}

function flag(op: string, name: string, value: unknown): boolean {
  if (value !== undefined && typeof value !== 'boolean') {
    throw invalidOption(op, name, describeValue(value), 'true or false', 'Pass a boolean');
  }
  return value === true;
}

function invalidOption(op: string, name: string, got: string, expected: string, next: string): CropError {
  return new CropError('INVALID_OPTION', { what: `${op}: ${name}`, got, expected, next });
}
