import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Adam } from '../src/adam.js';
import { SETS } from '../src/distorted-set.js';
import { evaluate } from '../src/evaluate.js';
import { hasTransformer, makeNet, NET_NAMES } from '../src/nets.js';
import { product } from '../src/product.js';
import { type Digits, readDigits } from '../src/read-digits.js';
import { type Schooling, trainPlan } from '../src/train-plan.js';
import { type Plan, Training } from '../src/training.js';
import { useWasm } from '../src/use-wasm.js';

const folder = mkdtempSync(join(tmpdir(), 'spatial-transformer-'));
afterAll(() => rmSync(folder, { recursive: true }));

const rates = { classifying: 0.003, locating: 0.003 };
const plan: Plan = { set: 'RTS', net: 'ST-FCN', seed: 1, steps: 6, rates };
let digits: Schooling;
let few: Digits;

beforeAll(async () => {
  await useWasm();
  digits = { training: await readDigits('training'), validation: await readDigits('validation') };
  few = { images: tf.slice(digits.validation.images, 0, 250), labels: digits.validation.labels.slice(0, 250) };
});

/** All bits of tensors, in short. */
async function bitsOf(tensors: readonly tf.Tensor[]): Promise<string> {
  const hash = createHash('sha256');
  for (const tensor of tensors) hash.update(new Float32Array(await tensor.data()));
  return hash.digest('hex');
}

describe('a training', () => {
  const trained = (course: { checkpoint?: string; deadline?: number }) =>
    trainPlan(plan, { ...digits, validation: few }, course, async (net, progress) => ({
      bits: await bitsOf([...net.classifying, ...net.locating]),
      curve: progress.curve,
    }));

  it('that stops and goes on ends with the same bits as one that does not', async () => {
    const whole = await trained({});
    const checkpoint = join(folder, 'checkpoint.json');
    let stops = 0;
    let parts: typeof whole;
    // Each time it takes one step.
    while (parts === undefined && stops <= plan.steps) {
      parts = await trained({ checkpoint, deadline: performance.now() });
      if (parts === undefined) stops++;
    }
    expect(stops).toBe(plan.steps - 1);
    expect(parts?.bits).toBe(whole?.bits);
    expect(parts?.curve).toEqual(whole?.curve);
    expect(whole?.curve.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('does not go on with another plan', async () => {
    const checkpoint = join(folder, 'other.json');
    await trainPlan(plan, { ...digits, validation: few }, { checkpoint }, async () => 0);
    expect(JSON.parse(readFileSync(checkpoint, 'utf8')).progress.step).toBe(plan.steps);
    const longer = trainPlan({ ...plan, steps: 7 }, digits, { checkpoint }, async () => 0);
    await expect(longer).rejects.toThrow(/other steps or rates/);
  });

  it.each(NET_NAMES)('of %s keeps no tensors, and neither does an evaluation', async (net) => {
    const before = tf.memory().numTensors;
    const training = new Training({ ...plan, net }, digits.training);
    const made = tf.memory().numTensors;
    expect(made - before).toBe(training.state.length);
    for (let step = 0; step < 2; step++) training.step(step).dispose();
    await evaluate(training.net, 'RTS', few, 'validation', 1);
    expect(tf.memory().numTensors).toBe(made);
    training.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe('the nets', () => {
  it.each(['R', 'RTS'] as const)('on %s have as many weights, to 6 parts of 100', (set) => {
    const counts = NET_NAMES.map((name) => {
      const net = makeNet(set, name, 1);
      const weights = [...net.classifying, ...net.locating];
      tf.dispose(weights);
      return weights.reduce((sum, { size }) => sum + size, 0);
    });
    expect(Math.max(...counts) / Math.min(...counts)).toBeLessThan(1.06);
  });

  it.each(NET_NAMES.filter(hasTransformer))('%s begins by looking at the canvas as it is', async (name) => {
    const net = makeNet('R', name, 1);
    const canvases = tf.randomUniform<tf.Rank.R4>([3, SETS.R.side, SETS.R.side, 1], 0, 1, 'float32', 1);
    const thetas = net.locate?.(canvases);
    const seen = net.see(canvases, thetas);
    expect(await bitsOf([seen])).toBe(await bitsOf([canvases]));
    tf.dispose([...net.classifying, ...net.locating, canvases, thetas ?? [], seen]);
  });

  it('multiply as matMul does, with its gradients', async () => {
    const [x, w] = [tf.randomNormal<tf.Rank.R2>([5, 7]), tf.randomNormal<tf.Rank.R2>([7, 3])];
    const dy = tf.randomNormal([5, 3]);
    const ours = tf.valueAndGrads<tf.Tensor>((a, b) => product(a.as2D(5, 7), b.as2D(7, 3)))([x, w], dy);
    const theirs = tf.valueAndGrads<tf.Tensor>((a, b) => tf.matMul(a, b))([x, w], dy);
    const pairs = [
      [ours.value, theirs.value],
      [ours.grads[0], theirs.grads[0]],
      [ours.grads[1], theirs.grads[1]],
    ];
    for (const [a, b] of pairs) expect((await tf.max(tf.abs(tf.sub(a, b))).data())[0]).toBeLessThan(1e-5);
  });
});

it('Adam takes the steps that tf.train.adam takes', async () => {
  const start = tf.tensor1d([1, -2, 3]);
  const [ours, theirs] = [tf.variable(start), tf.variable(start)];
  const loss = (w: tf.Tensor) => tf.sum(tf.mul(tf.pow(w, 4), [1, 10, 100])).asScalar();
  const adam = new Adam([{ weights: [ours], rate: 0.1 }]);
  const reference = tf.train.adam(0.1);
  for (let step = 0; step < 20; step++) {
    adam.minimize(() => loss(ours), step, 1).dispose();
    reference.minimize(() => loss(theirs), false, [theirs]);
  }
  expect((await tf.max(tf.abs(tf.sub(ours, theirs))).data())[0]).toBeLessThan(1e-5);
  expect((await tf.max(tf.abs(tf.sub(ours, start))).data())[0]).toBeGreaterThan(0.5);
});
