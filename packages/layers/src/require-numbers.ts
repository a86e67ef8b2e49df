import { CropError } from '@cropgrad/core';
import type { Shape } from '@tensorflow/tfjs-layers';

/** Refuses a shape that does not end in one of the `allowed`, after a batch (`INVALID_SHAPE`). A null may be any length. */
export function requireNumbers(what: string, shape: Shape, allowed: readonly (readonly number[])[]): void {
  const fits = (ends: readonly number[]): boolean =>
    shape.length === ends.length + 1 && ends.every((length, i) => (shape[i + 1] ?? length) === length);
  if (allowed.some(fits)) return;
  throw new CropError('INVALID_SHAPE', {
    what,
    got: `shape [${shape.map((length) => length ?? 'null')}]`,
    expected: allowed.map((ends) => `[B,${ends}]`).join(' or '),
    next: 'Give one row for each image of the batch',
  });
}
