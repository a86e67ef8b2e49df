import {
  abs,
  add,
  concat,
  div,
  matMul,
  maximum,
  minimum,
  mul,
  ones,
  reshape,
  slice,
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
    return trials.map((_, index) => columnSums(values, index, trials.length, fixed, huber !== null));
  } finally {
    sums.dispose();
  }
}

/**
 * The sums along each row, times the powers of x: of the products of each factor with each, [N, factors, factors, rows, powers], and
 * after those, for Huber, of the mask and of the loss, [N, 2, rows, powers].
 */
function rowSums(moving: Layer, fixed: FixedPart, trials: readonly Trial[], huber: number | null): Tensor2D {
  const { rows, size, powers } = fixed;
  const [count, dimensions, width] = [trials.length, size.length, size[size.length - 1]];
  const which = trials.map(({ pair }) => pair);
  const maps = trials.map(({ map }) => map);
  const sampled = sampleThrough(moving, maps, which, size);
  const list = rows.channel(sampled, 0);
  const image = rows.inner(list);
  const inside = step(sub(rows.inner(rows.channel(sampled, 1)), ALL_INSIDE));
  const mask = mul<Tensor2D>(inside, picked(fixed.mask, which));
  const gains = tensor2d(
    Float32Array.from(trials, ({ gain }) => gain),
    [count, 1],
  );
  const ofFixed = mul<Tensor2D>(picked(fixed.slopes, which), gains);
  const ofMoving = concat<Tensor2D>(
    size.map((_, axis) => rows.slope(list, axis)),
    1,
  );
  // Times ones, as tfjs's wasm takes a hundred times as long to gather or tile.
  const targetAndOne = mul<Tensor2D>(picked(fixed.imageAndOne, which), ones([count, 1]));
  const robust = huber === null ? null : huberWeights(image, targetAndOne, mask, huber);
  const weights = reshape(robust?.weight ?? mask, [count, 1, rows.length]);
  // Few operations on long lists: each takes longer to ask for than to run.
  const flat = concat([add<Tensor2D>(ofMoving, ofFixed), image, targetAndOne], 1);
  const factors = reshape(flat, [count, dimensions + 3, rows.length]);
  const weighted = reshape(mul(factors, weights), [count, dimensions + 3, 1, rows.length]);
  const products = mul(weighted, reshape(factors, [count, 1, dimensions + 3, rows.length]));
  const sums = matMul<Tensor2D>(reshape(products, [-1, width]), powers);
  if (!robust) return sums;
  const ofLoss = concat([mask, robust.loss], 1);
  return concat([sums, matMul<Tensor2D>(reshape(ofLoss, [-1, width]), powers)], 0);
}

/** w = min(1, huber / |e|) and the loss, which is w e² (1 - w / 2). */
function huberWeights(
  image: Tensor2D,
  targetAndOne: Tensor2D,
  mask: Tensor2D,
  huber: number,
): { weight: Tensor2D; loss: Tensor2D } {
  const size = abs(sub(slice(targetAndOne, [0, 0], image.shape), image));
  const weight = minimum<Tensor2D>(div(huber, maximum(size, huber / 1e6)), 1);
  const loss = mul(mul(weight, mul(size, size)), sub(1, mul(weight, 0.5)));
  return { weight: mul(weight, mask), loss: mul(loss, mask) };
}

/** The sums of one trial of so many over the rows, in float64. */
function columnSums(values: Float32Array, trial: number, trials: number, fixed: FixedPart, robust: boolean): Moments {
  const { rows, size, powers } = fixed;
  const columns = powers.shape[1];
  const outer = rows.coordinates;
  const image = outer[0].length * columns;
  const factors = size.length + 3;
  const sum = (at: number, degree: number): Float64Array => {
    const sums = new Float64Array(CODE_BASE ** size.length);
    for (let row = 0; row < outer[0].length; row++)
      addRow(sums, values, at + row * columns, columns, outer, row, degree);
    return sums;
  };
  // The products of two slopes need all powers, those of one slope half as many, and the others none.
  const degrees = [0, Math.ceil((columns - 1) / 2), columns - 1];
  const first = trial * factors * factors * image;
  const tables = Array.from({ length: factors * factors }, (_, at) => {
    const [p, q] = [Math.floor(at / factors), at % factors];
    return q < p ? null : sum(first + at * image, degrees[Number(p < size.length) + Number(q < size.length)]);
  });
  const ofLoss = trials * factors * factors * image + trial * 2 * image;
  const table = (p: number, q: number): Float64Array => tables[Math.min(p, q) * factors + Math.max(p, q)] ?? NONE;
  return {
    at: table,
    pixels: robust ? sum(ofLoss, 0)[0] : table(factors - 1, factors - 1)[0],
    loss: robust ? sum(ofLoss + image, 0)[0] : 0,
  };
}

const NONE: Float64Array = new Float64Array(0);

/** Adds one row's sums, times the powers of its y (and z), up to a degree in all. */
function addRow(
  sums: Float64Array,
  values: Float32Array,
  at: number,
  columns: number,
  outer: readonly Float64Array[],
  row: number,
  degree: number,
): void {
  const y = outer[0][row];
  const z = outer.length > 1 ? outer[1][row] : 0;
  const deepest = outer.length > 1 ? degree : 0;
  let byZ = 1;
  for (let c = 0; c <= deepest; c++, byZ *= z) {
    let byY = byZ;
    for (let b = 0; b + c <= degree; b++, byY *= y) {
      const code = (c * CODE_BASE + b) * CODE_BASE;
      const last = Math.min(degree - b - c, columns - 1);
      for (let a = 0; a <= last; a++) sums[code + a] += values[at + a] * byY;
    }
  }
}
