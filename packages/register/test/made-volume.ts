import * as tf from '@tensorflow/tfjs-core';

/** A head of n³ voxels, seen through a map of 16 numbers: a skull, two halves with folds, and two dark ventricles. */
export function madeHead(n: number, map: ArrayLike<number>): tf.Tensor4D {
  const values = new Float32Array(n ** 3);
  for (let i = 0; i < values.length; i++) {
    const [x, y, z] = [i % n, Math.floor(i / n) % n, Math.floor(i / n / n)].map((at) => (2 * at + 1) / n - 1);
    const [u, v, w] = [0, 1, 2].map(
      (row) => map[4 * row] * x + map[4 * row + 1] * y + map[4 * row + 2] * z + map[4 * row + 3],
    );
    values[i] = head(u, v, w);
  }
  return tf.tensor4d(values, [n, n, n, 1]);
}

/** How grey a head is at a point: every edge is soft, so that voxels sample it well. */
function head(x: number, y: number, z: number): number {
  const soft = (distance: number): number => 1 / (1 + Math.exp(distance / 0.025));
  const skull = Math.hypot(x / 0.62, y / 0.78, z / 0.66);
  const folds = 0.06 * Math.sin(9 * x + 4 * z) * Math.cos(8 * y - 3 * x) * Math.cos(7 * z + 2 * y);
  const brain = Math.hypot(x / 0.54, y / 0.7, (z - 0.02) / 0.57) + folds;
  const ventricle = Math.min(
    Math.hypot((x - 0.12) / 0.07, (y + 0.05) / 0.25, z / 0.12),
    Math.hypot((x + 0.14) / 0.07, y / 0.22, z / 0.13),
  );
  const middle = Math.exp(-((x / 0.02) ** 2));
  return (
    60 * soft((skull - 1) * 0.6) +
    (90 - 30 * middle + 25 * Math.sin(5 * y + 2 * z)) * soft((brain - 1) * 0.5) -
    70 * soft((ventricle - 1) * 0.1)
  );
}

/** Turned by degrees about an axis through the middle that is no edge's, and moved by so many voxels of n. */
export function rigidMap(degrees: number, voxels: readonly number[], n: number): number[] {
  const [a, b, c] = [0.6, -0.48, 0.64];
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const t = 1 - cos;
  return [
    ...[cos + a * a * t, a * b * t - c * sin, a * c * t + b * sin, (2 * voxels[0]) / n],
    ...[a * b * t + c * sin, cos + b * b * t, b * c * t - a * sin, (2 * voxels[1]) / n],
    ...[a * c * t - b * sin, b * c * t + a * sin, cos + c * c * t, (2 * voxels[2]) / n],
    ...[0, 0, 0, 1],
  ];
}
