import { type DataType, engine, Tensor, tensor } from '@tensorflow/tfjs-core';
import { requireTfBackend } from '../backend/current-backend.js';
import { CropError } from '../errors.js';
import { attempt } from './attempt.js';
import { describeValue } from './describe-value.js';
import { type NestedNumbers, readNestedNumbers } from './nested-numbers.js';
import { notATensor } from './not-a-tensor.js';

/** What an argument must look like: its ranks and dtypes, and its shape in words for the message. */
interface Expected {
  ranks: readonly number[];
  dtypes: readonly DataType[];
  shape: string;
  /** The shape that `[]` stands for, where an empty list makes sense. */
  empty?: readonly number[];
  /** What to do about a wrong rank. */
  next: (shape: readonly number[]) => string;
  /** Looks at what was given as numbers; tensors are never read. */
  onNumbers?: (numbers: NestedNumbers) => void;
}

/** Reads an argument as a tensor, converting nested numbers to float32, and checks its dtype and rank. */
export function readTensor(op: string, name: string, value: unknown, expected: Expected): Tensor {
  const what = `${op}: ${name}`;
  if (isTensor(value)) {
    requireLive(what, value, `a live tensor of shape ${expected.shape}`);
    requireRank(what, value.shape, expected);
    if (!expected.dtypes.includes(value.dtype)) throw invalidDtype(what, name, value.dtype, expected.dtypes);
    return value;
  }
  requireTfBackend(op);
  const numbers = readNumbers(what, value, expected);
  // Nothing is made of what is refused: some tfjs backends never give that back.
  requireRank(what, numbers.shape, expected);
  expected.onNumbers?.(numbers);
  return tensor(numbers.values, numbers.shape, 'float32');
}

/** Whether a value is one of tfjs's tensors, or looks like one: {@link requireLive} tells. */
export function isTensor(value: unknown): value is Tensor {
  return attempt(() => value instanceof Tensor) === true;
}

/** Refuses a tensor that was disposed, and an object that only looks like a tensor (`INVALID_INPUT`). */
export function requireLive(what: string, value: Tensor, expected: string): void {
  if (isKnown(value)) return;
  const disposed = attempt(() => value.isDisposed) === true;
  throw new CropError('INVALID_INPUT', {
    what,
    got: disposed ? 'a disposed tensor' : 'a tensor-like object that tfjs does not know',
    expected,
    next: disposed
      ? 'Dispose it after this call, or keep it with tf.keep if a tidy made it'
      : 'Pass a tensor of the running tfjs; npm ls @tensorflow/tfjs-core shows whether there are two copies',
  });
}

function isKnown(value: Tensor): boolean {
  return (
    attempt(() => Array.isArray(value.shape) && !value.isDisposed && engine().state.tensorInfo.has(value.dataId)) ===
    true
  );
}

function readNumbers(what: string, value: unknown, { shape, empty }: Expected): NestedNumbers {
  let read: NestedNumbers | string;
  try {
    read = readNestedNumbers(value);
  } catch (error) {
    // A proxy may throw any value.
    const why = attempt(() => (error instanceof Error ? error.message : error));
    read = `an object that cannot be read: ${describeValue(why)}`;
  }
  if (typeof read === 'string') throw notATensor(what, value, shape, read);
  if (empty && read.shape[0] === 0) return { ...read, shape: [...empty] };
  return read;
}

function requireRank(what: string, shape: readonly number[], expected: Expected): void {
  if (expected.ranks.includes(shape.length)) return;
  throw new CropError('INVALID_RANK', {
    what,
    got: `shape [${shape}]`,
    expected: `shape ${expected.shape}`,
    next: expected.next(shape),
  });
}

function invalidDtype(what: string, name: string, dtype: string, expected: readonly string[]): CropError {
  return new CropError('INVALID_DTYPE', {
    what,
    got: `dtype ${dtype}`,
    expected: expected.join(' or '),
    next: `Cast it with tf.cast(${name}, 'float32')`,
  });
}

/** Checks that the last axes of a tensor are as they must be (`INVALID_SHAPE`). */
export function requireTrailingShape(
  op: string,
  name: string,
  value: Tensor,
  trailing: readonly number[],
  why: string,
): void {
  const { shape } = value;
  if (trailing.every((length, i) => shape[shape.length - trailing.length + i] === length)) return;
  throw new CropError('INVALID_SHAPE', {
    what: `${op}: ${name}`,
    got: `shape [${shape}]`,
    expected: `shape [N,…] ending in [${trailing}], ${why}`,
    next: 'Check the order of the axes and of the arguments',
  });
}
