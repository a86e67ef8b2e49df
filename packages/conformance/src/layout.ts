import type { DataFormat } from '@cropgrad/core';
import type { NdArray } from './case.js';

/** The same tensor with its channels moved from last to second. */
export function channelsFirst({ shape, data }: NdArray): NdArray {
  const channels = shape[shape.length - 1];
  const [batch, ...spatial] = shape.slice(0, -1);
  return { shape: [batch, channels, ...spatial], data: swapInner(data, batch, product(spatial), channels) };
}

/** The same tensor with its channels moved from second to last. */
export function channelsLast({ shape, data }: NdArray): NdArray {
  const [batch, channels, ...spatial] = shape;
  return { shape: [batch, ...spatial, channels], data: swapInner(data, batch, channels, product(spatial)) };
}

/** A tensor that is laid out [N,…,C], in the layout asked for. */
export function inLayout(array: NdArray, dataFormat: DataFormat | undefined): NdArray {
  return dataFormat === 'NCHW' ? channelsFirst(array) : array;
}

/** [batch, a, b] → [batch, b, a], flat. */
function swapInner(data: ArrayLike<number>, batch: number, a: number, b: number): Float64Array {
  const swapped = new Float64Array(data.length);
  for (let n = 0; n < batch; n++) {
    for (let i = 0; i < a; i++) {
      for (let j = 0; j < b; j++) swapped[(n * b + j) * a + i] = data[(n * a + i) * b + j];
    }
  }
  return swapped;
}

function product(lengths: readonly number[]): number {
  return lengths.reduce((all, length) => all * length, 1);
}
