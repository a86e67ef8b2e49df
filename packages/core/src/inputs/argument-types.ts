import type { Tensor, Tensor2D, Tensor3D, Tensor4D, Tensor5D } from '@tensorflow/tfjs-core';
import type { SampleOptions } from './sample-options.js';

/** Boxes: a rank-2 float32 tensor or variable, or nested numbers. */
export type BoxesInput = Tensor2D | readonly (readonly number[])[];
/** Affine or perspective maps: a rank-3 float32 tensor or variable, or nested numbers. */
export type ThetaInput = Tensor3D | readonly (readonly (readonly number[])[])[];
/** Control points of a spline, [n,2]: a rank-2 float32 tensor or variable, or nested numbers. */
export type ControlInput = Tensor2D | readonly (readonly number[])[];
/** Where each of n control points goes, [N,n,2]: a rank-3 float32 tensor or variable, or nested numbers. */
export type TargetInput = Tensor3D | readonly (readonly (readonly number[])[])[];
/** Quads, four corners (x, y) each: a rank-3 float32 tensor or variable, or nested numbers. */
export type QuadsInput = Tensor3D | readonly (readonly (readonly number[])[])[];
/** Lists of points: a rank-3 float32 tensor or variable, or nested numbers. */
export type PointsInput = Tensor3D | readonly (readonly (readonly number[])[])[];
/** A grid of 2-D points, [N,h,w,2], or a batch of 2-D images: a rank-4 tensor or nested numbers. */
export type Input4D = Tensor4D | readonly (readonly (readonly (readonly number[])[])[])[];
/** A grid of 3-D points, [N,d,h,w,3], or a batch of volumes: a rank-5 tensor or nested numbers. */
export type Input5D = Tensor5D | readonly (readonly (readonly (readonly (readonly number[])[])[])[])[];
/** The output's height and width in pixels. */
export type Size2D = readonly [height: number, width: number];
/** The output's depth, height and width in voxels. */
export type Size3D = readonly [depth: number, height: number, width: number];

/**
 * `Known`, or a tensor T whose rank TypeScript does not know: a plain `tf.Tensor`, as `tf.stack`, `tf.grad` and models
 * give it. Its rank is checked when the function runs. A rank that is known to be wrong does not compile.
 */
export type OrUnranked<Known, T> =
  // In brackets a union is taken whole, so that `tf.Tensor | undefined` is refused.
  [T] extends [Tensor | Known] ? ([RankOf<T> & RankOf<Known>] extends [never] ? Known : T) : Known;

type RankOf<T> = T extends Tensor ? T['rankType'] : never;

/**
 * `Known`, or an array S whose length TypeScript does not know, such as `image.shape.slice(1, 3)`. Its length is checked
 * when the function runs.
 */
export type OrUnsized<Known, S extends readonly number[]> = number extends S['length'] ? S : Known;

/**
 * Options from a variable. There TypeScript knows `'nearest'` as a `string` only, -0.5 as a `number`, and may not know the
 * rank of a tensor. The options are checked when the function runs.
 */
export type Widened<O, Options = SampleOptions> = O extends {
  [K in keyof Options]?: OrWide<Options[K], K extends keyof O ? O[K] : never>;
}
  ? keyof O extends keyof Options
    ? O
    : never
  : never;

type OrWide<Known, V> = [Known] extends [string | number | undefined]
  ? string extends V
    ? string | undefined
    : number extends V
      ? number | undefined
      : Known
  : OrUnranked<Known, V>;

/** How many spatial axes an image, a grid or a size has, as far as TypeScript knows: 2, 3, or `2 | 3` for either. */
export type SpatialAxes<X> = X extends Input4D | Size2D ? 2 : X extends Input5D | Size3D ? 3 : 2 | 3;

/** The type of `size`, by the number of {@link SpatialAxes}. */
export interface Sizes {
  2: Size2D;
  3: Size3D;
}

/** The type of a grid, by the number of {@link SpatialAxes}. */
export interface Grids {
  2: Input4D;
  3: Input5D;
}

/** The type of the result, by the number of {@link SpatialAxes}. */
export interface Outputs {
  2: Tensor4D;
  3: Tensor5D;
}
