import { describe } from './describe.js';
import { refuse } from './refuse.js';

/** Which image each crop reads. Throws `INVALID_SHAPE`, `INVALID_OPTION` or `INDEX_OUT_OF_RANGE`. */
export function readImageIndex(given: unknown, crops: number, images: number): Int32Array {
  if (given === undefined) {
    if (images === 1) return new Int32Array(crops);
    if (images === crops) return Int32Array.from({ length: crops }, (_, n) => n);
    const next = 'Pass imageIndex to say which image each box is of';
    throw refuse('INVALID_SHAPE', 'boxes', `${crops} for ${images} images`, 'one for each image', next);
  }
  if (!Array.isArray(given) && !(given instanceof Int32Array)) {
    throw refuse('INVALID_OPTION', 'imageIndex', describe(given), 'a list of whole numbers', 'Pass one per box');
  }
  const index: unknown[] = [...given];
  if (index.length !== crops) {
    throw refuse('INVALID_SHAPE', 'imageIndex', `${index.length} entries`, `one per box, ${crops}`, 'Pass one per box');
  }
  const wrong = index.findIndex((n) => typeof n !== 'number' || !Number.isInteger(n) || n < 0 || n >= images);
  if (wrong < 0) return Int32Array.from(index, Number);
  const expected = `a whole number from 0 to ${images - 1}`;
  throw refuse('INDEX_OUT_OF_RANGE', `imageIndex[${wrong}]`, describe(index[wrong]), expected, 'Count images from 0');
}
