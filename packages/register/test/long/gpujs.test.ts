import '@cropgrad/backend-cpu';
import '@cropgrad/backend-gpujs';
import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { findCrop } from '../../src/index.js';
import { PHOTO, thumbnailOf } from '../find/made-photo.js';
import { scene } from '../made-pair.js';

it('gpujs, whose conv2d is that of tfjs on the CPU, answers what cpu answers', async () => {
  const thumbnail = thumbnailOf(scene(3), { cx: 92.5, cy: 71, width: 75, height: 60, radians: 0.12 }, [40, 32]);
  const boxes: Float32Array[] = [];
  for (const backend of ['cpu', 'gpujs']) {
    await tf.setBackend(backend);
    const { box, theta, found } = await findCrop(PHOTO, thumbnail, { model: 'rotatedBox' });
    expect(found).toBe(true);
    boxes.push(await box.data<'float32'>());
    tf.dispose([box, theta]);
  }
  for (const [k, value] of boxes[1].entries()) expect(Math.abs(value - boxes[0][k]) * 100).toBeLessThan(1 / 30);
});
