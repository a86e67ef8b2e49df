import {
  abs,
  add,
  concat,
  div,
  matMul,
  maximum,
  minimum,
  mul,
  reshape,
  step,
  sub,
  type Tensor2D,
  tensor2d,
  tidy,
} from '@tensorflow/tfjs-core';
import type { Matrix } from '../algebra/matrix.js';
import { CODE_BASE } from '../algebra/velocity.js';
import { type FixedPart, picked } from './fixed-part.js';
import type { Layer } from './layer.js';
import { ALL_INSIDE, sampleThrough } from './sample-through.js';

/** One map to be tried. */
export interface Trial {
  /** Which pair of images it is of. */
  readonly pair: number;
  /** From points of the fixed image to points of the moving one. */
  readonly map: Matrix;
  /** How many units of the moving image a unit of the fixed one is: their slopes are averaged in the moving one's. */
  readonly gain: number;
}

/**
 * Sums over the pixels where both images may be looked at. `at(p, q)` is Σ X_p X_q x^a y^b …, by code, where X is the slopes along
 * each axis (the sum of both images'), then the moving image, the fixed one, and 1.
 */
export interface Moments {
  at(p: number, q: number): Float64Array;
  /** How many pixels that are, weights aside. */
  readonly pixels: number;
  /** The sum of Huber's loss, where it was asked for. */
  readonly loss: number;
}

/**
 * Samples the moving images once for each trial and sums up. `huber` is the difference from which on pixels count less; null
 * counts all alike.
 */
export async function moments(
  moving: Layer,
  fixed: FixedPart,
  trials: readonly Trial[],
  huber: number | null,
): Promise<Moments[]> {
  const sums = tidy(() => rowSums(moving, fixed, trials, huber));
  try {
    const values = await sums.data<'float32'>();
    return trials.map((_, index) => columnSums(values, index * (values.length / trials.length), fixed, huber !== null));
  } finally {
    sums.dispose();
  }
}

/** The sums along each row: [N, products, rows, powers of x] in one matrix. */
function rowSums(moving: Layer, fixed: FixedPart, trials: readonly Trial[], huber: number | null): Tensor2D {
  const { rows, size, powers } = fixed;
  const which = trials.map(({ pair }) => pair);
  const maps = trials.map(({ map }) => map);
  const sampled = sampleThrough(moving, maps, which, size);
  const list = rows.channel(sampled, 0);
  const image = rows.inner(list);
  const target = picked(fixed.image, which);
  const inside = step(sub(rows.inner(rows.channel(sampled, 1)), ALL_INSIDE));
  const mask = mul<Tensor2D>(inside, picked(fixed.mask, which));
  const gains = tensor2d(
    Float32Array.from(trials, ({ gain }) => gain),
    [trials.length, 1],
  );
  const slopes = fixed.slopes.map((slope, axis) =>
    add<Tensor2D>(mul(picked(slope, which), gains), rows.slope(list, axis)),
  );
  const robust = huber === null ? null : huberWeights(image, target, mask, huber);
  const weight = robust ? robust.weight : mask;
  const factors = [...slopes, image, target];
  const weighted = [...factors.map((factor) => mul<Tensor2D>(factor, weight)), weight];
  const products = weighted.flatMap((one, p) => [
    ...factors.slice(p).map((factor) => mul<Tensor2D>(weighted[p], factor)),
    one,
  ]);
  if (robust) products.push(mask, robust.loss);
  const stacked = reshape(concat(products, 1), [-1, size[size.length - 1]]);
  return matMul(stacked as Tensor2D, powers);
}

/** w = min(1, huber / |e|) and the loss, which is w e² (1 - w / 2). */
function huberWeights(
  image: Tensor2D,
  target: Tensor2D,
  mask: Tensor2D,
  huber: number,
): { weight: Tensor2D; loss: Tensor2D } {
  const size = abs(sub(target, image));
  const weight = minimum<Tensor2D>(div(huber, maximum(size, huber / 1e6)), 1);
  const loss = mul(mul(weight, mul(size, size)), sub(1, mul(weight, 0.5)));
  return { weight: mul(weight, mask), loss: mul(loss, mask) };
}

/** The sums over the rows, in float64. */
function columnSums(values: Float32Array, offset: number, fixed: FixedPart, robust: boolean): Moments {
  const { rows, size, powers } = fixed;
  const columns = powers.shape[1];
  const outer = rows.coordinates();
  const count = outer[0].length;
  const factors = size.length + 3;
  const sum = (product: number, degree: number): Float64Array => {
    const sums = new Float64Array(CODE_BASE ** size.length);
    for (let row = 0; row < count; row++) {
      const at = offset + (product * count + row) * columns;
      addRow(sums, values.subarray(at, at + columns), outer, row, degree);
    }
    return sums;
  };
  const all = (factors * (factors + 1)) / 2;
  const tables: Float64Array[][] = [];
  let product = 0;
  for (let p = 0; p < factors; p++) {
    tables.push([]);
    for (let q = p; q < factors; q++) {
      const slopes = Number(p < size.length) + Number(q < size.length);
      tables[p].push(sum(product++, Math.min(columns - 1, [0, Math.ceil((columns - 1) / 2), columns - 1][slopes])));
    }
  }
  return {
    at: (p, q) => tables[Math.min(p, q)][Math.abs(p - q)],
    pixels: robust ? sum(all, 0)[0] : tables[factors - 1][0][0],
    loss: robust ? sum(all + 1, 0)[0] : 0,
  };
}

/** Adds one row's sums, times the powers of its y (and z), up to a degree in all. */
function addRow(
  sums: Float64Array,
  row: Float32Array,
  outer: readonly Float64Array[],
  at: number,
  degree: number,
): void {
  const [ys, zs] = outer;
  const [y, z] = [ys[at], zs ? zs[at] : 0];
  const deepest = zs ? degree : 0;
  let byZ = 1;
  for (let c = 0; c <= deepest; c++, byZ *= z) {
    let byY = byZ;
    for (let b = 0; b + c <= degree; b++, byY *= y) {
      for (let a = 0; a + b + c <= degree; a++) sums[(c * CODE_BASE + b) * CODE_BASE + a] += row[a] * byY;
    }
  }
}
