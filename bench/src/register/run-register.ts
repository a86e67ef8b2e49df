import { type Reason, register } from '@cropgrad/register';
import { tensor2d } from '@tensorflow/tfjs-core';
import type { Cell } from './cells.js';
import type { Pair } from './make-pairs.js';
import type { Answer } from './run-ecc.js';
import { warpOfTheta } from './warp.js';

/** What register answered for a pair. */
export interface OurAnswer extends Answer {
  found: boolean;
  reason: Reason | null;
  sigma: number;
  /** How many samples were taken, as a multiple of the pixels of the fixed image. */
  passes: number;
  /** Whether the first try was enough. */
  first: boolean;
}

/** Aligns each pair on the current backend, so often; the shortest time counts. */
export async function runRegister(
  { model }: Cell,
  pairs: readonly Pair[],
  times: (pair: number) => number = () => 1,
): Promise<OurAnswer[]> {
  const answers: OurAnswer[] = [];
  for (const [n, pair] of pairs.entries()) {
    let answer = await alignOnce(model, pair);
    for (let again = 1; again < times(n); again++) {
      const { seconds } = await alignOnce(model, pair);
      answer = { ...answer, seconds: Math.min(seconds, answer.seconds) };
    }
    answers.push(answer);
  }
  return answers;
}

async function alignOnce(model: Cell['model'], pair: Pair): Promise<OurAnswer> {
  const { movingSize, fixedSize } = pair;
  let samples = 0;
  let first = true;
  const begin = process.cpuUsage();
  const mask = pair.fixedMask && tensor2d(pair.fixedMask, [fixedSize.height, fixedSize.width], 'int32');
  const images = [
    { data: pair.moving, ...movingSize },
    { data: pair.fixed, ...fixedSize },
  ] as const;
  const { theta, found, reason, sigma } = await register(...images, {
    model,
    ...(mask && { fixedMask: mask }),
    onStep: (step) => {
      samples += step.samples;
      first &&= step.stage !== 'search';
    },
  });
  const values = await theta.data();
  const { user, system } = process.cpuUsage(begin);
  theta.dispose();
  mask?.dispose();
  const warp = warpOfTheta(values, movingSize, fixedSize);
  const passes = samples / (fixedSize.width * fixedSize.height);
  return { warp, seconds: (user + system) / 1e6, found, reason, sigma, passes, first };
}
