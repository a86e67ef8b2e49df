import { type Tensor, tensor1d } from '@tensorflow/tfjs-core';
import { CropError } from '../errors.js';
import { attempt } from './attempt.js';
import { describeValue } from './describe-value.js';
import { invalidOption } from './read-options.js';
import { isTensor, readTensor } from './tensor-input.js';

/** What is read outside of an image: one number for the kernels, or one for each channel. */
export interface FillValue {
  fillValue: number;
  channelFill: readonly number[] | Tensor | undefined;
}

/** Reads the option `fillValue`, which may be one number, a list of them or a tensor (`INVALID_OPTION`). */
export function readFillValue(op: string, value: unknown): FillValue {
  if (value === undefined) return { fillValue: 0, channelFill: undefined };
  if (typeof value === 'number') return { fillValue: value, channelFill: undefined };
  if (isTensor(value)) return { fillValue: 0, channelFill: value };
  if (attempt(() => Array.isArray(value)) !== true) {
    const expected = 'a number, one number per channel, or a tensor [C]';
    throw invalidOption(op, 'fillValue', describeValue(value), expected, 'Pass one number for all channels');
  }
  const list: unknown[] = attempt(() => Array.from(value as readonly unknown[])) ?? [];
  const numbers = list.map((entry, c) => {
    if (typeof entry === 'number' && Number.isFinite(entry)) return entry;
    const next = 'Pass NaN or Infinity only as one number for all channels';
    throw invalidOption(op, `fillValue[${c}]`, describeValue(entry), 'a finite number', next);
  });
  return { fillValue: 0, channelFill: numbers };
}

/**
 * The fill of each channel as a tensor [C], once the image is known. Throws `INVALID_SHAPE` where it has not one number per
 * channel, and what {@link readTensor} throws.
 */
export function fillChannels(op: string, fill: readonly number[] | Tensor, channels: number): Tensor {
  if (!isTensor(fill)) {
    if (fill.length !== channels) throw notPerChannel(op, fill.length, channels);
    return tensor1d([...fill]);
  }
  const read = readTensor(op, 'fillValue', fill, {
    ranks: [1],
    dtypes: ['float32'],
    shape: '[C], one number per channel',
    next: () => 'Flatten it with tf.reshape(fillValue, [-1])',
  });
  if (read.size !== channels) throw notPerChannel(op, read.size, channels);
  return read;
}

function notPerChannel(op: string, numbers: number, channels: number): CropError {
  return new CropError('INVALID_SHAPE', {
    what: `${op}: fillValue`,
    got: `${numbers} numbers`,
    expected: `one for each of the ${channels} channels of the image`,
    next: 'Pass as many numbers as channels, or one number for all of them',
  });
}

/** Refuses a fill that an image of integers or booleans cannot hold, where it is read into one (`INVALID_OPTION`). */
export function requireFillOf(op: string, dtype: string, values: readonly number[]): void {
  const [least, most] = dtype === 'bool' ? [0, 1] : [-(2 ** 31), 2 ** 31 - 1];
  for (const value of values) {
    if (Number.isInteger(value) && value >= least && value <= most) continue;
    throw invalidOption(
      op,
      'fillValue',
      describeValue(value),
      `a whole number from ${least} to ${most}, as 'nearest' keeps the dtype of the image, ${dtype}`,
      "Cast the image with tf.cast(image, 'float32'), or choose a whole number",
    );
  }
}
