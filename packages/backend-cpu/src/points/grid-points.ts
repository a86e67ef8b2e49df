import type { Call } from '../call.js';
import type { Row } from '../row.js';
import type { PointSource } from './point-source.js';

/** The points of a grid [N,h,w,2] or [N,d,h,w,3], from [-1, 1] to pixels as PyTorch's `grid_sampler_unnormalize`. */
export function gridPoints(
  grid: Float32Array,
  gridShape: readonly number[],
  { x, y, z }: Call,
  alignCorners: boolean,
): PointSource {
  const dimensions = gridShape.length - 2;
  const [width, height, depth = 1] = gridShape.slice(1, -1).reverse();
  const shift = alignCorners ? 0 : 0.5;
  const rowAt = ({ n, i, k }: Row): number => ((n * depth + k) * height + i) * width * dimensions;
  return {
    turnTo: () => undefined,
    read: (row) => {
      const at = rowAt(row);
      unnormalise(row.x, grid, at, dimensions, x.scale, shift);
      unnormalise(row.y, grid, at + 1, dimensions, y.scale, shift);
      if (dimensions === 3) unnormalise(row.z, grid, at + 2, dimensions, z.scale, shift);
    },
    startGradient: () => {
      const dgrid = new Float32Array(grid.length);
      return { add: (row, gradient) => dgrid.set(gradient, rowAt(row)), total: () => dgrid };
    },
  };
}

/** Takes every `step`-th number from `from` on. */
function unnormalise(
  x: Float64Array,
  grid: Float32Array,
  from: number,
  step: number,
  scale: number,
  shift: number,
): void {
  for (let j = 0, at = from; j < x.length; j++, at += step) x[j] = (grid[at] + 1) * scale - shift;
}
