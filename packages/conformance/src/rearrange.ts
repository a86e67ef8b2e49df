import type { NdArray } from './case.js';

/** The same tensor with one of its axes rearranged: entry k of the result is entry order[k]. Entries may repeat. */
export function take({ shape, data }: NdArray, axis: number, order: readonly number[]): NdArray {
  const outer = shape.slice(0, axis).reduce((product, length) => product * length, 1);
  const inner = shape.slice(axis + 1).reduce((product, length) => product * length, 1);
  const taken = new Float64Array(outer * order.length * inner);
  for (let o = 0; o < outer; o++) {
    order.forEach((from, to) => {
      for (let i = 0; i < inner; i++) {
        taken[(o * order.length + to) * inner + i] = data[(o * shape[axis] + from) * inner + i];
      }
    });
  }
  return { shape: [...shape.slice(0, axis), order.length, ...shape.slice(axis + 1)], data: taken };
}

/** The same tensor backwards along an axis. */
export function reversed(array: NdArray, axis: number): NdArray {
  return take(array, axis, backwards(array.shape[axis]));
}

/** length - 1 down to 0. */
export function backwards(length: number): number[] {
  return Array.from({ length }, (_, k) => length - 1 - k);
}
