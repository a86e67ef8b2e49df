import '@cropgrad/backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, it } from 'vitest';
import { sameCropAndResize, sameResize, sameTransform } from './against-tfjs.js';

beforeAll(() => void tf.setBackend('cpu'));

it('cropAndResize gives what tfjs gives', () => sameCropAndResize(400));
it('resizeBilinear gives what tfjs gives', () => sameResize(400));
it('transform gives what tfjs gives', () => sameTransform(400));
