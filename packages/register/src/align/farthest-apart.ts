import { type Matrix, sideOf } from '../algebra/matrix.js';
import { cornersOf } from '../fit/motion.js';

/** How far apart two maps put a corner, at most, as a part of half the fixed image's size in the moving one. */
export function farthestApart(a: Matrix, b: Matrix): number {
  const dimensions = sideOf(a) - 1;
  const distances = cornersOf(dimensions).map((corner) => {
    const [ofA, ofB] = [mapped(a, corner), mapped(b, corner)];
    return Math.hypot(...ofA.map((one, axis) => one - ofB[axis]));
  });
  return Math.max(...distances) / scaleOf(a);
}

/** Where a map puts a point. */
export function mapped(map: Matrix, point: readonly number[]): number[] {
  const side = sideOf(map);
  const at = [...point, 1];
  const moved = Array.from({ length: side }, (_, row) =>
    at.reduce((sum, one, column) => sum + map[row * side + column] * one, 0),
  );
  return moved.slice(0, -1).map((one) => one / moved[side - 1]);
}

/** How much longer a map makes what it moves, on average over the axes. */
export function scaleOf(map: Matrix): number {
  const side = sideOf(map);
  const axes = Array.from({ length: side - 1 }, (_, axis) => axis);
  const lengths = axes.map((column) => Math.hypot(...axes.map((row) => map[row * side + column])));
  return lengths.reduce((sum, one) => sum + one, 0) / lengths.length;
}
