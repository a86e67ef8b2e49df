import type { CubicCoefficient, DataFormat, Mode, PaddingMode } from '@cropgrad/core';
import type { Rounding } from '@cropgrad/core/backend';

/** A tensor as plain data, row by row. */
export interface NdArray {
  readonly shape: readonly number[];
  readonly data: ArrayLike<number>;
}

/** Options of a sampling case; what is left out has core's default. */
export interface CaseOptions {
  readonly mode: Mode;
  readonly paddingMode: PaddingMode;
  readonly alignCorners: boolean;
  readonly fillValue?: number;
  readonly imageIndex?: readonly number[];
  readonly cubicCoefficient?: CubicCoefficient;
  /** How far outside a point may lie, in pixels, before it samples nothing; 1/2 is what `outside: 'fill'` asks for. */
  readonly cutoff?: number;
  readonly rounding?: Rounding;
  /** Of affineSample, perspectiveSample and crop alone; `widen` is how much longer than an output pixel the filter is. */
  readonly antialias?: true | { readonly widen: number };
  /** Only how the call is made: the image, dy and the results of a case are always laid out [N,…,C]. */
  readonly dataFormat?: DataFormat;
}

interface CaseBase {
  readonly dimensions: 2 | 3;
  /** The gradient that flows into the output; it has the output's shape. */
  readonly dy: NdArray;
}

interface SampleCaseBase extends CaseBase {
  /** [B,H,W,C], or [B,D,H,W,C] in 3-D. */
  readonly image: NdArray;
  readonly options: CaseOptions;
}

/** A call of `gridSample(image, grid, options)`. */
export interface GridSampleCase extends SampleCaseBase {
  readonly op: 'gridSample';
  readonly grid: NdArray;
}

/** A call of `affineSample(image, theta, size, options)`. */
export interface AffineSampleCase extends SampleCaseBase {
  readonly op: 'affineSample';
  readonly theta: NdArray;
  readonly size: readonly number[];
}

/** A call of `perspectiveSample(image, theta, size, options)`, of images only. */
export interface PerspectiveSampleCase extends SampleCaseBase {
  readonly op: 'perspectiveSample';
  readonly theta: NdArray;
  readonly size: readonly number[];
}

/** A call of `crop(image, boxes, size, options)`. */
export interface CropCase extends SampleCaseBase {
  readonly op: 'crop';
  readonly boxes: NdArray;
  readonly size: readonly number[];
}

/** A call of `affineGrid(theta, size, options)`. */
export interface AffineGridCase extends CaseBase {
  readonly op: 'affineGrid';
  readonly theta: NdArray;
  readonly size: readonly number[];
  readonly options: { readonly alignCorners: boolean };
}

/** A case that reads an image. */
export type SampleCase = GridSampleCase | AffineSampleCase | PerspectiveSampleCase | CropCase;

/** One call of a function of core and the gradient that flows back into it, as plain data. */
export type Case = SampleCase | AffineGridCase;

/** What a case is asked for: the result, or the gradient of one of its inputs. */
export type Quantity = 'output' | 'dImage' | 'dGrid' | 'dTheta' | 'dBoxes';

/** The tensor that says where a case samples. */
export function coordinatesOf(c: Case): NdArray {
  switch (c.op) {
    case 'gridSample':
      return c.grid;
    case 'crop':
      return c.boxes;
    default:
      return c.theta;
  }
}

/** The gradient of {@link coordinatesOf}. */
export function coordinateGradient(op: Case['op']): Quantity {
  return op === 'gridSample' ? 'dGrid' : op === 'crop' ? 'dBoxes' : 'dTheta';
}

/** The shape of a quantity of a case. */
export function shapeOf(c: Case, quantity: Quantity): readonly number[] {
  if (quantity === 'output') return c.dy.shape;
  if (quantity === 'dImage') {
    if (c.op === 'affineGrid') throw new TypeError('affineGrid has no image');
    return c.image.shape;
  }
  return coordinatesOf(c).shape;
}
