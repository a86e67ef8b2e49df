import type { KernelBackend, TensorInfo } from '@tensorflow/tfjs-core';
import type { ResolvedSampleOptions } from './options.js';

/** Attributes of every sampling kernel: the options, checked, and which image each crop reads. */
export interface SampleAttrs extends ResolvedSampleOptions {
  /** One entry per crop, each from 0 to the number of images minus 1; always there, whatever the user gave. */
  imageIndex: Int32Array;
}

/** The output's spatial shape: [h,w], or [d,h,w] in 3-D. */
export type OutputSize = readonly number[];

/**
 * What each kernel takes. 2-D and 3-D share a kernel and are told apart by rank: theta is [N,2,3] or [N,3,4], grid
 * [N,h,w,2] or [N,d,h,w,3], image 4-D or 5-D in `dataFormat`. Every kernel gives back one float32 tensor.
 * Theta, grid and dy are always float32; the image has one of the dtypes that the capabilities declare.
 * Core has checked everything and answers empty results itself, so no axis is ever 0.
 */
export interface CropKernelArgs {
  /** theta → grid, in x, y(, z) order. */
  AffineGrid: { inputs: { theta: TensorInfo }; attrs: { size: OutputSize; alignCorners: boolean } };
  /** dgrid → dtheta. */
  AffineGridGradTheta: { inputs: { dgrid: TensorInfo }; attrs: { alignCorners: boolean } };
  /** image, grid → crops. */
  GridSample: { inputs: { image: TensorInfo; grid: TensorInfo }; attrs: SampleAttrs };
  /** dy, grid → dimage, of shape `imageShape`. */
  GridSampleGradImage: {
    inputs: { dy: TensorInfo; grid: TensorInfo };
    attrs: SampleAttrs & { imageShape: readonly number[] };
  };
  /** dy, image, grid → dgrid. */
  GridSampleGradGrid: { inputs: { dy: TensorInfo; image: TensorInfo; grid: TensorInfo }; attrs: SampleAttrs };
  /** image, theta → crops, without a grid in memory. */
  AffineSample: { inputs: { image: TensorInfo; theta: TensorInfo }; attrs: SampleAttrs & { size: OutputSize } };
  /** dy, theta → dimage, of shape `imageShape`. */
  AffineSampleGradImage: {
    inputs: { dy: TensorInfo; theta: TensorInfo };
    attrs: SampleAttrs & { size: OutputSize; imageShape: readonly number[] };
  };
  /** dy, image, theta → dtheta, all six (twelve in 3-D) entries. */
  AffineSampleGradTheta: {
    inputs: { dy: TensorInfo; image: TensorInfo; theta: TensorInfo };
    attrs: SampleAttrs & { size: OutputSize };
  };
}

/** The name of a kernel of the contract; in tfjs's registry it carries {@link KERNEL_PREFIX}. */
export type CropKernelName = keyof CropKernelArgs;

/** One kernel: tensors that share nothing with its inputs out, everything else it made disposed. */
export type CropKernel<K extends CropKernelName, B extends KernelBackend = KernelBackend> = (
  args: CropKernelArgs[K] & { backend: B },
) => TensorInfo;

/** The fused kernels, which a backend may leave out. */
export type FusedKernelName = 'AffineSample' | 'AffineSampleGradImage' | 'AffineSampleGradTheta';
/** The kernels every backend has. */
export type RequiredKernelName = Exclude<CropKernelName, FusedKernelName>;

/** The kernels every backend writes. */
export const REQUIRED_KERNELS: readonly RequiredKernelName[] = [
  'AffineGrid',
  'AffineGridGradTheta',
  'GridSample',
  'GridSampleGradImage',
  'GridSampleGradGrid',
];

/** The fused kernels, which core composes from the required ones where a backend has none. */
export const FUSED_KERNELS: readonly FusedKernelName[] = [
  'AffineSample',
  'AffineSampleGradImage',
  'AffineSampleGradTheta',
];

/** The kernels of a backend: the five required ones, and as many of the three fused ones as it has. */
export type CropKernels<B extends KernelBackend = KernelBackend> = {
  [K in RequiredKernelName]: CropKernel<K, B>;
} & { [K in FusedKernelName]?: CropKernel<K, B> };

/** The same with the fused kernels filled in. */
export type CompleteCropKernels<B extends KernelBackend = KernelBackend> = {
  [K in CropKernelName]: CropKernel<K, B>;
};

/** What the kernels are called in tfjs's registry, so that they never collide with tfjs's own: `CropgradGridSample`. */
export const KERNEL_PREFIX = 'Cropgrad';
