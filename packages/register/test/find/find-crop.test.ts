import '@cropgrad/backend-cpu';
import '@cropgrad/backend-wasm';
import { affineSample, boxesToPixels, rotatedBoxToTheta } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { findCrop } from '../../src/index.js';
import { scene } from '../made-pair.js';
import { PHOTO, thumbnailOf } from './made-photo.js';

const CUT = { cx: 92.5, cy: 71, width: 75, height: 60 };

describe.each(['cpu', 'wasm'])('on %s', (backend) => {
  beforeEach(() => tf.setBackend(backend));

  it('finds a box to a fifth of a pixel, through gain and offset', async () => {
    const { box, theta, score, found, reason } = await findCrop(PHOTO, thumbnailOf(scene(3), CUT, [40, 32], [0.8, 30]));
    const pixels = await boxesToPixels(box, [PHOTO.height, PHOTO.width]).data();
    const expected = [CUT.cx - 37.5, CUT.cy - 30, CUT.cx + 37.5, CUT.cy + 30];
    for (const [k, edge] of expected.entries()) expect(Math.abs(pixels[k] - edge)).toBeLessThan(0.2);
    expect({ found, reason }).toEqual({ found: true, reason: null });
    expect(score).toBeGreaterThan(0.99);
    tf.dispose([box, theta]);
  });

  it('finds a turned box, and its theta cuts out the thumbnail', async () => {
    const turned = { ...CUT, radians: 0.12 };
    const thumbnail = thumbnailOf(scene(3), turned, [40, 32]);
    const { box, theta, found } = await findCrop(PHOTO, thumbnail, { model: 'rotatedBox' });
    const [cx, cy, w, h, radians] = await box.data();
    expect(found).toBe(true);
    expect((100 * (cx + 1) - turned.cx) ** 2 + (75 * (cy + 1) - turned.cy) ** 2).toBeLessThan(0.2 ** 2);
    expect(Math.abs(100 * w - turned.width)).toBeLessThan(0.4);
    expect(Math.abs(75 * h - turned.height)).toBeLessThan(0.4);
    expect(Math.abs(radians - turned.radians)).toBeLessThan(0.005);
    const again = await tf.tidy(() => tf.max(tf.abs(tf.sub(rotatedBoxToTheta(box, [150, 200]), theta)))).data();
    expect(again[0]).toBeLessThan(1e-6);

    const crop = tf.tidy(() => {
      const image = tf.tensor4d(Float32Array.from(PHOTO.data), [1, 150, 200, 1]);
      return affineSample(image, theta, [32, 40], { antialias: true });
    });
    const seen = await crop.data<'float32'>();
    const difference = seen.reduce((sum, value, k) => sum + Math.abs(value - thumbnail.data[k]), 0) / seen.length;
    expect(difference).toBeLessThan(3);
    tf.dispose([box, theta, crop]);
  });
});
