import * as tf from '@tensorflow/tfjs';
import { mersenne } from 'pure-rand/generator/mersenne';
import type { DigitReader } from './digit-reader.js';
import { type Digits, drawDigits } from './draw-digits.js';

const BATCH = 64;
const STEP_LENGTH = 0.005;

/** Trains a reader on ever new digits, which the seed decides, and gives back the cross-entropy that each step saw. */
export async function train({ weights, read }: DigitReader, steps: number, seed: number): Promise<number[]> {
  const random = mersenne(seed);
  const adam = tf.train.adam(STEP_LENGTH);
  const losses: number[] = [];
  for (let step = 0; step < steps; step++) {
    const seen = tf.tidy(() => {
      const { images, labels } = drawDigits(BATCH, random);
      const loss = () => tf.losses.softmaxCrossEntropy(labels, read(images)).asScalar();
      return adam.minimize(loss, true, [...weights]) ?? tf.scalar(Number.NaN);
    });
    losses.push(await numberIn(seen));
  }
  adam.dispose();
  return losses;
}

/** The part of the digits that a reader gets right. */
export function accuracy({ read }: DigitReader, { images, labels }: Digits): Promise<number> {
  const part = tf.tidy(() => {
    const isRight = tf.equal(tf.argMax(read(images), 1), tf.argMax(labels, 1));
    return tf.mean(tf.cast(isRight, 'float32'));
  });
  return numberIn(part);
}

/** Reads a tensor of one number, and frees it. */
async function numberIn(tensor: tf.Tensor): Promise<number> {
  const [value] = await tensor.data();
  tensor.dispose();
  return value;
}
