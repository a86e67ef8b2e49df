import { CropError, type CropErrorCode } from './crop-error.js';

/** The error about one argument of `cropArray`. */
export function refuse(code: CropErrorCode, what: string, got: string, expected: string, next: string): CropError {
  return new CropError(code, { what: `cropArray: ${what}`, got, expected, next });
}
