import type { Model } from '../model.js';
import type { Matrix } from './matrix.js';

/**
 * The generators of a model's maps, in normalised coordinates of an image of this size [h,w] or [d,h,w]: a map is changed to
 * map · exp(Σ d_k G_k). Turning is that of pixels, so it knows the aspect. Their order is translations first; what a model can do
 * is a span of what the next one can.
 */
export function generators(model: Model, size: readonly number[]): Matrix[] {
  const dimensions = size.length;
  const side = dimensions + 1;
  const one = (entries: readonly (readonly [row: number, column: number, value: number])[]): Matrix => {
    const matrix = new Float64Array(side * side);
    for (const [row, column, value] of entries) matrix[row * side + column] = value;
    return matrix;
  };
  const axes = Array.from({ length: dimensions }, (_, axis) => axis);
  const moves = axes.map((axis) => one([[axis, dimensions, 1]]));
  const scales = axes.map((axis) => one([[axis, axis, 1]]));
  const scale = one(axes.map((axis) => [axis, axis, 1] as const));
  // Axis 0 is x, whose length is the last one of a size.
  const length = (axis: number): number => size[dimensions - 1 - axis];
  const turns = axes.flatMap((a) =>
    axes.slice(a + 1).map((b) =>
      one([
        [b, a, length(a) / length(b)],
        [a, b, -length(b) / length(a)],
      ]),
    ),
  );
  const linear = axes.flatMap((row) => axes.map((column) => one([[row, column, 1]])));
  const tilts = axes.map((axis) => one([[dimensions, axis, 1]]));
  const parts: Record<Model, Matrix[][]> = {
    translation: [moves],
    box: [moves, scales],
    rigid: [moves, turns],
    similarity: [moves, turns, [scale]],
    affine: [moves, linear],
    homography: [moves, linear, tilts],
  };
  return parts[model].flat();
}
