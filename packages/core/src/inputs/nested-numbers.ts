import { describeValue } from './describe-value.js';

/** What nested numbers hold: one float32 per entry, row by row. */
export interface NestedNumbers {
  shape: number[];
  values: Float32Array;
}

/** No tensor of ours has more axes; an array that contains itself has no end. */
const MOST_AXES = 5;

/**
 * Reads nested arrays whose innermost rows may be typed arrays, each entry once: what is checked is what is used.
 * Numbers and booleans count, and only an array's own entries. Gives a text that says what is wrong where they are ragged,
 * too deep, or hold anything else.
 */
export function readNestedNumbers(value: unknown): NestedNumbers | string {
  const shape: number[] = [];
  for (let level = value; isList(level); level = Array.isArray(level) ? level[0] : undefined) {
    if (shape.length === MOST_AXES) return `arrays nested more than ${MOST_AXES} deep`;
    const { length } = level;
    if (!isLength(length)) return `an array of ${describeValue(length)} entries`;
    shape.push(length);
  }
  if (shape.length === 0) return `${describeValue(value)} that is no tensor`;
  const read: number[] = [];
  const problem = readLevel(value, shape, 0, read);
  return problem ?? { shape, values: new Float32Array(read) };
}

/** Adds the entries of one level to those read; or says why it cannot. */
function readLevel(value: unknown, shape: readonly number[], axis: number, read: number[]): string | undefined {
  if (axis === shape.length) {
    if (typeof value !== 'number' && typeof value !== 'boolean')
      return 'nested arrays with entries that are no numbers';
    read.push(Number(value));
    return undefined;
  }
  if (!isList(value) || value.length !== shape[axis]) return 'nested arrays of unequal lengths';
  for (let i = 0; i < shape[axis]; i++) {
    if (!Object.hasOwn(value, i)) return 'nested arrays with entries left out';
    const problem = readLevel(value[i], shape, axis + 1, read);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** The `length` of a proxy, or of a typed array that overrides it, may be any value. */
function isLength(length: unknown): boolean {
  return Number.isSafeInteger(length) && Number(length) >= 0;
}

/** An array, or a typed array of numbers. */
function isList(value: unknown): value is readonly unknown[] {
  if (Array.isArray(value)) return true;
  return (
    ArrayBuffer.isView(value) &&
    !(value instanceof DataView || value instanceof BigInt64Array || value instanceof BigUint64Array)
  );
}
