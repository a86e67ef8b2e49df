import { describeValue } from './describe-value.js';
import { flag, invalidOption, oneOf, readOptions } from './read-options.js';

/** How a value is read between pixels: PyTorch's `mode`. Bicubic may overshoot. */
export type Mode = 'bilinear' | 'nearest' | 'bicubic';

/**
 * What is read outside the image: PyTorch's `padding_mode`, or `'wrap'`, which PyTorch does not have. With `'wrap'` the image
 * repeats every S pixels: its last pixel is next to its first, with `alignCorners`, too.
 */
export type PaddingMode = 'zeros' | 'border' | 'reflection' | 'wrap';

/** What a point outside the image gives: what `paddingMode` reads there, or `fillValue` and no gradient. */
export type Outside = 'pad' | 'fill';

/** Where `'nearest'` rounds a half to: the even pixel, as PyTorch does, or up, as TensorFlow.js does. */
export type Rounding = 'even' | 'half-up';

/** The coefficient a of Keys's cubic, which sets how much bicubic sharpens. */
export type CubicCoefficient = -0.75 | -0.5;

/** Where the channels are: [N,H,W,C] or [N,C,H,W]; in 3-D [N,D,H,W,C] or [N,C,D,H,W]. */
export type DataFormat = 'NHWC' | 'NCHW';

/**
 * The order of a box's numbers: two opposite corners (x, y, x2, y2); a corner and the size (x, y, w, h); the centre and the
 * size (cx, cy, w, h); or corners as TensorFlow has them (y, x, y', x'). In 3-D the same with z: (x, y, z, x2, y2, z2),
 * (x, y, z, w, h, d), (cx, cy, cz, w, h, d) and (z, y, x, z', y', x').
 */
export type BoxFormat = 'xyxy' | 'xywh' | 'cxcywh' | 'yxyx';

/** Every {@link Mode}. */
export const MODES: readonly Mode[] = /* @__PURE__ */ Object.freeze<Mode[]>(['bilinear', 'nearest', 'bicubic']);
/** Every {@link PaddingMode}. */
export const PADDING_MODES: readonly PaddingMode[] = /* @__PURE__ */ Object.freeze<PaddingMode[]>([
  'zeros',
  'border',
  'reflection',
  'wrap',
]);
/** Every {@link Outside}. */
export const OUTSIDES: readonly Outside[] = /* @__PURE__ */ Object.freeze<Outside[]>(['pad', 'fill']);
/** Every {@link DataFormat}. */
export const DATA_FORMATS: readonly DataFormat[] = /* @__PURE__ */ Object.freeze<DataFormat[]>(['NHWC', 'NCHW']);

/** Every {@link BoxFormat}. */
export const BOX_FORMATS: readonly BoxFormat[] = /* @__PURE__ */ Object.freeze<BoxFormat[]>([
  'xyxy',
  'xywh',
  'cxcywh',
  'yxyx',
]);

/** Options of {@link boxesFromPixels}, {@link boxesToPixels}, {@link boxesFromUnit} and {@link boxesToUnit}. */
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
   * `cv2.warpAffine` does. It has no default, as the direction of such a matrix is easy to get wrong.
   */
  maps: 'cropToImage' | 'imageToCrop';
}

/** Options of {@link tpsGrid}. */
export interface SplineOptions extends GridOptions {
  /**
   * How much bending costs, compared with missing the targets: at least 0. Default 0: every target is met. With targets that
   * are off by about 0.2, a value of 0.1 misses them by 0.05 and bends almost as much; with 10 the map is nearly affine.
   */
  regularization?: number | undefined;
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
      "Pass 'imageToCrop' for a matrix of cv2.warpAffine, or 'cropToImage' if it maps pixels of the crop to the image";
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
