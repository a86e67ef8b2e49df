import { registerGradient } from '@tensorflow/tfjs-core';
import { addGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Add_grad.js';
import { concatGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Concat_grad.js';
import { meanGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Mean_grad.js';
import { multiplyGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Multiply_grad.js';
import { squaredDifferenceGradConfig } from '@tensorflow/tfjs-core/dist/gradients/SquaredDifference_grad.js';
import { sumGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Sum_grad.js';

// The gradients of tfjs's own ops that losses and searches are made of. All that tfjs has would be 20 kB more to fetch.
for (const config of [
  addGradConfig,
  concatGradConfig,
  meanGradConfig,
  multiplyGradConfig,
  squaredDifferenceGradConfig,
  sumGradConfig,
]) {
  registerGradient(config);
}
