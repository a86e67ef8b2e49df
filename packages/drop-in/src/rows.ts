import { concat, customGrad, gather, type Tensor, type Tensor4D, tensor1d, tidy, zeros } from '@tensorflow/tfjs-core';
import { linear } from './linear.js';

/** Some of the rows of a tensor, by its first axis, none of them twice. Differentiable any number of times. */
export function rows<T extends Tensor>(x: T, indices: readonly number[]): T {
  const [n, ...shape] = x.shape;
  const back = places([indices], n);
  return linear<T>(
    x,
    (all) => picked(all, indices) as T,
    // What was not picked gets the row of zeros at the end.
    (dy) => picked(concat([dy, zeros([1, ...shape])], 0), back),
  );
}

/** Parts put together: row i of part g becomes row `groups[g][i]` of n. Differentiable any number of times. */
export function joined(parts: Tensor4D[], groups: readonly (readonly number[])[], n: number): Tensor4D {
  return customGrad<Tensor4D>(() => ({
    value: tidy(() => picked(concat(parts, 0), places(groups, n)) as Tensor4D),
    gradFunc: (dy: Tensor) => groups.map((group) => rows(dy, group)),
  }))(...parts);
}

/** Where each of n rows stands among those of the groups, one after the other; behind them all where it is in none. */
function places(groups: readonly (readonly number[])[], n: number): number[] {
  const listed = groups.flat();
  const place = new Array<number>(n).fill(listed.length);
  for (const [at, row] of listed.entries()) place[row] = at;
  return place;
}

function picked(x: Tensor, indices: readonly number[]): Tensor {
  return gather(x, tensor1d([...indices], 'int32'));
}
