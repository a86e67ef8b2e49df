import type { DataFormat } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import type { DataSet } from '../data-set.js';
import type { NpyArray } from '../npy.js';
import type { OutputName } from '../protocol.js';

/** A data set's arrays as tensors of the current tfjs backend. */
export type Tensors = Record<'image' | 'boxes' | 'theta' | 'grid' | 'dy', tf.Tensor>;

/** Puts a data set on the current backend, in the layout that is asked for. */
export function readTensors({ image, boxes, theta, grid, dy }: DataSet, dataFormat: DataFormat): Tensors {
  const plain = ({ data, shape }: NpyArray): tf.Tensor => tf.tensor(data, shape);
  const laidOut = (array: NpyArray): tf.Tensor => {
    if (dataFormat === 'NHWC') return plain(array);
    const rank = array.shape.length;
    const axes = Array.from({ length: rank }, (_, axis) => axis);
    return tf.tidy(() => tf.transpose(plain(array), [0, rank - 1, ...axes.slice(1, -1)]));
  };
  return { image: laidOut(image), boxes: plain(boxes), theta: plain(theta), grid: plain(grid), dy: laidOut(dy) };
}

/** Brings crops or an image's gradient to channels last; gradients of boxes and theta have no channels. */
export function toChannelsLast(name: OutputName, array: NpyArray, dataFormat: DataFormat): NpyArray {
  if (dataFormat === 'NHWC' || (name !== 'crops' && name !== 'dimage')) return array;
  const [moved] = readOut(() => {
    const axes = array.shape.map((_, axis) => axis);
    return [tf.transpose(tf.tensor(array.data, array.shape), [0, ...axes.slice(2), 1])];
  });
  return moved;
}

/** Runs ops and reads their results out, freeing every tensor. What is read does not pass through tidy, which would walk it. */
export function readOut(run: () => tf.Tensor[]): NpyArray[] {
  const arrays: NpyArray[] = [];
  tf.tidy(() => {
    for (const tensor of run()) arrays.push({ shape: tensor.shape, data: tensor.dataSync<'float32'>() });
  });
  return arrays;
}
