import { cpuBackend } from '@cropgrad/backend-cpu';
import { boxToTheta, crop } from '@cropgrad/core';
import { registerCropBackend } from '@cropgrad/core/backend';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, expect, test } from 'vitest';
import { wasmBackend } from '../src/index.js';

const { BoxToTheta: _, BoxToThetaGradBoxes: __, ...withoutBoxes } = wasmBackend.kernels;

const boxes = [
  [-0.37, 0.11, 0.93, -0.4],
  [1, -1, -1, 1],
  [2 ** 100, 3, 2 ** -100, 0.1],
  [1e38, -3e38, 3e38, 3.4e38],
];
const cubes = [[-0.1, 0.2, -0.3, 0.4, 0.55, 0.6]];

afterEach(() => registerCropBackend(wasmBackend));

/** Thetas, their gradient by the boxes, and that one's own gradient, on the current backend. */
function answers(values: number[][]): Float32Array[] {
  const x = tf.tensor2d(values);
  const theta = boxToTheta(x);
  const dtheta = tf.randomUniform(theta.shape, -1, 1, 'float32', 3);
  const gradient = (dy: tf.Tensor): tf.Tensor => tf.grad((b) => boxToTheta(b))(x, dy);
  const again = tf.grad(gradient)(dtheta, x);
  return [theta, gradient(dtheta), again].map((tensor) => tensor.dataSync<'float32'>());
}

test("thetas and gradients of boxes are those of tfjs's ops, and of backend-cpu, bit for bit", async () => {
  for (const values of [boxes, cubes]) {
    await tf.setBackend('wasm');
    registerCropBackend(wasmBackend);
    const found = answers(values);
    registerCropBackend({ ...wasmBackend, kernels: withoutBoxes });
    expect(answers(values)).toEqual(found);
    registerCropBackend(cpuBackend);
    await tf.setBackend('cpu');
    expect(answers(values)).toEqual(found);
  }
  await tf.setBackend('wasm');
});

test('boxes that are not finite crop nothing and get no gradient, with kernels and without', async () => {
  await tf.setBackend('wasm');
  const image = tf.ones([1, 3, 3, 1]);
  for (const kernels of [wasmBackend.kernels, withoutBoxes]) {
    registerCropBackend({ ...wasmBackend, kernels });
    for (const end of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      for (let corner = 0; corner < 4; corner++) {
        const box = tf.tensor2d([[-1, -1, 1, 1].with(corner, end)]);
        const { value, grad } = tf.valueAndGrad((b) => crop(image, b, [2, 2], { fillValue: 5 }))(box);
        expect([...value.dataSync()]).toEqual([5, 5, 5, 5]);
        expect([...grad.dataSync()]).toEqual([0, 0, 0, 0]);
      }
    }
  }
});
