import * as core from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';

/** No boxes at all, on one backend: an empty result of the right shape, and gradients of nothing. */
export function testNothingToCrop(backend: string): void {
  describe(`no boxes on ${backend}`, () => {
    let image: tf.Tensor4D;
    let three: tf.Tensor4D;
    let volume: tf.Tensor5D;

    beforeAll(async () => {
      await tf.setBackend(backend);
      image = tf.zeros([1, 4, 6, 3]);
      three = tf.zeros([3, 4, 6, 3]);
      volume = tf.zeros([1, 2, 4, 6, 3]);
    });

    const calls: [string, () => tf.Tensor, number[]][] = [
      ['crop of a list', () => core.crop(image, [], [2, 5]), [0, 2, 5, 3]],
      ['crop of several images', () => core.crop(three, [], [2, 5]), [0, 2, 5, 3]],
      ['crop of a volume', () => core.crop(volume, [], [2, 2, 5]), [0, 2, 2, 5, 3]],
      ['crop of an empty tensor', () => core.crop(three, tf.zeros([0, 4]), [2, 5]), [0, 2, 5, 3]],
      ['crop with no indices', () => core.crop(three, [], [2, 5], { imageIndex: [] }), [0, 2, 5, 3]],
      ['affineSample', () => core.affineSample(three, [], [2, 5]), [0, 2, 5, 3]],
      ['affineSample of a volume', () => core.affineSample(volume, [], [2, 2, 5]), [0, 2, 2, 5, 3]],
      ['gridSample', () => core.gridSample(three, tf.zeros([0, 2, 5, 2])), [0, 2, 5, 3]],
      ['affineGrid', () => core.affineGrid([], [2, 5]), [0, 2, 5, 2]],
      ['affineGrid in 3-D', () => core.affineGrid([], [2, 2, 5]), [0, 2, 2, 5, 3]],
      ['boxToTheta', () => core.boxToTheta([]), [0, 2, 3]],
      ['boxesFromPixels', () => core.boxesFromPixels([], [4, 6]), [0, 4]],
      ['boxesFromPixels in 3-D', () => core.boxesFromPixels([], [2, 4, 6]), [0, 6]],
      ['boxesToUnit in another format', () => core.boxesToUnit([], { format: 'cxcywh' }), [0, 4]],
      ['enlargeBoxes', () => core.enlargeBoxes([], 2), [0, 4]],
      ['letterboxBoxes in 3-D', () => core.letterboxBoxes([], [2, 4, 6], [2, 2, 2]), [0, 6]],
      ['thetaFromPixels', () => core.thetaFromPixels([], [4, 6], [2, 5], { maps: 'imageToCrop' }), [0, 2, 3]],
      ['thetaToPixels', () => core.thetaToPixels([], [4, 6], [2, 5], { maps: 'cropToImage' }), [0, 2, 3]],
      ['flowGrid', () => core.flowGrid(tf.zeros([0, 4, 6, 2])), [0, 4, 6, 2]],
      ['rotatedBoxToTheta', () => core.rotatedBoxToTheta([], [4, 6]), [0, 2, 3]],
      ['composeTheta', () => core.composeTheta([], []), [0, 2, 3]],
      ['invertTheta', () => core.invertTheta([]), [0, 2, 3]],
      ['invertTheta of perspective', () => core.invertTheta(tf.zeros([0, 3, 3])), [0, 3, 3]],
      ['quadToTheta', () => core.quadToTheta([]), [0, 3, 3]],
      ['transformPoints', () => core.transformPoints([], []), [0, 0, 2]],
      ['transformPoints of no points', () => core.transformPoints(tf.zeros([2, 3, 3]), tf.zeros([2, 0, 2])), [2, 0, 2]],
    ];
    it.each(calls)('%s gives nothing, in the right shape', (_, call, shape) => {
      expect(tf.tidy(call).shape).toEqual(shape);
    });

    const differentiable: [string, (x: tf.Tensor) => tf.Tensor, number[]][] = [
      ['crop', (x) => core.crop(three, x as tf.Tensor2D, [2, 5]), [0, 4]],
      ['boxToTheta', (x) => core.boxToTheta(x as tf.Tensor2D), [0, 4]],
      ['boxesFromPixels', (x) => core.boxesFromPixels(x as tf.Tensor2D, [4, 6]), [0, 4]],
      ['boxesFromUnit of another format', (x) => core.boxesFromUnit(x as tf.Tensor2D, { format: 'yxyx' }), [0, 4]],
      ['squareBoxes', (x) => core.squareBoxes(x as tf.Tensor2D, [4, 6]), [0, 4]],
      [
        'thetaFromPixels',
        (x) => core.thetaFromPixels(x as tf.Tensor3D, [4, 6], [2, 5], { maps: 'imageToCrop' }),
        [0, 2, 3],
      ],
      ['flowGrid', (x) => core.flowGrid(x as tf.Tensor4D), [0, 4, 6, 2]],
      ['rotatedBoxToTheta', (x) => core.rotatedBoxToTheta(x as tf.Tensor2D, [4, 6]), [0, 5]],
      ['composeTheta', (x) => core.composeTheta(x as tf.Tensor3D, x as tf.Tensor3D), [0, 2, 3]],
      ['invertTheta', (x) => core.invertTheta(x as tf.Tensor3D), [0, 3, 4]],
      ['quadToTheta', (x) => core.quadToTheta(x as tf.Tensor3D), [0, 4, 2]],
    ];
    it.each(differentiable)('%s has a gradient of nothing', (_, f, shape) => {
      const found = tf.tidy(() => {
        const x = tf.zeros(shape);
        return tf.grads(f)([x], f(x))[0];
      });
      expect(found.shape).toEqual(shape);
    });

    it('the gradient by an image that nothing reads is 0', () => {
      const gradient = tf.tidy(
        () => tf.grads((x) => core.crop(x as tf.Tensor4D, [], [2, 5]))([three], tf.zeros([0, 2, 5, 3]))[0],
      );
      expect(gradient.shape).toEqual([3, 4, 6, 3]);
      expect([...gradient.dataSync()].every((value) => value === 0)).toBe(true);
    });
  });
}
