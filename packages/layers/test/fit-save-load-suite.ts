import * as tf from '@tensorflow/tfjs';
import { expect } from 'vitest';
import { MODELS, SIDE } from './models.js';
import { spots } from './pictures.js';
import { throughAFile } from './through-a-file.js';

const EPOCHS = 6;

/** Fits a model for some epochs, and gives the losses. There are 40 pictures in batches of 16, so the last one is smaller. */
async function losses(model: tf.LayersModel, pictures: tf.Tensor, places: tf.Tensor): Promise<number[]> {
  model.compile({ optimizer: tf.train.adam(0.01), loss: 'meanSquaredError' });
  const args = { epochs: EPOCHS, batchSize: 16, shuffle: false, verbose: 0 };
  return (await model.fit(pictures, places, args)).history.loss.map(Number);
}

/** On the current backend, a model of {@link MODELS} learns, gives the same when it is loaded, learns on, and leaves nothing. */
export async function learnsBeforeAndAfterAFile(name: string): Promise<void> {
  const before = [tf.memory().numTensors, tf.engine().backend.numDataIds()];
  const { pictures, places } = spots(40, SIDE, 1);
  const model = MODELS[name]();
  const first = await losses(model, pictures, places);
  expect(first[EPOCHS - 1]).toBeLessThan(first[0] * 0.7);

  const again = await throughAFile(model);
  const answers = [model, again].map((one) => one.predict(pictures) as tf.Tensor);
  const [given, answer] = await Promise.all(answers.map((tensor) => tensor.data()));
  expect([...answer]).toEqual([...given]);
  expect(again.countParams()).toBe(model.countParams());

  const further = await losses(again, pictures, places);
  expect(further[EPOCHS - 1]).toBeLessThan(first[EPOCHS - 1]);

  for (const one of [model, again]) {
    one.optimizer.dispose();
    one.dispose();
  }
  tf.dispose([pictures, places, answers]);
  expect([tf.memory().numTensors, tf.engine().backend.numDataIds()]).toEqual(before);
}
