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

/** Aligns each pair on the current backend. */
export async function runRegister({ model }: Cell, pairs: readonly Pair[]): Promise<OurAnswer[]> {
  const answers: OurAnswer[] = [];
  for (const pair of pairs) {
    const { movingSize, fixedSize } = pair;
    let samples = 0;
    let first = true;
    const begin = process.cpuUsage();
    const mask = pair.fixedMask && tensor2d(pair.fixedMask, [fixedSize.height, fixedSize.width], 'int32');
    const answer = await register(
      { data: pair.moving, ...movingSize },
      { data: pair.fixed, ...fixedSize },
      {
        model,
        ...(mask && { fixedMask: mask }),
        onStep: (step) => {
          samples += step.samples;
          first &&= step.stage !== 'search';
        },
      },
    );
    const theta = await answer.theta.data();
    const { user, system } = process.cpuUsage(begin);
    answer.theta.dispose();
    mask?.dispose();
    const { found, reason, sigma } = answer;
    const warp = warpOfTheta(theta, movingSize, fixedSize);
    const passes = samples / (fixedSize.width * fixedSize.height);
    answers.push({ warp, seconds: (user + system) / 1e6, found, reason, sigma, passes, first });
  }
  return answers;
}
