import '@cropgrad/backend-cpu';
import { affineSample } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { SpatialTransformer } from '../src/index.js';
import { throughAFile } from './through-a-file.js';

beforeAll(() => tf.setBackend('cpu'));

const size: [number, number] = [5, 4];
const images = tf.randomUniform<tf.Rank.R4>([3, 8, 9, 2], 0, 1, 'float32', 1);
const dense = (args: { units?: number; kernelRegularizer?: 'l1l2' } = {}): tf.layers.Layer =>
  tf.layers.dense({ units: 4, kernelInitializer: tf.initializers.glorotNormal({ seed: 5 }), ...args });

describe('a spatial transformer', () => {
  it('starts at the identity, all of it inside', () => {
    const transformer = new SpatialTransformer({ size, localization: dense() });
    const view = transformer.apply(images);
    const identity = tf.tensor3d([1, 0, 0, 0, 1, 0], [1, 2, 3]);
    expect([...view.dataSync()]).toEqual([...affineSample(images, identity, size).dataSync()]);
    expect(transformer.thetaOf(images).arraySync()).toEqual(
      Array(3).fill([
        [1, 0, 0],
        [0, 1, 0],
      ]),
    );
    expect([...transformer.coverageOf(images).dataSync()]).toEqual([1, 1, 1]);
  });

  it('says how much of its view is inside', () => {
    const transformer = new SpatialTransformer({ size: [4, 4], localization: [], dataFormat: 'NCHW' });
    const first = tf.transpose(images, [0, 3, 1, 2]);
    transformer.apply(first);
    const [kernel] = transformer.getWeights();
    // Half of the view is right of the image, then all of it.
    for (const [shift, inside] of [
      [1, 0.5],
      [3, 0],
    ]) {
      transformer.setWeights([tf.zerosLike(kernel), tf.tensor1d([0, 0, shift, 0, 0, 0])]);
      for (const part of transformer.coverageOf(first).dataSync()) expect(part).toBeCloseTo(inside, 5);
    }
  });

  it.each([1, 0.1])('with thetaScale %f, theta moves that many times the learning rate of Adam', (thetaScale) => {
    const transformer = new SpatialTransformer({ size, localization: [], thetaScale });
    transformer.apply(images);
    const adam = tf.train.adam(0.01);
    // One weight of the bias is read by all images alike.
    const [, bias] = transformer.trainableWeights.map((weight) => weight.read() as tf.Variable);
    adam.minimize(() => tf.mean(tf.square(transformer.apply(images))), false, [bias]);
    const moved = tf.sub(transformer.thetaOf(images), tf.tensor3d([1, 0, 0, 0, 1, 0], [1, 2, 3]));
    for (const by of moved.dataSync()) expect(Math.abs(by)).toBeCloseTo(0.01 * thetaScale, 5);
  });

  it('has the weights of its net, and keeps them when it is frozen', async () => {
    const net = tf.sequential({ layers: [tf.layers.flatten({ inputShape: [8, 9, 2] }), dense()] });
    const transformer = new SpatialTransformer({ size, localization: net, inputShape: [8, 9, 2], name: 'look' });
    const model = tf.sequential({ layers: [transformer, tf.layers.flatten(), dense({ units: 1 })] });
    expect(transformer.countParams()).toBe(8 * 9 * 2 * 4 + 4 + 4 * 6 + 6);
    const lines: string[] = [];
    model.summary(140, undefined, (line) => lines.push(line));
    expect(lines.join('\n')).toMatch(/look \(CropgradSpatialTransformer\) +\[\[null,8,9,2\]\] +\[null,5,4,2\] +610 /);

    transformer.trainable = false;
    expect(transformer.trainableWeights).toEqual([]);
    expect(transformer.weights.length).toBe(4);
    model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    const before = transformer.getWeights().map((weight) => [...weight.dataSync()]);
    await model.fit(images, tf.ones([3, 1]), { epochs: 2, verbose: 0 });
    expect(transformer.getWeights().map((weight) => [...weight.dataSync()])).toEqual(before);
    expect((await throughAFile(model)).layers[0].trainableWeights).toEqual([]);
  });

  it('counts the penalties of its net in the loss', () => {
    const regularised = new SpatialTransformer({
      size,
      localization: dense({ kernelRegularizer: 'l1l2' }),
      inputShape: [8, 9, 2],
    });
    const model = tf.sequential({ layers: [regularised] });
    model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    const [kernel] = regularised.getWeights();
    const expected = tf
      .add(tf.sum(tf.abs(kernel)), tf.sum(tf.square(kernel)))
      .mul(0.01)
      .dataSync()[0];
    const penalties = model.calculateLosses().map((penalty) => penalty.dataSync()[0]);
    expect(penalties.length).toBe(1);
    expect(penalties[0]).toBeCloseTo(expected, 5);
  });

  it('drops out while it trains, and only then', () => {
    const localization = [tf.layers.flatten(), tf.layers.dropout({ rate: 0.5, seed: 3 })];
    const transformer = new SpatialTransformer({ size, localization });
    transformer.apply(images);
    const [kernel, bias] = transformer.getWeights();
    transformer.setWeights([tf.fill(kernel.shape, 0.001), bias]);
    const theta = (training: boolean): number[] => [...transformer.thetaOf(images, { training }).dataSync()];
    expect(theta(false)).toEqual(theta(false));
    expect(theta(true)).not.toEqual(theta(false));
  });

  it('in use twice in a model, is one layer', () => {
    const transformer = new SpatialTransformer({ size, localization: dense() });
    const inputs = [tf.input({ shape: [8, 9, 2] }), tf.input({ shape: [8, 9, 2] })];
    const outputs = inputs.map((one) => transformer.apply(one));
    const model = tf.model({ inputs, outputs: tf.layers.add().apply(outputs) as tf.SymbolicTensor });
    expect(model.countParams()).toBe(transformer.countParams());
  });

  it('keeps no tensor of a step', async () => {
    const transformer = new SpatialTransformer({ size, localization: dense(), inputShape: [8, 9, 2] });
    const model = tf.sequential({ layers: [transformer, tf.layers.flatten(), dense({ units: 1 })] });
    model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
    const targets = tf.ones([3, 1]);
    const held = (): number[] => [tf.memory().numTensors, tf.engine().backend.numDataIds()];
    await model.trainOnBatch(images, targets);
    const before = held();
    for (let step = 0; step < 5; step++) {
      await model.trainOnBatch(images, targets);
      tf.dispose([model.predict(images), transformer.thetaOf(images), transformer.coverageOf(images)]);
    }
    expect(held()).toEqual(before);
  });
});
