import { util } from '@tensorflow/tfjs-core';

/** tfjs, and nothing of ours: how many functions its `util` has. */
export const functions = Object.keys(util).length;
