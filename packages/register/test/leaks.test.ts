import '@cropgrad/backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it, vi } from 'vitest';
import { register, registerSteps } from '../src/index.js';
import { IDENTITY, scene, seen } from './made-pair.js';

const SIZE = [48, 48] as const;

beforeAll(() => tf.setBackend('wasm'));

const pair = (other: number): [tf.Tensor3D, tf.Tensor3D] => [
  seen(scene(1), IDENTITY, SIZE),
  seen(scene(other), [1, 0, 0.1, 0, 1, 0, 0, 0, 1], SIZE),
];

it('only theta is left, found or not', async () => {
  for (const other of [1, 2]) {
    const [moving, fixed] = pair(other);
    const fixedMask = tf.ones<tf.Rank.R2>([48, 48]);
    const before = tf.memory().numTensors;
    const { theta } = await register(moving, fixed, { model: 'rigid', fixedMask });
    expect(tf.memory().numTensors).toBe(before + 1);
    theta.dispose();
  }
});

it("an abort at any step leaves nothing, and is the signal's reason", async () => {
  const [moving, fixed] = pair(2);
  const before = tf.memory().numTensors;
  for (const last of [0, 1, 5, 20, 40]) {
    const abort = new AbortController();
    let steps = 0;
    if (last === 0) abort.abort(new Error('enough'));
    const onStep = (): void => {
      if (++steps === last) abort.abort(new Error('enough'));
    };
    await expect(register(moving, fixed, { signal: abort.signal, onStep })).rejects.toThrow('enough');
    expect(tf.memory().numTensors).toBe(before);
  }
});

it('an onStep that throws, and a loop that is left, leave nothing', async () => {
  const [moving, fixed] = pair(2);
  const before = tf.memory().numTensors;
  const onStep = (): never => {
    throw new Error('mine');
  };
  await expect(register(moving, fixed, { onStep })).rejects.toThrow('mine');
  for await (const { level, theta } of registerSteps(moving, fixed)) {
    expect(theta).toHaveLength(9);
    if (level === 0) break;
  }
  expect(tf.memory().numTensors).toBe(before);
});

it('the steps end with the registration', async () => {
  const steps = registerSteps(...pair(1), { model: 'translation' });
  let last = await steps.next();
  let count = 0;
  for (; !last.done; count++) last = await steps.next();
  expect(count).toBeGreaterThan(3);
  expect(last.value.found).toBe(true);
});

it('nothing is read synchronously', async () => {
  const [moving, fixed] = pair(2);
  const refuse = (): never => {
    throw new Error('a synchronous read');
  };
  const reads = [
    vi.spyOn(tf.Tensor.prototype, 'dataSync').mockImplementation(refuse),
    vi.spyOn(tf.Tensor.prototype, 'arraySync').mockImplementation(refuse),
  ];
  try {
    const { found } = await register(moving, fixed);
    expect(found).toBe(false);
  } finally {
    for (const read of reads) read.mockRestore();
  }
});
