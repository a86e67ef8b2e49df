import { identity, type Matrix, sideOf } from '../algebra/matrix.js';
import type { Model } from '../model.js';

/**
 * Where to begin: with the middles of both images on each other and pixels of the same size. Where that is not the whole of one image
 * on the whole of the other, the latter is the second try of models that scale; of similarities, images of equal areas.
 */
export function firstMaps(model: Model, moving: readonly number[], fixed: readonly number[]): Matrix[] {
  const ratios = fixed.map((length, axis) => length / moving[axis]).reverse();
  const mean = ratios.reduce((product, ratio) => product * ratio, 1) ** (1 / ratios.length);
  const same = diagonal(ratios);
  if (model === 'translation' || model === 'rigid') return [same];
  const whole = diagonal(model === 'similarity' ? ratios.map((ratio) => ratio / mean) : ratios.map(() => 1));
  return whole.every((entry, i) => Math.abs(entry - same[i]) < 0.05) ? [same] : [same, whole];
}

/** How often a moving image must be halved for its pixels to be as large as those of the fixed image, through a map; rounded. */
export function octaveOf(map: Matrix, moving: readonly number[], fixed: readonly number[]): number {
  const dimensions = fixed.length;
  const side = sideOf(map);
  const columns = fixed.map((_, column) => Math.hypot(...fixed.map((_, row) => map[row * side + column])));
  const ratios = moving.map((length, axis) => length / fixed[axis]).reverse();
  const scale = columns.reduce((product, length, axis) => product * length * ratios[axis], 1) ** (1 / dimensions);
  return Math.round(Math.log2(scale));
}

function diagonal(entries: readonly number[]): Matrix {
  const matrix = identity(entries.length + 1);
  for (const [i, entry] of entries.entries()) matrix[i * (entries.length + 2)] = entry;
  return matrix;
}
