import { CropError } from '../errors.js';
import { attempt } from './attempt.js';
import { describeValue } from './describe-value.js';

/** Copies a size and checks the copy: whole numbers of at least `least`, one per spatial axis (`INVALID_SHAPE`). */
export function readSize(op: string, name: string, size: unknown, dimensions: number, least: 0 | 1): number[] {
  const copy = attempt(() => copied(size, dimensions, least));
  if (copy) return copy;
  throw new CropError('INVALID_SHAPE', {
    what: `${op}: ${name}`,
    got: describeValue(size),
    expected: `${dimensions === 2 ? '[height, width]' : '[depth, height, width]'} in whole pixels, each at least ${least}`,
    next: 'Pass one number per spatial axis of the image, without batch and channels',
  });
}

/**
 * {@link readSize} of an axis that is measured in pixels: with `alignCorners` it needs two, as its ends are their centres
 * (`INVALID_SHAPE`).
 */
export function readLengths(
  op: string,
  name: string,
  size: unknown,
  dimensions: number,
  alignCorners: boolean,
): number[] {
  const lengths = readSize(op, name, size, dimensions, 1);
  if (!alignCorners || !lengths.includes(1)) return lengths;
  throw new CropError('INVALID_SHAPE', {
    what: `${op}: ${name}`,
    got: `[${lengths}]`,
    expected: 'lengths of at least 2 with alignCorners: -1 and 1 are the centres of the first and the last pixel',
    next: 'Leave alignCorners out, or make each axis at least 2 pixels long',
  });
}

/** The entries of an array of so many lengths, each read once; undefined for anything else. */
function copied(size: unknown, dimensions: number, least: number): number[] | undefined {
  if (!Array.isArray(size) || size.length !== dimensions) return undefined;
  const copy: number[] = [];
  for (let axis = 0; axis < dimensions; axis++) {
    const length: unknown = Object.hasOwn(size, axis) ? size[axis] : undefined;
    if (typeof length !== 'number' || !Number.isInteger(length) || length < least) return undefined;
    // Of the two zeros only one is a length.
    copy.push(length + 0);
  }
  return copy;
}

/** How many dimensions a size speaks of; 2 where it is no size. */
export function dimensionsOf(size: unknown): 2 | 3 {
  return attempt(() => Array.isArray(size) && size.length === 3) ? 3 : 2;
}
