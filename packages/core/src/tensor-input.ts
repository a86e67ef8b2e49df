import { type DataType, Tensor, type TensorLike, tensor } from '@tensorflow/tfjs-core';
import { requireTfBackend } from './backend.js';
import { CropError } from './errors.js';
import type { BoxesInput, Input4D, Input5D, ThetaInput } from './inputs.js';
import type { DataFormat } from './options.js';

type AnyInput = BoxesInput | ThetaInput | Input4D | Input5D;

/** What an argument must look like: its ranks and dtypes, and its shape in words for the message. */
interface Expected {
  ranks: readonly number[];
  dtypes: readonly DataType[];
  shape: string;
  /** What to do about a wrong rank, where there is a usual reason. */
  next?: string;
}

/** Reads an argument as a tensor, converting nested numbers to float32, and checks its dtype and rank. */
export function readTensor(op: string, name: string, value: AnyInput, expected: Expected): Tensor {
  const what = `${op}: ${name}`;
  if (!(value instanceof Tensor)) requireTfBackend(op);
  const read = value instanceof Tensor ? value : tensorOf(what, value, expected.shape);
  if (read.isDisposed) {
    throw new CropError('INVALID_INPUT', {
      what,
      got: 'a disposed tensor',
      expected: `a live tensor of shape ${expected.shape}`,
      next: 'Dispose it after this call, or keep it with tf.keep if a tidy made it',
    });
  }
  if (!expected.ranks.includes(read.rank)) {
    throw new CropError('INVALID_RANK', {
      what,
      got: `shape [${read.shape}]`,
      expected: `shape ${expected.shape}`,
      next: expected.next ?? 'Reshape it, or check which argument it is',
    });
  }
  if (!expected.dtypes.includes(read.dtype)) {
    throw new CropError('INVALID_DTYPE', {
      what,
      got: `dtype ${read.dtype}`,
      expected: expected.dtypes.join(' or '),
      next: `Cast it with tf.cast(${name}, 'float32')`,
    });
  }
  return read;
}

/** Reads an image or a batch of volumes, and checks that there is something in it to sample (`EMPTY_IMAGE`). */
export function readImage(op: string, image: Input4D | Input5D, dataFormat: DataFormat): Tensor {
  const shape = dataFormat === 'NHWC' ? '[N,H,W,C] or [N,D,H,W,C]' : '[N,C,H,W] or [N,C,D,H,W]';
  const read = readTensor(op, 'image', image, {
    ranks: [4, 5],
    dtypes: ['float32', 'int32', 'bool'],
    shape,
    next: 'Give a single image its batch axis with tf.expandDims(image, 0)',
  });
  const spatial = dataFormat === 'NHWC' ? read.shape.slice(1, -1) : read.shape.slice(2);
  if (spatial.includes(0)) {
    throw new CropError('EMPTY_IMAGE', {
      what: `${op}: image`,
      got: `shape [${read.shape}]`,
      expected: `${shape} with spatial axes of at least 1 in ${dataFormat}`,
      next: 'An image without pixels cannot be sampled; check the axis order and dataFormat',
    });
  }
  return read;
}

/** Checks that the last axes of a tensor are as they must be (`INVALID_SHAPE`). */
export function requireTrailingShape(
  op: string,
  name: string,
  value: Tensor,
  trailing: readonly number[],
  why: string,
): void {
  const found = value.shape.slice(value.rank - trailing.length);
  if (found.every((length, axis) => length === trailing[axis])) return;
  throw new CropError('INVALID_SHAPE', {
    what: `${op}: ${name}`,
    got: `shape [${value.shape}]`,
    expected: `shape [N,…] ending in [${trailing}], ${why}`,
    next: 'Check the order of the axes and of the arguments',
  });
}

/** Checks a size: whole numbers of at least `least`, one per spatial axis (`INVALID_SHAPE`). */
export function readSize(
  op: string,
  name: string,
  size: readonly number[],
  dimensions: number,
  least: 0 | 1,
): number[] {
  const wellFormed = Array.isArray(size) && size.length === dimensions;
  if (wellFormed && size.every((length) => Number.isInteger(length) && length >= least)) return [...size];
  throw new CropError('INVALID_SHAPE', {
    what: `${op}: ${name}`,
    got: Array.isArray(size) ? `[${size}]` : String(size),
    expected: `${dimensions === 2 ? '[height, width]' : '[depth, height, width]'} in whole pixels, each at least ${least}`,
    next: 'Pass one number per spatial axis of the image, without batch and channels',
  });
}

function tensorOf(what: string, value: Exclude<AnyInput, Tensor>, shape: string): Tensor {
  const invalid = (got: string): CropError =>
    new CropError('INVALID_INPUT', {
      what,
      got,
      expected: `a tensor or nested numbers of shape ${shape}`,
      next: 'Pass a tf.Tensor, a tf.Variable or nested arrays of equal lengths',
    });
  let read: Tensor;
  try {
    // tfjs does not say so, but it reads arrays without writing to them.
    read = tensor(value as TensorLike, undefined, 'float32');
  } catch (error) {
    throw invalid(
      `${value === null ? 'null' : typeof value} that is no tensor (${error instanceof Error ? error.message : error})`,
    );
  }
  // tfjs takes the shape of the first entries for granted.
  if (!hasShape(value, read.shape)) throw invalid('nested arrays of unequal lengths, or entries that are no numbers');
  return read;
}

/** Whether nested arrays are as regular as their first entries say, with a number at every place. */
function hasShape(value: unknown, [length, ...rest]: number[]): boolean {
  if (length === undefined) return typeof value === 'number' || typeof value === 'boolean';
  if (ArrayBuffer.isView(value)) return rest.length === 0 && Reflect.get(value, 'length') === length;
  return Array.isArray(value) && value.length === length && value.every((entry) => hasShape(entry, rest));
}
