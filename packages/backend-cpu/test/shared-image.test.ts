import '@cropgrad/backend-cpu';
import { crop } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';

it('64 crops of one 1080p photo, forward and backward, never hold 64 photos in tensors', async () => {
  const photo = tf.zeros([1, 1080, 1920, 3]) as tf.Tensor4D;
  const photoBytes = photo.size * 4;
  const boxes = tf.tensor2d(Array.from({ length: 64 }, (_, n) => [-1 + n / 64, -1, n / 64, 0.5]));
  const dy = tf.ones([64, 224, 224, 3]);
  const f = (i: tf.Tensor, b: tf.Tensor): tf.Tensor => crop(i as tf.Tensor4D, b as tf.Tensor2D, [224, 224]);
  const { peakBytes } = await tf.profile(() => tf.grads(f)([photo, boxes], dy)[1]);
  // The photo, its gradient, the crops and dy; tfjs counts the photo again for the handle it saves. The rest is small.
  expect(peakBytes).toBeLessThan(3 * photoBytes + 2 * dy.size * 4 + 1e6);
});
