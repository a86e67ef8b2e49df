import { CropError, describeValue } from '@cropgrad/core/backend';

/** The height and the width of an output, in whole pixels (`INVALID_SHAPE`). */
export function readOutputSize(what: string, size: readonly number[]): [height: number, width: number] {
  const isLength = (n: unknown): boolean => Number.isInteger(n) && Number(n) >= 0;
  if (Array.isArray(size) && size.length === 2 && size.every(isLength)) return [size[0], size[1]];
  throw new CropError('INVALID_SHAPE', {
    what,
    got: describeValue(size),
    expected: '[height, width] in whole pixels, each at least 0',
    next: 'Pass both lengths, without batch and channels, e.g. [7, 7]',
  });
}
