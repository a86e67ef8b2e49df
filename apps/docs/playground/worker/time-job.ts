import { getBackend, type Tensor4D, tidy } from '@tensorflow/tfjs-core';
import { median } from '../number-text.js';
import { boxesTensor, boxesToTheta, cropThetas } from './crop-boxes.js';
import type { CropTime, Job } from './protocol.js';

/** Calls go on until there are so many, or so many milliseconds are over. */
const CALLS = 20;
const BUDGET = 100;

/** Measures how long one crop of a photo [1,H,W,3] takes: the first half of the calls gets everything warm. */
export function timeJob(photo: Tensor4D, { box, sampling }: Extract<Job, { kind: 'time' }>): CropTime {
  return tidy(() => {
    const theta = boxesToTheta(boxesTensor([box]), photo.shape, sampling.alignCorners);
    const times: number[] = [];
    const end = performance.now() + BUDGET;
    do {
      const start = performance.now();
      tidy(() => cropThetas(photo, theta, sampling).dataSync());
      times.push(performance.now() - start);
    } while (times.length < CALLS && performance.now() < end);
    return { milliseconds: median(times.slice(Math.floor(times.length / 2))), backend: getBackend() };
  });
}
