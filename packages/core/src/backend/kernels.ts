import type { KernelBackend, TensorInfo } from '@tensorflow/tfjs-core';
import type { Mode } from '../inputs/options.js';
import type { ResolvedSampleOptions } from '../inputs/sample-options.js';

/** Attributes of every sampling kernel: the options, checked, and which image each crop reads. */
export interface SampleAttrs extends ResolvedSampleOptions {
  /** One entry per crop, each from 0 to the number of images minus 1; always there, whatever the user gave. */
  imageIndex: Int32Array;
}

/** The output's spatial shape: [h,w], or [d,h,w] in 3-D. */
export type OutputSize = readonly number[];

/** Of kernels without attributes. */
export type NoAttrs = Record<never, never>;

/** Attributes of the kernels between thetas, affine or perspective, and grids. */
export interface AffineGridAttrs {
  size: OutputSize;
  alignCorners: boolean;
}

/** Attributes of the fused kernels. They have no grid to take the output's shape from, so `size` gives it. */
export interface AffineSampleAttrs extends SampleAttrs {
  size: OutputSize;
  /** How much the filter is widened, 1 and more; 0 where nothing is antialiased, as always with `nearest`. */
  antialias: number;
}

/**
 * Attributes of a gradient by the points. With `'nearest'` a sample does not change with its point: core gives zeros for that
 * gradient, whatever the numbers are, and runs no kernel.
 */
export interface PointGradientAttrs extends SampleAttrs {
  mode: Exclude<Mode, 'nearest'>;
}

/** Attributes of the fused gradient by the points, which is one by theta. */
export interface AffinePointGradientAttrs extends AffineSampleAttrs {
  mode: PointGradientAttrs['mode'];
}

/** Attributes of a gradient by the image. */
export interface ImageGradientAttrs extends SampleAttrs {
  /** The shape of the gradient, and of the image: [N,H,W,C] or [N,D,H,W,C], or as `dataFormat` says. */
  imageShape: readonly number[];
}

/** Attributes of the gradient by the image of a derivative along a tangent: never `nearest`, whose derivatives are all 0. */
export interface TangentImageGradientAttrs extends ImageGradientAttrs {
  mode: PointGradientAttrs['mode'];
}

/** Attributes of the fused gradient by the image. */
export interface AffineImageGradientAttrs extends AffineSampleAttrs, ImageGradientAttrs {}

/**
 * What each kernel takes. 2-D and 3-D share a kernel and are told apart by rank: theta is [N,2,3] or [N,3,4], grid
 * [N,h,w,2] or [N,d,h,w,3], image 4-D or 5-D in `dataFormat`. Every kernel gives back one float32 tensor. Only `nearest` of an
 * int32 or bool image may give back the image's dtype; if it gives float32, core casts it.
 * Theta, grid and dy are always float32; the image has one of the dtypes that the capabilities declare.
 * Core has checked everything and answers empty results itself, so no axis is ever 0.
 */
