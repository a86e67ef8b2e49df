/**
 * What went wrong, for programs. The codes are stable: a new version may add one but never changes what one means.
 *
 * | Code | Thrown when |
 * | --- | --- |
 * | `INVALID_INPUT` | an argument is not a tensor and cannot be read as one, or was disposed |
 * | `INVALID_RANK` | a tensor has the wrong number of axes |
 * | `INVALID_SHAPE` | an axis has the wrong length, or two arguments do not fit together |
 * | `INVALID_DTYPE` | a tensor has the wrong dtype |
 * | `INVALID_OPTION` | an option is unknown or has a value outside its range |
 * | `EMPTY_IMAGE` | an image has a spatial axis of length 0, so that there is nothing to sample |
 * | `INDEX_OUT_OF_RANGE` | `imageIndex` names an image that is not there |
 * | `UNSUPPORTED` | the backend does not declare what was asked for in its capabilities |
 * | `NO_BACKEND` | no crop kernels are registered for the current tfjs backend |
 * | `INVALID_BACKEND` | `registerCropBackend` got an incomplete backend, or a backend of another contract |
 * | `SINGULAR` | there is no unique solution, e.g. for a spline through equal points |
 * | `OUT_OF_MEMORY` | the device or heap could not hold the result, or it has more than 2^30 values |
 * | `NO_DEVICE` | the device or mode that a backend needs is missing, or was refused |
 * | `DEVICE_LOST` | the GPU that held the tensors was lost, and the tensors with it |
 */
export type CropErrorCode =
  | 'INVALID_INPUT'
  | 'INVALID_RANK'
  | 'INVALID_SHAPE'
  | 'INVALID_DTYPE'
  | 'INVALID_OPTION'
  | 'EMPTY_IMAGE'
  | 'INDEX_OUT_OF_RANGE'
  | 'UNSUPPORTED'
  | 'NO_BACKEND'
  | 'INVALID_BACKEND'
  | 'SINGULAR'
  | 'OUT_OF_MEMORY'
  | 'NO_DEVICE'
  | 'DEVICE_LOST';

/** The four parts of a {@link CropError}: short phrases, without a full stop. */
export interface CropErrorParts {
  /** The argument or thing at fault, e.g. `crop: boxes`. */
  what: string;
  /** What was found. */
  got: string;
  /** What is accepted. */
  expected: string;
  /** What to do about it. */
  next: string;
}

/**
 * The only error cropgrad throws on purpose: a stable code, and a message in four parts. Detect it by its `name` and `code`.
 * A program may have two copies of this package, and `instanceof` detects the errors of one copy only.
 *
 * @example
 * ```ts
 * import '@cropgrad/backend-cpu';
 * import { CropError, crop } from '@cropgrad/core';
 *
 * try {
 *   crop([[[[0]]]], [[0, 0, 1]], [2, 2]); // three numbers are no box
 * } catch (error) {
 *   if (error instanceof CropError) console.log(error.code); // INVALID_SHAPE
 * }
 * ```
 * @pytorch None: there it is a `RuntimeError`, whose message is all there is.
 * @guide errors
 */
export class CropError extends Error implements CropErrorParts {
  override readonly name: string = 'CropError';
  /** What went wrong, for programs. */
  readonly code: CropErrorCode;
  readonly what: string;
  readonly got: string;
  readonly expected: string;
  readonly next: string;

  constructor(code: CropErrorCode, parts: CropErrorParts) {
    super(`${parts.what}: got ${parts.got}; expected ${parts.expected}. ${parts.next}. [${code}]`);
    this.code = code;
    this.what = parts.what;
    this.got = parts.got;
    this.expected = parts.expected;
    this.next = parts.next;
  }
}
