import { Pointer } from './pointer';

export const FLOAT32: i32 = 0;
export const INT32: i32 = 1;

/**
 * What a kernel is asked to do, shapes and options; src/problem.ts writes it, field by field in this order. An image
 * is a volume of depth 1.
 */
@unmanaged
export class Problem {
  fillValue: f64;
  /** Which image each crop reads. */
  imageIndex: Pointer<i32>;
  /** 2 or 3. */
  dimensions: i32;
  /** A number of axis/modes.ts. */
  mode: i32;
  /** A number of axis/pad.ts. */
  paddingMode: i32;
  alignCorners: i32;
  /** FLOAT32, INT32, or 2 for bool. */
  imageDtype: i32;
  channelsLast: i32;
  channels: i32;
  images: i32;
  imageDepth: i32;
  imageHeight: i32;
  imageWidth: i32;
  crops: i32;
  depth: i32;
  height: i32;
  width: i32;
  /** Under antialias 1 or more: how many times larger the filters are than the outputs. Otherwise 0. */
  antialias: f64;
  /** Keys's a. */
  cubicCoefficient: f64;
  /** How far outside of the outer pixels' centres, in pixels, a point may lie that reads anything. */
  cutoff: f64;
}
