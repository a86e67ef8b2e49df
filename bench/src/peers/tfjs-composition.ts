/**
 * What one can compose from stock tfjs ops: taps by gatherND, weighted and summed. createPeer(threads, 'cpu' | 'wasm').
 * Forward only, as gatherND has no gradient.
 */
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import type { DataSet } from '../data-set.js';
import { completeRows, type JsPeer, makeRow, type Rows } from './js-peer.js';
import { readOut, readTensors, type Tensors } from './tensors.js';

export async function createPeer(_threads: number, backend: string): Promise<JsPeer> {
  await tf.setBackend(backend);
  let tensors: Tensors | undefined;
  return {
    versions: { '@tensorflow/tfjs-core': tf.version_core },
    open(data) {
      if (tensors) tf.dispose(tensors);
      tensors = readTensors(data, 'NHWC');
      return completeRows(rowsOf(data, tensors), 'gatherND has no gradient, and a composition is no kernel');
    },
  };
}

function rowsOf({ workload }: DataSet, { image, theta, grid }: Tensors): Partial<Rows> {
  const row = (run: () => tf.Tensor) =>
    makeRow(
      () => readOut(() => [run()]),
      ([crops]) => ({ crops }),
    );
  return {
    'operation/forward': row(() => composedSample(image, composedGrid(theta, workload.size))),
    'operation/gridSample': row(() => composedSample(image, grid)),
  };
}

/** affine_grid: the base points, in homogeneous form, times theta transposed. */
function composedGrid(theta: tf.Tensor, size: readonly number[]): tf.Tensor {
  const dimensions = size.length;
  const points = size.reduce((a, b) => a * b);
  const axes = size.map((length) => tf.linspace(1 / length - 1, 1 - 1 / length, length));
  const coordinates = axes.map((axis, k) => {
    const broad = tf.reshape(
      axis,
      size.map((length, other) => (other === k ? length : 1)),
    );
    return tf.reshape(tf.broadcastTo(broad, [...size]), [points]);
  });
  const base = tf.stack([...coordinates.reverse(), tf.ones([points])], 1);
  const crops = theta.shape[0];
  const rows = tf.reshape(theta, [crops * dimensions, dimensions + 1]);
  const flat = tf.matMul(rows as tf.Tensor2D, base as tf.Tensor2D, false, true);
  return tf.reshape(tf.transpose(tf.reshape(flat, [crops, dimensions, points]), [0, 2, 1]), [
    crops,
    ...size,
    dimensions,
  ]);
}

/**
 * grid_sample, bilinear with zeros: every corner of the cell around a point, by its weight. Axis by axis, as tfjs is
 * slow where shapes must be broadcast.
 */
function composedSample(image: tf.Tensor, grid: tf.Tensor): tf.Tensor {
  const crops = grid.shape[0];
  const places = grid.shape.slice(0, -1);
  const axes = tf.unstack(grid, -1).map((coordinate, axis) => axisTaps(coordinate, image.shape[image.rank - 2 - axis]));
  const images = Array.from({ length: crops }, (_, n) => (image.shape[0] === 1 ? 0 : n));
  const column = tf.reshape(tf.tensor1d(images, 'int32'), [crops, ...places.slice(1).fill(1)]);
  const batch = tf.broadcastTo(column, places);
  const corners = Array.from({ length: 2 ** axes.length }, (_, corner) => {
    const taps = axes.map((pair, axis) => pair[(corner >> axis) & 1]);
    const weight = taps.map((tap) => tap.weight).reduce((a, b) => tf.mul(a, b));
    const index = tf.stack([batch, ...taps.map((tap) => tap.index).reverse()], -1);
    return tf.mul(tf.gatherND(image, index), tf.expandDims(weight, -1));
  });
  return tf.addN(corners);
}

/** The two pixels around each coordinate of one axis, and their weights: 0 outside the image. */
function axisTaps(coordinate: tf.Tensor, length: number): { index: tf.Tensor; weight: tf.Tensor }[] {
  const pixel = tf.sub(tf.mul(tf.add(coordinate, 1), length / 2), 0.5);
  const near = tf.floor(pixel);
  const fraction = tf.sub(pixel, near);
  return [0, 1].map((offset) => {
    const at = tf.add(near, offset);
    const index = tf.clipByValue(at, 0, length - 1);
    const weight = offset === 1 ? fraction : tf.sub(1, fraction);
    return { index: tf.cast(index, 'int32'), weight: tf.mul(weight, tf.cast(tf.equal(at, index), 'float32')) };
  });
}
