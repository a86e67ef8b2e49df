import { concat, matMul, mul, slice, square, step, sub, type Tensor2D, tidy, transpose } from '@tensorflow/tfjs-core';
import { generators } from '../algebra/generators.js';
import { exponential, identity, type Matrix, multiply } from '../algebra/matrix.js';
import type { Layer } from '../fit/layer.js';
import { Rows } from '../fit/rows.js';
import { ALL_INSIDE, sampleThrough } from '../fit/sample-through.js';
import type { Model } from '../model.js';
import { MIN_OVERLAP, rankOf } from './candidate.js';
import { distinct, scaleOf } from './distinct.js';

/** How far from the first map is searched, as a part of half the image: along both axes, and in which steps. */
const REACH = 0.7;
const STRIDE = 0.14;
/** Turned by how much, in radians, and scaled by how much. */
const TURNS = [-0.45, -0.225, 0, 0.225, 0.45];
const SCALES = [0.8, 1, 1.25];
/** Which are turned, and which are scaled along how many axes together. */
const GRIDS: Record<Model, { turns: boolean; scales: 'none' | 'alike' | 'each' }> = {
  translation: { turns: false, scales: 'none' },
  box: { turns: false, scales: 'each' },
  rigid: { turns: true, scales: 'none' },
  similarity: { turns: true, scales: 'alike' },
  affine: { turns: true, scales: 'alike' },
  homography: { turns: true, scales: 'alike' },
};
/** How many of them are refined, the first map besides, and how far apart they are. */
const KEPT = 24;
const APART = 0.2;

/** The most promising of all maps around a first one, and that itself: 1,815 in one call, on images of 9 to 18 pixels. */
export async function coarseSearch(
  moving: Layer,
  fixed: Layer,
  first: Matrix,
  pair: number,
  model: Model,
): Promise<{ starts: Matrix[]; samples: number }> {
  const maps = around(first, model, fixed.size);
  const sums = tidy(() => correlationSums(moving, fixed, maps, pair));
  const values = await sums.data();
  sums.dispose();
  const pixels = fixed.size.reduce((product, length) => product * length, 1);
  const ranked = maps.map((map, n) => {
    const { score, covered } = correlation(values.subarray(n * 6, n * 6 + 6));
    const overlap = covered / pixels;
    return { map, rank: overlap >= MIN_OVERLAP ? rankOf({ quality: score, overlap }) : -2 };
  });
  const sorted = ranked.filter(({ rank }) => rank > -2).sort((a, b) => b.rank - a.rank);
  const best = distinct(sorted, APART, KEPT).map(({ map }) => map);
  return { starts: [first, ...best], samples: maps.length * pixels };
}

/** The first map and all that lie around it: turned and scaled about the middle of the fixed image, and then moved. */
function around(first: Matrix, model: Model, size: readonly number[]): Matrix[] {
  const { turns, scales } = GRIDS[model];
  const dimensions = size.length;
  const [turn] = generators('rigid', size).slice(dimensions);
  const turned = (turns ? TURNS : [0]).map((angle) => exponential(turn.map((entry) => entry * angle)));
  const linear = turned.flatMap((map) => scalings(scales, dimensions).map((scaling) => multiply(map, scaling)));
  // Of a larger moving image as much is searched, in steps as long.
  const scale = scaleOf(first);
  const stride = STRIDE * scale;
  const most = Math.round(Math.max(REACH, Math.min(1 / scale, 3) * REACH) / STRIDE);
  const moves = Array.from({ length: 2 * most + 1 }, (_, i) => (i - most) * stride);
  return moves.flatMap((y) =>
    moves.flatMap((x) =>
      linear.map((part) => {
        const map = multiply(first, part);
        map[dimensions] += x;
        map[2 * dimensions + 1] += y;
        return map;
      }),
    ),
  );
}

function scalings(scales: 'none' | 'alike' | 'each', dimensions: number): Matrix[] {
  if (scales === 'none') return [identity(dimensions + 1)];
  const pairs = SCALES.flatMap((x) => (scales === 'alike' ? [[x, x]] : SCALES.map((y) => [x, y])));
  return pairs.map(([x, y]) => Float64Array.of(x, 0, 0, 0, y, 0, 0, 0, 1));
}

/** By map: Σ m, Σ m T, Σ m T², Σ m I, Σ m I T and Σ m I². */
function correlationSums(moving: Layer, fixed: Layer, maps: readonly Matrix[], pair: number): Tensor2D {
  const rows = new Rows(fixed.size);
  const which = fixed.pixels.shape[0] === 1 ? 0 : pair;
  const own = slice(fixed.pixels, [which], [1]);
  const seen = sampleThrough(
    moving,
    maps,
    maps.map(() => pair),
    fixed.size,
    { outside: 'fill' },
  );
  const inside = step(sub(rows.channel(seen, 1), ALL_INSIDE));
  const image = mul<Tensor2D>(rows.channel(seen, 0), inside);
  const [target, mask] = [0, 1].map((channel) => transpose(rows.channel(own, channel)));
  const weighted = mul<Tensor2D>(target, mask);
  const powers = concat<Tensor2D>([mask, weighted, mul<Tensor2D>(weighted, target)], 1);
  return concat<Tensor2D>(
    [
      matMul<Tensor2D>(inside, powers),
      matMul<Tensor2D>(image, slice(powers, [0, 0], [-1, 2])),
      matMul<Tensor2D>(square(image), mask),
    ],
    1,
  );
}

function correlation(sums: ArrayLike<number>): { score: number; covered: number } {
  const [covered, target, targets, image, products, images] = Array.from(sums);
  const count = Math.max(covered, 1e-9);
  const ofTarget = Math.max(targets / count - (target / count) ** 2, 1e-8);
  const ofImage = Math.max(images / count - (image / count) ** 2, 1e-8);
  return { score: (products / count - (image * target) / count ** 2) / Math.sqrt(ofTarget * ofImage), covered };
}
