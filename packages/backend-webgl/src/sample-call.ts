import type { AffineSampleAttrs, SampleAttrs } from '@cropgrad/core/backend';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { type Points, pointTensor } from './points/points.js';
import type { CallAttrs } from './problem.js';

/** What a sampling kernel is called with, whatever says where outputs read. */
export interface SampleCall {
  readonly backend: MathBackendWebGL;
  readonly attrs: CallAttrs;
  readonly points: Points;
  /** The theta or the grid. */
  readonly pointsInfo: TensorInfo;
  /** How the points of a grid move, in its shape, where the result is a derivative. */
  readonly tangent?: TensorInfo;
  /** [h,w] or [d,h,w]. */
  readonly size: readonly number[];
  readonly imageShape: readonly number[];
  /** The shape of the result. */
  readonly shape: readonly number[];
}

type Rest = Pick<SampleCall, 'backend' | 'imageShape' | 'shape' | 'tangent'>;

/** A call whose points are a grid's. */
export function gridCall(attrs: SampleAttrs, grid: TensorInfo, rest: Rest): SampleCall {
  return { attrs, points: 'grid', pointsInfo: grid, size: grid.shape.slice(1, -1), ...rest };
}

/** A call whose points are a perspective theta's. */
export function perspectiveCall(attrs: AffineSampleAttrs, theta: TensorInfo, rest: Rest): SampleCall {
  return { attrs, points: 'perspective', pointsInfo: theta, size: attrs.size, ...rest };
}

/** A call whose points are a theta's. */
export function thetaCall(attrs: AffineSampleAttrs, theta: TensorInfo, rest: Rest): SampleCall {
  return { attrs, points: 'theta', pointsInfo: theta, size: attrs.size, ...rest };
}

/** The tensors that say where outputs read, by the names that kernels know them by. */
export function pointTensors({ points, pointsInfo, tangent }: SampleCall): Readonly<Record<string, TensorInfo>> {
  return { [pointTensor(points)]: pointsInfo, ...(tangent && { tangent }) };
}