export interface CropKernelArgs {
  /** theta → grid, in x, y(, z) order. */
  AffineGrid: { inputs: { theta: TensorInfo }; attrs: AffineGridAttrs };
  /** dgrid → dtheta. */
  AffineGridGradTheta: { inputs: { dgrid: TensorInfo }; attrs: AffineGridAttrs };
  /** image, grid → crops. */
  GridSample: { inputs: { image: TensorInfo; grid: TensorInfo }; attrs: SampleAttrs };
  /** dy, grid → dimage, of shape `imageShape`. */
  GridSampleGradImage: { inputs: { dy: TensorInfo; grid: TensorInfo }; attrs: ImageGradientAttrs };
  /** dy, image, grid → dgrid; never with mode `'nearest'`. */
  GridSampleGradGrid: { inputs: { dy: TensorInfo; image: TensorInfo; grid: TensorInfo }; attrs: PointGradientAttrs };
  /**
   * image, grid, tangent → the derivative of the crops by the grid along the tangent, which has the grid's shape. The taps are
   * those of GridSample; each weight is replaced by its derivative along the tangent. A point that samples nothing gives 0,
   * even if its tangent is NaN, as it is behind a camera.
   */
  GridSampleJvp: { inputs: { image: TensorInfo; grid: TensorInfo; tangent: TensorInfo }; attrs: PointGradientAttrs };
  /** dy, grid, tangent → the gradient of GridSampleJvp by the image, of shape `imageShape`. */
  GridSampleJvpGradImage: {
    inputs: { dy: TensorInfo; grid: TensorInfo; tangent: TensorInfo };
    attrs: TangentImageGradientAttrs;
  };
  /** dy, image, grid, tangent → the gradient of GridSampleJvp by the grid: second derivatives of the weights. */
  GridSampleJvpGradGrid: {
    inputs: { dy: TensorInfo; image: TensorInfo; grid: TensorInfo; tangent: TensorInfo };
    attrs: PointGradientAttrs;
  };
  /** image, theta → crops, without a grid in memory. */
  AffineSample: { inputs: { image: TensorInfo; theta: TensorInfo }; attrs: AffineSampleAttrs };
  /** dy, theta → dimage, of shape `imageShape`. */
  AffineSampleGradImage: { inputs: { dy: TensorInfo; theta: TensorInfo }; attrs: AffineImageGradientAttrs };
  /** dy, image, theta → dtheta, all six (twelve in 3-D) entries; never with mode `'nearest'`. */
  AffineSampleGradTheta: {
    inputs: { dy: TensorInfo; image: TensorInfo; theta: TensorInfo };
    attrs: AffinePointGradientAttrs;
  };
  /**
   * theta [N,3,3] → grid [N,h,w,2]: with (X, Y, W) = theta (u, v, 1) the point (X/W, Y/W). It is (NaN, NaN), which samples
   * nothing, where W · sgn(theta22) ≤ 0 (or W ≤ 0 where theta22 is 0), and everywhere where theta is not finite.
   */
  PerspectiveGrid: { inputs: { theta: TensorInfo }; attrs: AffineGridAttrs };
  /** dgrid, theta → dtheta [N,3,3], all nine entries; points that are NaN count for nothing. */
  PerspectiveGridGradTheta: { inputs: { dgrid: TensorInfo; theta: TensorInfo }; attrs: AffineGridAttrs };
  /** image, theta [N,3,3] → crops; a theta whose last row is (0, 0, 1) is the affine one above that row, bit for bit. */
  PerspectiveSample: { inputs: { image: TensorInfo; theta: TensorInfo }; attrs: AffineSampleAttrs };
  /** dy, theta [N,3,3] → dimage, of shape `imageShape`. */
  PerspectiveSampleGradImage: { inputs: { dy: TensorInfo; theta: TensorInfo }; attrs: AffineImageGradientAttrs };
  /** dy, image, theta [N,3,3] → dtheta, all nine entries. */
  PerspectiveSampleGradTheta: {
    inputs: { dy: TensorInfo; image: TensorInfo; theta: TensorInfo };
    attrs: AffinePointGradientAttrs;
  };
  /** boxes [N,4] → theta [N,2,3], or [N,6] → [N,3,4]: the corners' half difference and half sum on each axis, else 0. */
  BoxToTheta: { inputs: { boxes: TensorInfo }; attrs: NoAttrs };
  /** dtheta → dboxes, an axis at a time: what is not finite stays on its axis. */
  BoxToThetaGradBoxes: { inputs: { dtheta: TensorInfo }; attrs: NoAttrs };
}

/** The name of a kernel of the contract; in tfjs's registry it carries `KERNEL_PREFIX`. */
export type CropKernelName = keyof CropKernelArgs;

/**
 * One kernel. It gives back a tensor of the shape `shape`, which core has worked out. Its result shares no memory
 * with its inputs, and it disposes everything else that it makes.
 */
