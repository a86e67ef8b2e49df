import type { Tensor } from '@tensorflow/tfjs-core';
import { CropError } from '../errors.js';
import type { DataFormat } from './options.js';
import { readTensor } from './tensor-input.js';
import { warnOnce } from './warn-once.js';

/** Reads an image or a batch of volumes, and checks that there is something in it to sample (`EMPTY_IMAGE`). */
export function readImage(op: string, image: unknown, dataFormat: DataFormat): Tensor {
  const shape = dataFormat === 'NHWC' ? '[N,H,W,C] or [N,D,H,W,C]' : '[N,C,H,W] or [N,C,D,H,W]';
  const read = readTensor(op, 'image', image, {
    ranks: [4, 5],
    dtypes: ['float32', 'int32', 'bool'],
    shape,
    next: ({ length }) => missingAxes(length, dataFormat),
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
  if (dataFormat === 'NHWC') warnOfChannelsSecond(op, read.shape);
  return read;
}

/** Which axes an image of the wrong rank needs, and where. */
function missingAxes(rank: number, dataFormat: DataFormat): string {
  const channels =
    dataFormat === 'NHWC' ? 'at the end with tf.expandDims(image, -1)' : 'in front with tf.expandDims(image, 0)';
  if (rank === 2)
    return `Add the channel axis of a grey picture [H,W] ${channels}, and then the batch axis in front with tf.expandDims(image, 0)`;
  if (rank === 1) return 'Give flat numbers a shape, e.g. with tf.tensor4d(numbers, [1, H, W, C])';
  if (rank !== 3) return 'An image has 4 axes and a volume 5; check which argument it is';
  return dataFormat === 'NHWC'
    ? 'Add the batch axis of a single image [H,W,C] in front with tf.expandDims(image, 0), or the channel axis of grey pictures [N,H,W] at the end with tf.expandDims(image, -1)'
    : 'Add the batch axis of a single image [C,H,W] in front with tf.expandDims(image, 0), or the channel axis of grey pictures [N,H,W] as the second with tf.expandDims(image, 1)';
}

/** Warns, once, of an image with many channels and very few rows: most likely its channels come second. */
function warnOfChannelsSecond(op: string, shape: readonly number[]): void {
  if (shape[1] > 4 || shape[shape.length - 1] <= 64) return;
  warnOnce(
    'channels second',
    `${op}: an image of shape [${shape}] is read as [N,H,W,C], with ${shape[1]} rows or slices and ` +
      `${shape[shape.length - 1]} channels. If its channels come second, pass dataFormat: 'NCHW'.`,
  );
}
