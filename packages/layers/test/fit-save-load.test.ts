import '@cropgrad/backend-cpu';
import '@cropgrad/backend-wasm';
import '../src/wasm-training.js';
import * as tf from '@tensorflow/tfjs';
import { describe, it } from 'vitest';
import { learnsBeforeAndAfterAFile } from './fit-save-load-suite.js';
import { MODELS } from './models.js';

describe('a model learns, gives the same when it is loaded, and learns on', () => {
  it.each(Object.keys(MODELS))('%s, on wasm', async (name) => {
    await tf.setBackend('wasm');
    await learnsBeforeAndAfterAFile(name);
  });

  it.each(['a transformer of layers, in a sequential model'])('%s, on cpu', async (name) => {
    await tf.setBackend('cpu');
    await learnsBeforeAndAfterAFile(name);
  });
});
