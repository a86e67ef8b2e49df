import '@cropgrad/backend-cpu';
import { affineSample, boxToTheta, composeTheta, invertTheta, rotatedBoxToTheta } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { expectClose } from './close.js';
import { expectGradient } from './gradient.js';

const tilted2d = (): tf.Tensor3D =>
  tf.tensor3d([
    [
      [0.5, 0.25, 0.1],
      [-0.5, 0.75, -0.2],
    ],
  ]);
const tilted3d = (): tf.Tensor3D =>
  tf.tensor3d([
    [
      [0.5, 0.25, 0.1, 0.3],
      [-0.5, 0.75, -0.2, 0.1],
      [0.1, 0.2, 0.9, -0.4],
    ],
  ]);
const identity2d = [1, 0, 0, 0, 1, 0];
const identity3d = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0];

describe('composeTheta', () => {
  it('is the crop of a crop: the right half of the left half', () => {
    const left = boxToTheta([[-1, -1, 0, 1]]);
    const right = boxToTheta([[0, -1, 1, 1]]);
    expectClose(composeTheta(left, right), [1, 2, 3], boxToTheta([[-0.5, -1, 0, 1]]).dataSync());
  });

  it('equals sampling twice on an image where that is exact: a ramp', () => {
    const ramp = tf.tensor4d(
      Float32Array.from({ length: 256 }, (_, i) => (i % 16) + 3 * Math.floor(i / 16)),
      [1, 16, 16, 1],
    );
    const a = rotatedBoxToTheta([[0.1, 0, 1, 1, 0.3]], [16, 16]);
    const b = boxToTheta([[-0.5, -0.5, 0.25, 0.5]]);
    const twice = affineSample(affineSample(ramp, a, [16, 16]), b, [4, 4]);
    expectClose(affineSample(ramp, composeTheta(a, b), [4, 4]), [1, 4, 4, 1], twice.dataSync(), 1e-5);
  });

  it('has gradients in both', () => {
    expectGradient(
      (x) => composeTheta(x as tf.Tensor3D, tilted2d()),
      tf.tensor3d([
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
      ]),
    );
    expectGradient(
      (x) => composeTheta(tilted2d(), x as tf.Tensor3D),
      tf.tensor3d([
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
      ]),
    );
    expectGradient((x) => composeTheta(x as tf.Tensor3D, tilted3d()), tilted3d());
    expectGradient((x) => composeTheta(tilted3d(), x as tf.Tensor3D), tilted3d());
  });
});

describe('invertTheta', () => {
  it('undoes theta, in 2-D and 3-D', () => {
    expectClose(composeTheta(tilted2d(), invertTheta(tilted2d())), [1, 2, 3], identity2d);
    expectClose(composeTheta(invertTheta(tilted2d()), tilted2d()), [1, 2, 3], identity2d);
    expectClose(composeTheta(tilted3d(), invertTheta(tilted3d())), [1, 3, 4], identity3d);
  });

  it('undoes several thetas of different sizes, each by itself', () => {
    const several = tf.concat3d([tilted2d(), tf.mul(tilted2d(), 100), boxToTheta([[-0.5, 0, 0, 3]])], 0);
    const undone = composeTheta(several, invertTheta(several));
    expectClose(undone, [3, 2, 3], [...identity2d, ...identity2d, ...identity2d]);
  });

  it.each([
    ['a huge scale', [1e20, 0, 3e10, 0, 1e20, 0]],
    ['a tiny scale', [1e-20, 0, 3e-10, 0, 1e-20, 0]],
    ['both', [1e20, 0, 1, 0, 1e-20, 1]],
    ['a huge shear', [0, 1e25, 0, 1e-15, 0, 0]],
    ['rows and columns of every size', [1e20, 1, 0, 1, 1e-30, 0]],
    ['a huge scale in 3-D', [1e15, 0, 0, 1, 0, 2e15, 0, 2, 0, 0, 3e15, 3]],
    ['a tiny scale in 3-D', [1e-15, 0, 0, 1, 0, 2e-15, 0, 2, 0, 0, 3e-15, 3]],
  ])('is right where products of its entries are not float32: %s', (_, entries) => {
    const rows = entries.length === 6 ? 2 : 3;
    const found = invertTheta(tf.tensor3d(entries, [1, rows, rows + 1])).dataSync();
    const wanted = inverseOf(entries, rows);
    for (const [i, value] of wanted.entries()) {
      expect(Math.abs(found[i] - value), `entry ${i}: ${found[i]} for ${value}`).toBeLessThanOrEqual(
        1e-6 * Math.abs(value),
      );
    }
  });

  it('has a gradient, in 2-D and 3-D', () => {
    expectGradient((x) => invertTheta(x as tf.Tensor3D), tilted2d(), 1 / 1024, 5e-3);
    expectGradient((x) => invertTheta(x as tf.Tensor3D), tilted3d(), 1 / 1024, 5e-3);
  });

  it('is non-finite for a box of no area, and sampling with it gives the fill value', () => {
    const singular = invertTheta(boxToTheta([[0.5, -1, 0.5, 1]]));
    expect([...singular.dataSync()].every(Number.isFinite)).toBe(false);
    const sampled = affineSample(tf.ones([1, 3, 3, 1]) as tf.Tensor4D, singular, [2, 2], { fillValue: 7 });
    expectClose(sampled, [1, 2, 2, 1], [7, 7, 7, 7], 0);
  });
});

/** [A⁻¹ | -A⁻¹t] in float64, by Cramer's rule. */
function inverseOf(entries: readonly number[], rows: number): number[] {
  const at = (i: number, j: number): number => Math.fround(entries[(i % rows) * (rows + 1) + (j % rows)]);
  const adjugate = (i: number, j: number): number =>
    rows === 2
      ? (i === j ? 1 : -1) * at(j + 1, i + 1)
      : at(j + 1, i + 1) * at(j + 2, i + 2) - at(j + 1, i + 2) * at(j + 2, i + 1);
  const axes = Array.from({ length: rows }, (_, k) => k);
  const determinant = axes.reduce((sum, k) => sum + at(0, k) * adjugate(k, 0), 0);
  return axes.flatMap((i) => {
    const inverted = axes.map((j) => adjugate(i, j) / determinant);
    const moved = axes.reduce((sum, j) => sum - inverted[j] * Math.fround(entries[j * (rows + 1) + rows]), 0);
    return [...inverted, moved];
  });
}
