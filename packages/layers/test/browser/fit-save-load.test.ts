import '@cropgrad/backend-webgl';
import '@cropgrad/backend-webgpu';
import * as tf from '@tensorflow/tfjs';
import { describe, expect, it } from 'vitest';
import { learnsBeforeAndAfterAFile } from '../fit-save-load-suite.js';
import { MODELS } from '../models.js';

describe('in a page, a model learns, gives the same when it is loaded, and learns on', () => {
  it.each(Object.keys(MODELS))('%s, on webgl', async (name) => {
    expect(await tf.setBackend('webgl')).toBe(true);
    await learnsBeforeAndAfterAFile(name);
  });

  it.each(['a transformer that convolves', 'boxes from a net'])('%s, on webgpu', async (name) => {
    expect(await tf.setBackend('webgpu')).toBe(true);
    await learnsBeforeAndAfterAFile(name);
  });
});
