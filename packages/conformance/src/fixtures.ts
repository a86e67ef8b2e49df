import affineGrid from '../fixtures/affine-grid.json' with { type: 'json' };
import affineSample from '../fixtures/affine-sample.json' with { type: 'json' };
import crop from '../fixtures/crop.json' with { type: 'json' };
import exactKinks from '../fixtures/exact-kinks.json' with { type: 'json' };
import gridSample from '../fixtures/grid-sample.json' with { type: 'json' };
import perspective from '../fixtures/perspective.json' with { type: 'json' };
import wrap from '../fixtures/wrap.json' with { type: 'json' };
import wrapKinks from '../fixtures/wrap-kinks.json' with { type: 'json' };
import type {
  AffineGridCase,
  AffineSampleCase,
  Case,
  CropCase,
  GridSampleCase,
  NdArray,
  PerspectiveSampleCase,
  Quantity,
} from './case.js';

/** A tensor of a fixture. Inputs are float32 numbers exactly; outputs and gradients are PyTorch's float64. */
export interface FixtureArray extends NdArray {
  readonly data: readonly number[];
}

/** A case, with the result and the gradients that PyTorch gives; the layout is always [N,…,C]. */
export type Fixture<C extends Case, Q extends Quantity> = {
  readonly [K in keyof C]: C[K] extends NdArray ? FixtureArray : C[K];
} & { readonly [quantity in Q]: FixtureArray } & {
  /** Unique among all fixtures, stable and readable: `gridSample/2d/bilinear/zeros/alignCorners=false/far`. */
  readonly id: string;
};

/** `affineGrid(theta, size, options)`, and its gradient. */
export type AffineGridFixture = Fixture<AffineGridCase, 'output' | 'dTheta'>;

/** `gridSample(image, grid, options)`, and both gradients. */
export type GridSampleFixture = Fixture<GridSampleCase, 'output' | 'dImage' | 'dGrid'>;

/** `affineSample(image, theta, size, options)`, and both gradients: PyTorch's affine_grid and then grid_sample. */
export type AffineSampleFixture = Fixture<AffineSampleCase, 'output' | 'dImage' | 'dTheta'>;

/** `crop(image, boxes, size, options)`, and both gradients: theta is built from the boxes in PyTorch too. */
export type CropFixture = Fixture<CropCase, 'output' | 'dImage' | 'dBoxes'>;

/** `perspectiveSample(image, theta, size, options)`, and both gradients: PyTorch's grid_sample at the points of theta. */
export type PerspectiveSampleFixture = Fixture<PerspectiveSampleCase, 'output' | 'dImage' | 'dTheta'> & {
  /** The quads [N,4,2] that OpenCV made the thetas of, where the whole crop is in front of the camera. */
  readonly quads?: FixtureArray;
};

/** A fixture that samples an image. */
export type SampleFixture = GridSampleFixture | AffineSampleFixture | PerspectiveSampleFixture | CropFixture;

/** One call of a function of cropgrad, with what PyTorch answers. */
export type AnyFixture = AffineGridFixture | SampleFixture;

/**
 * Reference cases away from every kink: no coordinate is within 1e-3 pixels of a point where the sampler or its slope
 * jumps, so compare within tolerance. Every mode, padding and alignCorners, in 2-D and 3-D, but for 3-D bicubic, which
 * PyTorch lacks; wrap, which it lacks too, is its sampler inside an image that is repeated.
 */
export function fixtureCases(): readonly AnyFixture[] {
  return [...affineGrid, ...gridSample, ...affineSample, ...crop, ...wrap, ...perspective];
}

/**
 * Reference cases at the kinks: pixel centres, ties of nearest, edges, folds and the seam of wrap. Every number, on the
 * way too, is exact in float32, so PyTorch's side is the only right one.
 */
export function exactKinkCases(): readonly SampleFixture[] {
  return [...exactKinks, ...wrapKinks];
}
