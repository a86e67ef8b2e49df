import '@cropgrad/backend-cpu';
import { affineGrid, boxToTheta, crop, gridSample, gridSampleJvp } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs';
import { expect, it } from 'vitest';
import { expectGradient } from './gradient.js';

it('trains a box variable with an optimizer when the tfjs umbrella is there', () => {
  tf.setBackend('cpu');
  const photo = tf.tidy(() => tf.linspace(0, 1, 64).reshape([1, 8, 8, 1]).square()) as tf.Tensor4D;
  const target = crop(photo, [[-0.5, -0.25, 0.5, 0.75]], [6, 6]);
  const box = tf.variable(tf.tensor2d([[-0.7, -0.5, 0.3, 0.6]]));
  const loss = (): tf.Scalar => tf.losses.meanSquaredError(target, crop(photo, box, [6, 6]));
  const { value, grads } = tf.variableGrads(loss, [box]);
  expect(grads[box.name].shape).toEqual([1, 4]);
  const optimizer = tf.train.adam(0.02);
  for (let step = 0; step < 200; step++) optimizer.minimize(loss, false, [box]);
  expect(loss().dataSync()[0]).toBeLessThan(value.dataSync()[0] / 100);
});

it('Gauss-Newton finds in 8 steps the box for which Adam takes 100, through the derivatives along each corner', () => {
  tf.setBackend('cpu');
  const photo = tf.tidy(() => {
    const [x, y] = [tf.linspace(0, 6, 32).reshape([1, 32]), tf.linspace(0, 5, 32).reshape([32, 1])];
    return tf.add(tf.sin(x), tf.cos(tf.add(y, tf.mul(x, 0.4)))).reshape([1, 32, 32, 1]);
  }) as tf.Tensor4D;
  const wanted = [-0.5, -0.25, 0.5, 0.75];
  const start = [-0.6, -0.4, 0.35, 0.62];
  const gridOf = (box: number[]): tf.Tensor4D => affineGrid(boxToTheta([box]), [12, 12]);
  const target = crop(photo, [wanted], [12, 12], { mode: 'bicubic' });
  const missed = (box: ArrayLike<number>): number => Math.max(...wanted.map((x, k) => Math.abs(x - box[k])));

  let box = start;
  for (let step = 0; step < 8; step++) {
    const read = (x: tf.Tensor): number[] => Array.from(x.dataSync());
    const residual = read(tf.sub(target, gridSample(photo, gridOf(box), { mode: 'bicubic' })));
    const columns = wanted.map((_, k) => {
      const corner = wanted.map((__, j) => Number(j === k));
      return read(gridSampleJvp(photo, gridOf(box), gridOf(corner), { mode: 'bicubic' }));
    });
    const dots = (a: number[], b: number[]): number => a.reduce((sum, value, i) => sum + value * b[i], 0);
    const move = solved(
      columns.map((a) => columns.map((b) => dots(a, b))),
      columns.map((a) => dots(a, residual)),
    );
    box = box.map((x, k) => x + move[k]);
  }
  expect(missed(box)).toBeLessThan(1e-4);

  const variable = tf.variable(tf.tensor2d([start]));
  const adam = tf.train.adam(0.01);
  for (let step = 0; step < 8; step++) {
    adam.minimize(
      () => tf.losses.meanSquaredError(target, crop(photo, variable, [12, 12], { mode: 'bicubic' })),
      false,
      [variable],
    );
  }
  expect(missed(variable.dataSync())).toBeGreaterThan(0.05);
});

/** Solves a small symmetric system by elimination. */
function solved(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]]);
  rows.forEach((row, i) => {
    rows.forEach((other, j) => {
      if (j === i) return;
      const factor = other[i] / row[i];
      for (let k = i; k < other.length; k++) other[k] -= factor * row[k];
    });
  });
  return rows.map((row, i) => row[right.length] / row[i]);
}

it('a third derivative says so by name', () => {
  tf.setBackend('cpu');
  const image = tf.randomUniform([1, 5, 4, 2], -1, 1, 'float32', 1) as tf.Tensor4D;
  const grid = tf.randomUniform([1, 3, 3, 2], -1.3, 1.3, 'float32', 2) as tf.Tensor4D;
  const dy = tf.randomUniform([1, 3, 3, 2], -1, 1, 'float32', 3);
  const first = (x: tf.Tensor): tf.Tensor => tf.grad((g) => gridSample(image, g as tf.Tensor4D))(x, dy);
  const second = (x: tf.Tensor): tf.Tensor => tf.grad(first)(x, grid);
  expect(() => tf.grad(second)(grid, grid)).toThrow(
    expect.objectContaining({ code: 'UNSUPPORTED', what: 'GridSampleJvpGradGrid: its gradient by grid' }),
  );
});

it('differentiates a crop with a fill per channel twice', () => {
  tf.setBackend('cpu');
  const photo = tf.randomUniform([1, 6, 7, 2], 0, 1, 'float32', 3) as tf.Tensor4D;
  const options = { mode: 'bicubic', cubicCoefficient: -0.5, fillValue: [0.3, -1.2] } as const;
  const slope = (b: tf.Tensor): tf.Tensor =>
    tf.grad((x) => crop(photo, x as tf.Tensor2D, [3, 4], options))(b, tf.ones([1, 3, 4, 2]));
  expectGradient(slope, tf.tensor2d([[-1.13, -0.71, 0.43, 1.27]]), 2 ** -10, 2e-2);
});
