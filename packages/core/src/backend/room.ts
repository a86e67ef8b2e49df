import { CropError } from '../errors.js';

/** The most values a result may have, on any backend: 4 GiB of float32. Kernels may count values in int32. */
export const MOST_VALUES: number = 2 ** 30;

/** Refuses a result of more than {@link MOST_VALUES} values (`OUT_OF_MEMORY`), before anything is made. */
export function requireRoom(what: string, shape: readonly number[]): void {
  const values = shape.reduce((product, length) => product * length, 1);
  if (values <= MOST_VALUES) return;
  throw outOfMemory(what, shape, `${values} values`);
}

/** The error for a result that is too large, or that there is no memory for. */
export function outOfMemory(what: string, shape: readonly number[], got: string): CropError {
  return new CropError('OUT_OF_MEMORY', {
    what: `${what}: room for a result of shape [${shape}]`,
    got,
    expected: `a result that fits in memory, of at most 2 ** 30 values`,
    next: 'Make fewer or smaller crops at a time',
  });
}
