import '@cropgrad/backend-cpu';
import '@cropgrad/backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { register } from '../src/index.js';
import { farthestCorner, IDENTITY, scene, seen } from './made-pair.js';

const FAR = [0.95, -0.2, 0.35, 0.2, 0.95, -0.3, 0, 0, 1];
const SIZE = [64, 64] as const;

describe.each(['cpu', 'wasm'])('on %s', (backend) => {
  beforeEach(() => tf.setBackend(backend));

  it('similarity', async () => {
    const moving = seen(scene(3), IDENTITY, SIZE);
    const fixed = seen(scene(3), FAR, SIZE);
    const before = tf.memory().numTensors;
    let samples = 0;
    const stages = new Set<string>();
    const t0 = performance.now();
    const r = await register(moving, fixed, { onStep: (step) => { samples += step.samples; stages.add(step.stage); } });
    console.log(backend, performance.now() - t0, samples / 4096, [...stages]);
    const t = await r.theta.data();
    console.log(r.found, r.reason, r.score, r.residual, r.sigma, farthestCorner([...t, 0, 0, 1], FAR, SIZE), tf.memory().numTensors - before);
  });
  it('unrelated', async () => {
    const moving = seen(scene(3), IDENTITY, SIZE);
    const fixed = seen(scene(4), FAR, SIZE);
    const before = tf.memory().numTensors;
    let samples = 0;
    const t0 = performance.now();
    const r = await register(moving, fixed, { onStep: (step) => { samples += step.samples;  } });
    console.log(backend, performance.now() - t0, samples / 4096);
    console.log(r.found, r.reason, r.score, r.residual, r.sigma,tf.memory().numTensors - before);
  });
});
