import type { DataFormat, Mode, PaddingMode } from '../inputs/options.js';

/** A dtype an image may have; integers and booleans are sampled as numbers. */
export type ImageDtype = 'float32' | 'int32' | 'bool';

/** How the places to sample are given: as a grid, or by an affine or a perspective theta. */
export type Points = 'grid' | 'affine' | 'perspective';

/** Every {@link Points}. */
export const POINTS: readonly Points[] = /* @__PURE__ */ Object.freeze<Points[]>(['grid', 'affine', 'perspective']);

/** What works together: every mode with every padding mode, in all of these dimensions, at all of these points. */
export interface Sampling {
  modes: readonly Mode[];
  paddingModes: readonly PaddingMode[];
  /** Images (2), volumes (3) or both. */
  dimensions: readonly (2 | 3)[];
  /** `'affine'` also if core composes the fused kernels. `'perspective'` is for images only, and needs its own kernels. */
  points: readonly Points[];
  /** Whether thetas among these points may be antialiased; it needs fused kernels of the backend's own. Default false. */
  antialias?: boolean;
}

/**
 * What a backend can do, as plain data. What is not declared here, core refuses and the conformance suite skips. Write it as
 * literals: then a backend never declares a mode or a padding that a later core adds.
 */
export interface Capabilities {
  /** What works together. A call must fit one of these entries as a whole, or it throws `UNSUPPORTED`. */
  sampling: readonly Sampling[];
  /** Layouts the kernels read and write themselves; for the other one core transposes with the tfjs backend's kernel. */
  dataFormats: readonly DataFormat[];
  /** Image dtypes the kernels read themselves; the others core casts to float32 first. Must include `'float32'`. */
  imageDtypes: readonly ImageDtype[];
  /** The least precision of the arithmetic; the tolerances of tests follow from it. */
  precision: 'f32' | 'f16';
  /**
   * Whether `dataSync` works on the tfjs backend. If it does not, core reads no tensor, and an `imageIndex` that is a tensor
   * throws `UNSUPPORTED`.
   */
  syncReads: boolean;
  /**
   * How often a sample can be differentiated. 2 needs the kernels of derivatives along a tangent. The gradients by the image
   * are linear in dy, so core can differentiate those once more on every backend.
   */
  order: 1 | 2;
  /**
   * The size up to which `nearest` gives every whole number of an integer image back exactly: 2 ** 31 for all of int32, which
   * needs kernels that give back int32 themselves. Default 2 ** 24, or 2048 where `precision` is `'f16'`.
   */
  exactIntegers?: number;
  /** Whether numbers below 2 ** -126 may be read, or given back, as 0. Default false. */
  flushesDenormals?: boolean;
}