export type CropKernel<K extends CropKernelName, B extends KernelBackend = KernelBackend> = (
  args: CropKernelArgs[K] & { backend: B; shape: readonly number[] },
) => TensorInfo;

/** The fused kernels, which a backend may leave out. */
export type FusedKernelName = 'AffineSample' | 'AffineSampleGradImage' | 'AffineSampleGradTheta';
/** The kernels of a backend that declares `'perspective'` among its points: the grid's, and the fused ones, if it has them. */
export type PerspectiveKernelName = Extract<CropKernelName, `Perspective${string}`>;
/** The kernels of a backend that declares `order: 2`. */
export type JvpKernelName = Extract<CropKernelName, `${string}Jvp${string}`>;
/** The two kernels between boxes and thetas. A backend has both, or neither. */
export type BoxKernelName = 'BoxToTheta' | 'BoxToThetaGradBoxes';
/** The kernels that a backend may leave out. */
export type OptionalKernelName = FusedKernelName | PerspectiveKernelName | JvpKernelName | BoxKernelName;
/** The kernels every backend has. */
export type RequiredKernelName = Exclude<CropKernelName, OptionalKernelName>;

/** The kernels every backend writes: AffineGrid, AffineGridGradTheta, GridSample, GridSampleGradImage, GridSampleGradGrid. */
export const REQUIRED_KERNELS: readonly RequiredKernelName[] = [
  'AffineGrid',
  'AffineGridGradTheta',
  'GridSample',
  'GridSampleGradImage',
  'GridSampleGradGrid',
];

/**
 * The fused kernels AffineSample, AffineSampleGradImage and AffineSampleGradTheta, which core composes from the required
 * ones where a backend has none.
 */
export const FUSED_KERNELS: readonly FusedKernelName[] = [
  'AffineSample',
  'AffineSampleGradImage',
  'AffineSampleGradTheta',
];

/**
 * The kernels of perspective thetas. A backend that declares `'perspective'` has at least PerspectiveGrid and
 * PerspectiveGridGradTheta. Core composes the three fused ones from them if the backend has none.
 */
export const PERSPECTIVE_KERNELS: readonly PerspectiveKernelName[] = [
  'PerspectiveGrid',
  'PerspectiveGridGradTheta',
  'PerspectiveSample',
  'PerspectiveSampleGradImage',
  'PerspectiveSampleGradTheta',
];

/**
 * The kernels of second derivatives, which a backend that declares `order: 2` has: a derivative along a tangent, and its two
 * gradients. Core composes the second derivatives of thetas from these.
 */
export const JVP_KERNELS: readonly JvpKernelName[] = [
  'GridSampleJvp',
  'GridSampleJvpGradImage',
  'GridSampleJvpGradGrid',
];

/**
 * The kernels between boxes and thetas. If a backend has none, core uses ops of tfjs, which take longer than a small crop.
 * `writeThetas` and `writeBoxGradients` compute the same on JavaScript arrays.
 */
export const BOX_KERNELS: readonly BoxKernelName[] = ['BoxToTheta', 'BoxToThetaGradBoxes'];

/** Every kernel that a backend may leave out. */
export const OPTIONAL_KERNELS: readonly OptionalKernelName[] = [
  ...FUSED_KERNELS,
  ...PERSPECTIVE_KERNELS,
  ...JVP_KERNELS,
  ...BOX_KERNELS,
];

/** The kernels of a backend: the five required ones, and any of the others; of those for boxes both or none. */
export type CropKernels<B extends KernelBackend = KernelBackend> = {
  [K in RequiredKernelName]: CropKernel<K, B>;
} & { [K in OptionalKernelName]?: CropKernel<K, B> };

/** The same with the fused kernels filled in; the other groups are there all or not at all. */
export type CompleteCropKernels<B extends KernelBackend = KernelBackend> = {
  [K in RequiredKernelName | FusedKernelName]: CropKernel<K, B>;
} & { [K in Exclude<OptionalKernelName, FusedKernelName>]?: CropKernel<K, B> };
