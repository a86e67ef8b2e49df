import { getBackend, type Tensor4D, tidy } from '@tensorflow/tfjs-core';
import { median } from '../number-text.js';
import { boxesTensor, boxesToTheta, cropThetas } from './crop-boxes.js';
import { numbersOf } from './numbers-of.js';
import type { CropTime, Job } from './protocol.js';

/** Calls go on until there are so many, or so many milliseconds are over. */
const CALLS = 20;
const BUDGET = 100;

/** Measures how long one crop of a photo takes: the first half of the calls gets everything warm. */
export async function timeJob(photo: Tensor4D, { box, sampling }: Extract<Job, { kind: 'time' }>): Promise<CropTime> {
  const theta = tidy(() => boxesToTheta(boxesTensor([box]), photo.shape, sampling.alignCorners));
  const times: number[] = [];
  const end = performance.now() + BUDGET;
  try {
    do {
      const start = performance.now();
      await numbersOf(() => [cropThetas(photo, theta, sampling)]);
      times.push(performance.now() - start);
    } while (times.length < CALLS && performance.now() < end);
  } finally {
    theta.dispose();
  }
  return { milliseconds: median(times.slice(Math.floor(times.length / 2))), backend: getBackend() };
}
