import { composeTheta, thetaToPixels } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs';
import { drawCanvases, drawPlacement, SETS, type SetName } from './distorted-set.js';
import type { Net } from './nets.js';
import { type Pose, poseOf } from './pose.js';
import { randomStream } from './random-stream.js';
import type { Digits } from './read-digits.js';

/** How many canvases are in memory at once. */
const BATCH = 200;

/** A view without a pixel as bright as this shows nothing. */
const BLANK = 0.05;

/** What a net made of digits, each distorted several times. */
export interface Evaluation {
  /** In how many of its distortions each digit was read wrongly. */
  wrong: readonly number[];
  /** The share of all answers that are wrong. */
  error: number;
  /** Views in which there was nothing to see. */
  blankViews: number;
  /** How the digits lay on their canvases, and in what the classifier saw: one after the other, and `rounds` times all. */
  given: readonly Pose[];
  seen: readonly Pose[];
}

/** Has a net read all digits, `rounds` times, each time distorted anew. The distortions are always the same ones. */
export async function evaluate(
  net: Net,
  set: SetName,
  digits: Digits,
  purpose: 'validation' | 'test',
  rounds: number,
): Promise<Evaluation> {
  const count = digits.labels.length;
  const wrong = digits.labels.map(() => 0);
  const [given, seen]: Pose[][] = [[], []];
  let blankViews = 0;
  for (let round = 0; round < rounds; round++) {
    const random = randomStream(0, purpose, round);
    for (let from = 0; from < count; from += BATCH) {
      const chosen = Array.from({ length: Math.min(BATCH, count - from) }, (_, k) => from + k);
      const placements = chosen.map(() => drawPlacement(SETS[set], random));
      const view = look(net, set, digits, chosen, placements);
      const answers = await numbersIn(view.answers);
      const brightest = await numbersIn(view.brightest);
      const matrices = await numbersIn(view.matrices);
      for (const [k, n] of chosen.entries()) {
        if (answers[k] !== digits.labels[n]) wrong[n]++;
        if (brightest[k] < BLANK) blankViews++;
        given.push(poseOf(placements[k], SETS[set].side));
        seen.push(poseOf([...matrices.subarray(6 * k, 6 * k + 6)], view.side));
      }
    }
  }
  const error = wrong.reduce((sum, one) => sum + one, 0) / (count * rounds);
  return { wrong, error, blankViews, given, seen };
}

/** What a net makes of one batch. */
interface View {
  /** [N], the digits that it reads. */
  answers: tf.Tensor;
  /** [N], the brightest pixel of what its classifier sees. */
  brightest: tf.Tensor;
  /** [N,2,3], from pixels of the digit to pixels of what the classifier sees. */
  matrices: tf.Tensor;
  /** The side of what the classifier sees. */
  side: number;
}

function look(
  net: Net,
  set: SetName,
  digits: Digits,
  chosen: readonly number[],
  placements: readonly (readonly number[])[],
): View {
  let side: number = SETS[set].side;
  const { answers, brightest, matrices } = tf.tidy(() => {
    const canvases = drawCanvases(SETS[set], digits.images, chosen, placements);
    const thetas = net.locate?.(canvases);
    const seen = net.see(canvases, thetas);
    const sizes = [
      [side, side],
      [seen.shape[1], seen.shape[2]],
    ] as const;
    side = seen.shape[1];
    const placed = tf.tensor3d(placements.flat(), [placements.length, 2, 3]);
    const answers = tf.argMax(net.classify(seen), 1);
    const brightest = tf.max(seen, [1, 2, 3]);
    // First onto the canvas, and then into the view.
    const matrices = thetas ? composeTheta(thetaToPixels(thetas, ...sizes, { maps: 'imageToCrop' }), placed) : placed;
    return { answers, brightest, matrices };
  });
  return { answers, brightest, matrices, side };
}

/** Reads a tensor, and frees it. */
async function numbersIn(tensor: tf.Tensor): Promise<tf.TypedArray> {
  const numbers = await tensor.data();
  tensor.dispose();
  return numbers;
}
