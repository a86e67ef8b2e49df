import * as tf from '@tensorflow/tfjs';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { Adam } from './adam.js';
import { drawCanvases, drawPlacement, SETS, type SetName } from './distorted-set.js';
import { makeNet, type Net, type NetName } from './nets.js';
import { randomStream } from './random-stream.js';
import type { Digits } from './read-digits.js';

/** How many digits a step sees. */
export const BATCH = 64;

/** How fast a net learns: the classifier, and what decides where to look. */
export interface Rates {
  classifying: number;
  locating: number;
}

/** All that decides how a training goes. */
export interface Plan {
  set: SetName;
  net: NetName;
  seed: number;
  /** How many steps there are: the rates fall to 0 with them, along a cosine. */
  steps: number;
  rates: Rates;
}

/**
 * A net in training. Each step draws new distortions of the next digits; all of it follows from the seed and the number of the step. So
 * {@link state} is everything that a training has to remember.
 */
export class Training {
  readonly net: Net;
  private readonly adam: Adam;
  private order: { epoch: number; digits: number[] } = { epoch: -1, digits: [] };
  private readonly plan: Plan;
  private readonly digits: Digits;

  constructor(plan: Plan, digits: Digits) {
    this.plan = plan;
    this.digits = digits;
    this.net = makeNet(plan.set, plan.net, plan.seed);
    this.adam = new Adam([
      { weights: this.net.classifying, rate: plan.rates.classifying },
      { weights: this.net.locating, rate: plan.rates.locating },
    ]);
  }

  /** The weights and Adam's moments. Values assigned to them are those of the next step. */
  get state(): readonly tf.Variable[] {
    return [...this.net.classifying, ...this.net.locating, ...this.adam.moments];
  }

  /** Learns from one batch, and gives back the loss: a scalar that the caller frees. */
  step(number: number): tf.Scalar {
    const { set, seed, steps } = this.plan;
    const { net } = this;
    return tf.tidy(() => {
      const chosen = this.chosen(number);
      const random = randomStream(seed, 'placements', number);
      const placements = chosen.map(() => drawPlacement(SETS[set], random));
      const canvases = drawCanvases(SETS[set], this.digits.images, chosen, placements);
      const labels = tf.oneHot(
        chosen.map((n) => this.digits.labels[n]),
        10,
      );
      const loss = () => {
        const seen = net.see(canvases, net.locate?.(canvases));
        return tf.losses.softmaxCrossEntropy(labels, net.classify(seen)).asScalar();
      };
      return this.adam.minimize(loss, number, (1 + Math.cos((Math.PI * number) / steps)) / 2);
    });
  }

  dispose(): void {
    tf.dispose([...this.state]);
  }

  /** Which digits a step sees: each comes once in an epoch, whose last digits that fill no batch are left out. */
  private chosen(step: number): number[] {
    const { labels } = this.digits;
    const batches = Math.floor(labels.length / BATCH);
    const epoch = Math.floor(step / batches);
    if (this.order.epoch !== epoch) this.order = { epoch, digits: shuffled(labels.length, this.plan.seed, epoch) };
    const from = (step % batches) * BATCH;
    return this.order.digits.slice(from, from + BATCH);
  }
}

/** The numbers below `count` in the order of an epoch. */
function shuffled(count: number, seed: number, epoch: number): number[] {
  const random = randomStream(seed, 'order', epoch);
  const numbers = Array.from({ length: count }, (_, k) => k);
  for (let k = count - 1; k > 0; k--) {
    const other = uniformInt(random, 0, k);
    [numbers[k], numbers[other]] = [numbers[other], numbers[k]];
  }
  return numbers;
}
