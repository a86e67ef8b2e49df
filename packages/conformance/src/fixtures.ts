import type { Mode, PaddingMode } from '@cropgrad/core';
import affineGrid from '../fixtures/affine-grid.json' with { type: 'json' };
import affineSample from '../fixtures/affine-sample.json' with { type: 'json' };
import crop from '../fixtures/crop.json' with { type: 'json' };
import exactKinks from '../fixtures/exact-kinks.json' with { type: 'json' };
import gridSample from '../fixtures/grid-sample.json' with { type: 'json' };

/** A tensor as plain data, row by row. Inputs are float32 numbers exactly; outputs and gradients are PyTorch's float64. */
export interface FixtureArray {
  readonly shape: readonly number[];
  readonly data: readonly number[];
}

/** Options of a sampling fixture, ready to be passed to the function under test; the layout is always NHWC. */
export interface FixtureOptions {
  readonly mode: Mode;
  readonly paddingMode: PaddingMode;
  readonly alignCorners: boolean;
  /** Left out where it is 0. */
  readonly fillValue?: number;
  /** Left out where crop n reads image n, or a single image serves every crop. */
  readonly imageIndex?: readonly number[];
}

/** What every fixture has. */
interface FixtureBase {
  /** Unique among all fixtures, stable and readable: `gridSample/2d/bilinear/zeros/alignCorners=false/far`. */
  readonly id: string;
  /** Images (2) or volumes (3). */
  readonly dimensions: 2 | 3;
  /** The gradient that flows into the output; it has the output's shape. */
  readonly dy: FixtureArray;
  readonly output: FixtureArray;
}

/** What every fixture that samples an image has. */
interface SampleBase extends FixtureBase {
  readonly options: FixtureOptions;
  /** [B,H,W,C], or [B,D,H,W,C] in 3-D. */
  readonly image: FixtureArray;
  /** Gradient of the image; it has the image's shape. */
  readonly dImage: FixtureArray;
}

/** `affineGrid(theta, size, options)`, and its gradient. */
export interface AffineGridCase extends FixtureBase {
  readonly op: 'affineGrid';
  readonly options: { readonly alignCorners: boolean };
  /** [h,w], or [d,h,w] in 3-D. */
  readonly size: readonly number[];
  /** [N,2,3], or [N,3,4] in 3-D. */
  readonly theta: FixtureArray;
  readonly dTheta: FixtureArray;
}

/** `gridSample(image, grid, options)`, and both gradients. */
export interface GridSampleCase extends SampleBase {
  readonly op: 'gridSample';
  /** [N,h,w,2], or [N,d,h,w,3] in 3-D. */
  readonly grid: FixtureArray;
  readonly dGrid: FixtureArray;
}

/** `affineSample(image, theta, size, options)`, and both gradients: PyTorch's affine_grid and then grid_sample. */
export interface AffineSampleCase extends SampleBase {
  readonly op: 'affineSample';
  /** [h,w], or [d,h,w] in 3-D. */
  readonly size: readonly number[];
  /** [N,2,3], or [N,3,4] in 3-D. */
  readonly theta: FixtureArray;
  readonly dTheta: FixtureArray;
}

/** `crop(image, boxes, size, options)`, and both gradients: theta is built from the boxes in PyTorch too. */
export interface CropCase extends SampleBase {
  readonly op: 'crop';
  /** [h,w], or [d,h,w] in 3-D. */
  readonly size: readonly number[];
  /** [N,4], or [N,6] in 3-D. */
  readonly boxes: FixtureArray;
  readonly dBoxes: FixtureArray;
}

/** One call of a function of cropgrad, with the result and the gradients that PyTorch gives. */
export type FixtureCase = AffineGridCase | SampleCase;

/** A {@link FixtureCase} that samples an image. */
export type SampleCase = GridSampleCase | AffineSampleCase | CropCase;

/**
 * Reference cases away from every kink: no coordinate is within 1e-3 pixels of a point where the sampler or its slope
 * jumps, so compare within tolerance. Every mode, padding and alignCorners, in 2-D and 3-D, but for 3-D bicubic, which
 * PyTorch lacks.
 */
export function fixtureCases(): readonly FixtureCase[] {
  return [...affineGrid, ...gridSample, ...affineSample, ...crop];
}

/**
 * Reference cases at the kinks: pixel centres, ties of nearest, edges and folds. Every number, on the way too, is exact
 * in float32, so PyTorch's side is the only right one.
 */
export function exactKinkCases(): readonly SampleCase[] {
  return exactKinks;
}
