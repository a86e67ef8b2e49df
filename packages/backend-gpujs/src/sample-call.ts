import type { SampleAttrs } from '@cropgrad/core/backend';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { GpuJsBackend } from './gpujs-backend.js';
import type { Points } from './points/point-source.js';

/** What core says of a call; `antialias` is how much the filter of a theta's crops is widened, and 0 where there is none. */
export type CallAttrs = SampleAttrs & { readonly antialias?: number };

/** What a sampling kernel was asked, be it forward or a gradient, with a theta or a grid. */
export interface SampleCall {
  readonly backend: GpuJsBackend;
  readonly attrs: CallAttrs;
  /** The result's. */
  readonly shape: readonly number[];
  readonly points: Points;
  /** The theta or the grid. */
  readonly pointsInfo: TensorInfo;
  /** What the points of a grid move along, of the grid's shape; there for derivatives along it alone. */
  readonly tangent?: TensorInfo | undefined;
  /** The output's [h,w] or [d,h,w]. */
  readonly size: readonly number[];
  /** [N,H,W,C] or [N,D,H,W,C]. */
  readonly imageShape: readonly number[];
  /** Not there for the image's gradient, which does not depend on it. */
  readonly image?: TensorInfo | undefined;
  /** Not there for the forward. */
  readonly dy?: TensorInfo | undefined;
}

/** What a sampling kernel makes: the crops, or the gradient of the image or of the theta or grid. */
export type SampleResult = 'crops' | 'image' | 'points';
