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
